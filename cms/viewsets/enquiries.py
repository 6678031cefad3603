"""Letters and reports, and their answers."""

from typing import Any, ClassVar, cast

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from accounts.models import User
from accounts.phones import spaced
from cms.enquiries import services
from cms.models import Enquiry
from core.staff import SHOPS, DayColumn, StaffActionView, StaffViewSet, StateColumn
from core.staff.viewset import StaffInspectView


class AnswerForm(forms.Form):
    """The answer goes out; the log keeps only that there was one."""

    text = forms.CharField(label=_("Answer"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6}))


class AnswerView(StaffActionView):
    """Answer, and close the letter."""

    name = "answer"
    label = _("Answer")
    explanation = _("The answer stands on the letter's own page and is sent to the address that was given.")
    icon = "mail"
    log_action = "enquiry.answer"
    form_class = AnswerForm

    @classmethod
    def is_offered(cls, instance: Any) -> bool:
        return bool(instance.state == Enquiry.State.NEW)

    def perform(self, data: dict[str, Any]) -> Model:
        return services.answer(enquiry_id=self.object.pk, by=cast(User, self.request.user), text=data["text"])


class EnquiryPage(StaffInspectView):
    """One letter."""

    def get_phone_display_value(self) -> str:
        return spaced(self.object.phone) if self.object.phone else ""


class EnquiryViewSet(StaffViewSet):
    """What was written is not edited."""

    name = "enquiries"
    model = Enquiry
    icon = "mail"
    menu_hook = SHOPS
    menu_order = 40
    can_add = False
    can_edit = False
    form_fields: ClassVar[list[str]] = ["topic"]  # Wagtail asks for them even where there is no form
    inspect_view_class = EnquiryPage
    actions: ClassVar[tuple[type[StaffActionView], ...]] = (AnswerView,)
    select_related = ("product", "producer", "answered_by")
    ordering = ("-created_at", "-pk")
    search_fields = ("code", "about", "message")
    list_filter = ("state", "topic")
    list_display = (
        "code",
        Column("topic", label=_("Topic"), accessor="get_topic_display"),
        "about",
        StateColumn(
            "state",
            label=_("State"),
            accessor=lambda row: row.get_state_display(),
            good=lambda row: row.state == Enquiry.State.ANSWERED,
        ),
        DayColumn("created_at", label=_("Sent"), sort_key="created_at"),
    )
    list_export = ("code", "topic", "about", "state", "created_at", "answered_at")
    inspect_view_fields = (
        *("code", "state", "topic", "about", "product", "producer", "message", "full_name", "phone", "email"),
        *("created_at", "answer", "answered_at", "answered_by"),
    )


enquiries = EnquiryViewSet()
