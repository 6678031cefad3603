"""What the catalogue adds to Wagtail's admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from catalogue.choosers import CHOOSERS
from catalogue.viewsets import BULK_ACTIONS, VIEWSETS
from core.staff import register_reasoned

LOGGED = {
    "certificate.issue": _("Certificate issued"),
    "certificate.correct": _("Certificate corrected"),
    "certificate.revoke": _("Certificate revoked"),
    "certificate.grace": _("Grace granted"),
    "certificate.end_grace": _("Grace ended"),
    "certificate.take_back": _("Revocation taken back"),
    "certificate.strike": _("Certificate struck from the register"),
    "report.confirm": _("Report confirmed"),
    "report.merge": _("Report merged into another product"),
    "report.dismiss": _("Report dismissed"),
    "report.reopen": _("Report opened again"),
    "product.hide": _("Product hidden from visitors"),
    "product.show": _("Product shown to visitors"),
    "import.certificates": _("Certificates imported"),
    "import.certificates_row": _("Certificate issued by import"),
    "import.products": _("Products imported"),
    "import.products_row": _("Product registered by import"),
    "producer.merge": _("Producer merged into another"),
    "label.publish": _("Published for sale"),
    "label.take_off": _("Taken off sale"),
    "lot.step": _("Step of a lot recorded"),
    "lot.recall": _("Lot called back"),
    "lot.end_recall": _("Recall taken back"),
}


@hooks.register("register_admin_viewset")
def register_viewsets() -> tuple[Any, ...]:
    """Register the screens, and the dialogues for products, branches and sets."""
    return (*CHOOSERS, *VIEWSETS)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what the office does to the register."""
    for name, label in LOGGED.items():
        register_reasoned(actions, name, label)


for bulk_action in BULK_ACTIONS:
    hooks.register("register_bulk_action", bulk_action)
