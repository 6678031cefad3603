"""Producers that only the press named; two records may be one producer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from catalogue import reports
from core.staff import TRADE, DayColumn, StaffActionForm, StaffActionView, StaffViewSet
from producers.choosers import producer_chooser
from producers.models import Partner


class MergeProducerForm(StaffActionForm):
    """Which record goes on."""

    into = forms.ModelChoiceField(
        label=_("The same producer"), queryset=Partner.objects.public(), widget=producer_chooser.widget_class
    )
    field_order = ("into", "reason")


class MergeProducer(StaffActionView):
    """Two records are one producer."""

    name = "merge"
    label = _("Merge into another producer")
    icon = "link"
    log_action = "producer.merge"
    form_class = MergeProducerForm
    is_serious = True
    explanation = _(
        "The products move to the other producer, and this record is hidden: its address leads to the other "
        "producer's page. This cannot be undone here."
    )

    def perform(self, data: dict[str, Any]) -> None:
        reports.merge_producers(source_id=self.object.pk, into=data["into"].pk)

    def log_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"into": str(data["into"])}

    @classmethod
    def is_offered(cls, instance: Partner) -> bool:
        return instance.is_reported and instance.merged_into_id is None


class ReportedProducerViewSet(StaffViewSet):
    """Producers that only the press named."""

    name = "reported-producers"
    model = Partner
    menu_label = _("Producers in the press")
    icon = "group"
    menu_hook = TRADE
    menu_order = 50
    can_add = False
    can_edit = False
    actions = (MergeProducer,)
    rows = Partner.objects.filter(standing=Partner.Standing.REPORTED)
    select_related = ("unit", "district", "merged_into")
    ordering = ("name", "pk")
    search_fields = ("folded", "unit__folded", "source_url")
    list_display = (
        "name",
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("unit", label=_("Commune"), sort_key="unit__folded"),
        Column("merged_into", label=_("Merged into")),
        DayColumn("source_read_on", label=_("Source read on"), sort_key="source_read_on"),
    )
    list_filter = ("kind", "is_public")
    list_export = ("name", "kind", "unit", "district", "source_url", "source_read_on", "merged_into")
    inspect_view_fields = ("name", "kind", "unit", "district", "source_url", "source_read_on", "merged_into")

    def register_admin_url_finder(self) -> None:
        """Leave it to the screen of all producers."""


reported_producers = ReportedProducerViewSet()
