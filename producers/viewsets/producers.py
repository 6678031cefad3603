"""Producers as staff keep them: identity, place, story, whether visitors see them."""

from typing import Any, ClassVar

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from core.staff import TRADE, StaffActionView, StaffBulkAction, StaffViewSet, StateColumn
from core.staff.viewset import StaffInspectView
from producers import visibility
from producers.models import Partner
from regions.choosers import unit_chooser

#: Of a person rather than of a business: the log says that they changed, not what they were.
PRIVATE = frozenset({"phone", "zalo_phone", "email", "representative", "street"})


class ProducerForm(forms.ModelForm):
    """What staff know of a producer; membership and papers have screens of their own."""

    class Meta:
        model = Partner
        fields: ClassVar[list[str]] = [
            "name",
            "kind",
            "legal_name",
            "registration_number",
            "registered_by",
            "tax_code",
            "representative",
            "founded_year",
            "unit",
            "district",
            "street",
            "phone",
            "zalo_phone",
            "email",
            "tagline_vi",
            "tagline_en",
            "story_vi",
            "story_en",
        ]
        labels: ClassVar[dict[str, Any]] = {
            "name": _("Name"),
            "tagline_vi": _("One line in Vietnamese"),
            "tagline_en": _("One line in English"),
            "story_vi": _("Story in Vietnamese"),
            "story_en": _("Story in English"),
        }
        widgets: ClassVar[dict[str, Any]] = {"unit": unit_chooser.widget_class}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True

    def save(self, commit: bool = True) -> Partner:
        """Forget the former commune where the commune of today is another one: it may not lie there."""
        if "unit" in self.changed_data:
            self.instance.old_commune = None
        producer: Partner = super().save(commit)
        return producer


class Hide(StaffActionView):
    """Visitors see neither the producer nor its products."""

    name = "hide"
    label = _("Hide from visitors")
    icon = "view"
    log_action = "producer.hide"
    is_serious = True
    explanation = _("The producer's page and all its products answer “not found”. Nothing is deleted.")

    @classmethod
    def is_offered(cls, instance: Partner) -> bool:
        return instance.is_public

    def perform(self, data: dict[str, Any]) -> None:
        visibility.hide(self.object.pk)


class Show(StaffActionView):
    """Visitors see it."""

    name = "show"
    label = _("Show to visitors")
    icon = "view"
    log_action = "producer.show"
    explanation = _("The producer's page and those of its products that are not hidden themselves are shown.")

    @classmethod
    def is_offered(cls, instance: Partner) -> bool:
        return not instance.is_public

    def perform(self, data: dict[str, Any]) -> None:
        visibility.show(self.object.pk)


class ProducerPage(StaffInspectView):
    """One producer with its public page."""

    def extra_rows(self) -> list[tuple[str, Any]]:
        producer: Partner = self.object
        public = format_html('<a href="{0}">{0}</a>', producer.get_absolute_url())
        return [(gettext("Public page"), public if producer.is_public else gettext("hidden"))]


class ProducerViewSet(StaffViewSet):
    """All producers, those of the press included."""

    name = "producers"
    model = Partner
    icon = "group"
    menu_hook = TRADE
    menu_order = 30
    form_class = ProducerForm
    private_fields = PRIVATE
    inspect_view_class = ProducerPage
    actions = (Hide, Show)
    select_related = ("unit__province", "district")
    ordering = ("name", "pk")
    search_fields = (
        "folded",
        "legal_name",
        "unit__folded",
        "registration_number",
        "tax_code",
        "phone",
        "email",
    )
    list_display = (
        "name",
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("unit", label=_("Commune"), sort_key="unit__folded"),
        Column("district", label=_("Former district"), sort_key="district__name"),
        Column("standing", label=_("Standing"), accessor="get_standing_display", sort_key="standing"),
        Column("phone", label=_("Phone")),
        StateColumn(
            "is_public",
            label=_("Visitors"),
            accessor=lambda row: gettext("see it") if row.is_public else gettext("do not see it"),
            sort_key="is_public",
            good=lambda row: row.is_public,
        ),
    )
    list_filter = ("standing", "kind", "is_public", "is_demo", "district")
    list_export = (
        "name",
        "kind",
        "standing",
        "legal_name",
        "registration_number",
        "registered_by",
        "tax_code",
        "representative",
        "phone",
        "email",
        "street",
        "unit",
        "unit.province",
        "district",
        "founded_year",
        "is_public",
        "is_demo",
        "source_url",
        "source_read_on",
    )
    export_headings = {"unit.province": _("Province")}
    inspect_view_fields = (
        "name",
        "kind",
        "standing",
        "legal_name",
        "registration_number",
        "registered_by",
        "tax_code",
        "representative",
        "phone",
        "zalo_phone",
        "email",
        "street",
        "unit",
        "old_commune",
        "district",
        "founded_year",
        "tagline_vi",
        "tagline_en",
        "story_vi",
        "story_en",
        "merged_into",
        "source_url",
        "source_read_on",
        "is_demo",
    )


producers = ProducerViewSet()


class HideMany(StaffBulkAction):
    """Hide the chosen producers; each can be shown again."""

    models: ClassVar[list[Any]] = [Partner]
    viewset = producers
    display_name = _("Hide from visitors")
    aria_label = _("Hide the chosen producers from visitors")
    action_type = "hide"
    log_action = "producer.hide"

    @classmethod
    def change(cls, row: Partner) -> bool:
        return visibility.hide(row.pk)


class ShowMany(StaffBulkAction):
    """Show the chosen producers."""

    models: ClassVar[list[Any]] = [Partner]
    viewset = producers
    display_name = _("Show to visitors")
    aria_label = _("Show the chosen producers to visitors")
    action_type = "show"
    log_action = "producer.show"

    @classmethod
    def change(cls, row: Partner) -> bool:
        return visibility.show(row.pk)
