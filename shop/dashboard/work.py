"""What the dashboard holds, each with the permission that opens it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

#: Name of the address, label, permission.
PAGES = (
    ("dashboard:order-list", _("Orders"), "order.view_order"),
    ("dashboard:order-stats", _("Statistics of orders"), "order.view_order"),
    ("dashboard:offer-list", _("Offers"), "offer.view_conditionaloffer"),
    ("dashboard:voucher-list", _("Vouchers"), "voucher.view_voucher"),
    ("dashboard:voucher-set-list", _("Voucher sets"), "voucher.view_voucherset"),
    ("dashboard:range-list", _("Ranges of products"), "offer.view_range"),
)


def work_for(user: Any) -> list[tuple[str, Any]]:
    """Return address and label of what this person may open."""
    return [(reverse(name), label) for name, label, permission in PAGES if user.has_perm(permission)]
