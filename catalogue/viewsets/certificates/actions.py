"""The verbs of the office, each with a page that says what it does."""

import copy
from typing import Any

from django.utils.translation import gettext_lazy as _

from catalogue import certification
from catalogue.models import Certificate
from core.clock import today
from core.staff import StaffActionForm, StaffActionView
from core.staff.log import changes_of

from .forms import CorrectForm, EndGraceForm, GraceForm, RevokeForm


class Correct(StaffActionView):
    """A typing error, by what the paper says."""

    name = "correct"
    label = _("Correct")
    icon = "edit"
    log_action = "certificate.correct"
    form_class = CorrectForm
    explanation = _(
        "For typing errors only: write what the paper says. A renewal or an upgrade is a new certificate. "
        "Stars and days of the product are worked out anew, in the past too."
    )

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": copy.copy(self.object)}

    def perform(self, data: dict[str, Any]) -> None:
        printed = {name: data[name] for name in certification.CORRECTABLE}
        printed["scan"] = printed["scan"] or ""
        certification.correct(certificate_id=self.object.pk, revision=data["revision"], printed=printed)

    def log_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"changes": changes_of(self.form, frozenset({"scan"}))}


class Revoke(StaffActionView):
    """Art. 8 of 26/2026/QĐ-TTg."""

    name = "revoke"
    label = _("Revoke")
    icon = "cross"
    log_action = "certificate.revoke"
    is_serious = True
    form_class = RevokeForm
    explanation = _(
        "The star ends on the day before. The certificate's page then says that it was revoked, since when "
        "and why; an earlier certificate does not come back."
    )

    @classmethod
    def is_offered(cls, instance: Certificate) -> bool:
        return instance.revoked_on is None

    def perform(self, data: dict[str, Any]) -> None:
        certification.revoke(
            certificate_id=self.object.pk,
            on=data["on"],
            reason=data["reason"],
            decision_number=data["decision_number"],
        )

    def log_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"on": data["on"].isoformat(), "decision": data["decision_number"]}


class GrantGrace(StaffActionView):
    """Art. 12 of 26/2026/QĐ-TTg."""

    name = "grace"
    label = _("Grant grace")
    icon = "date"
    log_action = "certificate.grace"
    form_class = GraceForm
    explanation = _(
        "The certificate stays usable past its last day until the re-evaluation ends, at most 180 days. Only "
        "expiry dates that a grace rule names qualify (menu: Rules and places)."
    )

    @classmethod
    def is_offered(cls, instance: Certificate) -> bool:
        return instance.revoked_on is None and instance.superseded_by_id is None

    def perform(self, data: dict[str, Any]) -> None:
        certification.grant_grace(certificate_id=self.object.pk, until=data["until"], reason=data["reason"])

    def log_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"until": data["until"].isoformat()}


class EndGrace(StaffActionView):
    """The re-evaluation came to its result."""

    name = "end-grace"
    label = _("End grace")
    icon = "cross"
    log_action = "certificate.end_grace"
    is_serious = True
    form_class = EndGraceForm
    explanation = _("From that day on the product shows no star, unless a new certificate was issued.")

    @classmethod
    def is_offered(cls, instance: Certificate) -> bool:
        return instance.grace_until is not None and instance.grace_until >= today()

    def perform(self, data: dict[str, Any]) -> None:
        certification.end_grace(certificate_id=self.object.pk, on=data["on"])

    def log_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"on": data["on"].isoformat()}


class TakeBackRevocation(StaffActionView):
    """A revocation recorded by mistake."""

    name = "take-back"
    label = _("Take back the revocation")
    icon = "undo"
    log_action = "certificate.take_back"
    form_class = StaffActionForm
    explanation = _(
        "For a revocation recorded by mistake only: the certificate is as if it had never been revoked. "
        "The history keeps both."
    )

    @classmethod
    def is_offered(cls, instance: Certificate) -> bool:
        return instance.revoked_on is not None

    def perform(self, data: dict[str, Any]) -> None:
        certification.take_back_revocation(certificate_id=self.object.pk)


class Strike(StaffActionView):
    """A row that should never have been."""

    name = "strike"
    label = _("Strike from the register")
    icon = "bin"
    log_action = "certificate.strike"
    permission_required = "delete"
    is_serious = True
    form_class = StaffActionForm
    explanation = _(
        "For a row that should never have been, such as one for the wrong product. Its code leads nowhere "
        "afterwards. The log keeps who did it and why."
    )

    @classmethod
    def is_offered(cls, instance: Certificate) -> bool:
        return instance.revoked_on is None

    def perform(self, data: dict[str, Any]) -> Any:
        """Log it on the product, whose history stays."""
        product, self.struck = self.object.product, str(self.object)
        certification.strike(certificate_id=self.object.pk)
        return product

    def log_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"certificate": self.struck, "decision": self.object.decision_number}

    def get_success_url(self) -> str:
        return self.get_index_url()


ACTIONS = (Correct, Revoke, GrantGrace, EndGrace, TakeBackRevocation, Strike)
