"""What alerts tell about a person, for their copy and for erasing it."""

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.personal.identity import identity_of
from core.personal_data import PersonalData
from shop.customer.alerts.models import ProductAlert

if TYPE_CHECKING:
    from accounts.models import User


def alert_data() -> PersonalData:
    """Products that somebody waits for."""
    return PersonalData("stock_alerts", _export, _erase, title=_("Products that you wait for"))


def _of(user: "User") -> Q:
    """Return the condition of a person's alerts, also those to their addresses from before the account."""
    own = identity_of(user).own_addresses
    return Q(user=user) | Q(email__in=[each.lower() for each in own if "@" in each]) | Q(phone__in=own)


def _export(user: "User") -> list[object]:
    alerts = ProductAlert.objects.filter(_of(user)).order_by("pk")
    return list(alerts.values("product__title", "email", "phone", "status", "date_created"))


def _erase(user: "User") -> None:
    ProductAlert.objects.filter(_of(user)).delete()
