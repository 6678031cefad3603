"""The staff's screen for retained records: what there is and until when; the contents only for a reason."""

import json
from typing import Any, ClassVar

from django import forms
from django.shortcuts import render
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from accounts.models import RetainedRecord, User
from accounts.retention.services import look_at
from core.errors import DomainError
from core.staff import DayColumn, StaffActionView, StaffViewSet
from core.staff.viewset import StaffInspectView


class ReasonForm(forms.Form):
    """Asks why; the answer stays beside the record as long as it exists."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Who asks and why: a court, the tax office, the buyer. Kept with your name."),
    )


class LookAtRecord(StaffActionView):
    """Shows the contents once, in the answer to the reason: they have no address of their own."""

    name = "look"
    label = _("Show the contents")
    explanation = _("The person had themselves erased. The law lets us keep this for its own purposes only.")
    icon = "view"
    permission_required = "view"
    form_class = ReasonForm

    def form_valid(self, form: Any) -> Any:
        """Write the look down, then show."""
        staff = self.request.user
        assert isinstance(staff, User)
        try:
            record = look_at(self.object.pk, staff=staff, reason=form.cleaned_data["reason"])
        except (DomainError, RetainedRecord.DoesNotExist) as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        context = self.get_context_data(form=form, record=record, rows=_readable(record.payload))
        return render(self.request, "staff/retained_record.html", context)


class RetainedRecordInspectView(StaffInspectView):
    """What is known without the contents, and who has seen them."""

    def extra_rows(self) -> list[tuple[str, Any]]:
        """Name each look."""
        looks = self.object.looks.select_related("staff")
        lines = [f"{look.at:%d/%m/%Y %H:%M}, {look.staff or '–'}: {look.reason}" for look in looks]
        return [(_t("Seen by"), "; ".join(lines))]


class RetainedRecordViewSet(StaffViewSet):
    """Nothing can be added, changed or deleted here: the clock deletes."""

    name = "retained-records"
    model = RetainedRecord
    icon = "lock"
    add_to_settings_menu = True
    menu_order = 900
    can_add = False
    can_edit = False
    form_fields = ("reference",)  # Wagtail asks for some; there is no form
    inspect_view_class = RetainedRecordInspectView
    ordering = "delete_after"
    search_fields = ("reference",)
    list_display = (
        "reference",
        "kind",
        DayColumn("delete_after", label=_("Kept until"), sort_key="delete_after"),
    )
    list_filter: ClassVar[list[str]] = ["kind"]
    list_export = ("reference", "kind", "retained_at", "delete_after", "basis")
    inspect_view_fields: ClassVar[list[str]] = ["reference", "kind", "retained_at", "delete_after", "basis"]
    actions = (LookAtRecord,)


def _readable(payload: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the contents row by row; what has parts of its own as indented JSON."""
    return [
        (key, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2))
        for key, value in payload.items()
    ]
