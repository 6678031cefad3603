from shop.customer.alerts.models import ProductAlert  # noqa: F401  ours come first

from oscar.apps.customer.models import *  # type: ignore[assignment]  # isort: skip
