"""What the press reported, and what the office makes of it."""

from typing import Any

import django_filters
from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from catalogue import reports
from catalogue.choosers import any_product_chooser
from catalogue.models import PressReport, Product
from catalogue.press_words import when_words
from core.staff import (
    TRADE,
    DayColumn,
    StaffActionForm,
    StaffActionView,
    StaffFilterSet,
    StaffViewSet,
    StateColumn,
)
from core.staff.viewset import StaffInspectView
from producers.choosers import producer_chooser
from producers.models import Partner

from .choices import BranchFilter, SetField

Outcome = PressReport.Outcome


class ConfirmForm(StaffActionForm):
    """How the office knows, and what the report leaves out."""

    ocop_set = SetField(label=_("Set"))
    producer = forms.ModelChoiceField(
        label=_("Producer"),
        queryset=Partner.objects.public(),
        required=False,
        widget=producer_chooser.widget_class,
        help_text=_("Only where the report names none."),
    )
    field_order = ("ocop_set", "producer", "reason")


class MergeForm(StaffActionForm):
    """Which product the report really speaks of."""

    into = forms.ModelChoiceField(
        label=_("The same product"),
        queryset=Product.objects.visible(),
        widget=any_product_chooser.widget_class,
    )
    field_order = ("into", "reason")


class _ReportAction(StaffActionView):
    @classmethod
    def is_offered(cls, instance: PressReport) -> bool:
        return instance.is_open

    def get_page_subtitle(self) -> str:
        return self.object.title


class Confirm(_ReportAction):
    """The product exists, and this producer makes it."""

    name = "confirm"
    label = _("Confirm")
    icon = "check"
    log_action = "report.confirm"
    form_class = ConfirmForm
    explanation = _(
        "You have seen a decision, a certificate or the office's own list that names this product. It then "
        "stands among the products of the shop, still without a star and not for sale. Next, issue its "
        "certificate from the paper; the stars that the press reported are not taken over."
    )

    def get_initial(self) -> dict[str, Any]:
        return {"ocop_set": self.object.product.ocop_set_id}

    def perform(self, data: dict[str, Any]) -> None:
        reports.confirm(
            report_id=self.object.pk,
            reason=data["reason"],
            ocop_set=data["ocop_set"],
            producer=data["producer"],
        )


class Merge(_ReportAction):
    """The report speaks of a product that is there already."""

    name = "merge"
    label = _("Merge into another product")
    icon = "link"
    log_action = "report.merge"
    form_class = MergeForm
    explanation = _(
        "The report is then cited with the other product, and the record of its own is hidden: its address "
        "leads to the other product. This cannot be undone here."
    )

    def perform(self, data: dict[str, Any]) -> None:
        reports.merge(report_id=self.object.pk, into=data["into"].pk, reason=data["reason"])

    def log_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"into": str(data["into"])}


class Dismiss(_ReportAction):
    """The report is wrong."""

    name = "dismiss"
    label = _("Dismiss")
    icon = "cross"
    log_action = "report.dismiss"
    is_serious = True
    explanation = _(
        "The report is wrong, or names no product. Visitors no longer see it, nor a product that stands on "
        "it alone. It can be opened again."
    )

    def perform(self, data: dict[str, Any]) -> None:
        reports.dismiss(report_id=self.object.pk, reason=data["reason"])


class Reopen(_ReportAction):
    """The dismissal was wrong."""

    name = "reopen"
    label = _("Open again")
    icon = "undo"
    log_action = "report.reopen"
    explanation = _("The report waits again, and visitors see it as before.")

    @classmethod
    def is_offered(cls, instance: PressReport) -> bool:
        return instance.outcome == Outcome.DISMISSED

    def perform(self, data: dict[str, Any]) -> None:
        reports.reopen(report_id=self.object.pk)


class ReportFilterSet(StaffFilterSet):
    """Filters of the list of reports."""

    outcome = django_filters.ChoiceFilter(
        label=_("Outcome"), choices=Outcome.choices, empty_label=_("All"), widget=forms.RadioSelect
    )
    stars = django_filters.MultipleChoiceFilter(
        label=_("Stars reported"),
        choices=[(stars, str(stars)) for stars in range(1, 6)],
        widget=forms.CheckboxSelectMultiple,
    )
    branch = BranchFilter(label=_("Branch"), field_name="product__branch", empty_label=_("All"))
    producer = django_filters.BooleanFilter(
        label=_("Producer named"), field_name="product__producer", lookup_expr="isnull", exclude=True
    )

    class Meta:
        model = PressReport
        fields = ("outcome", "stars", "branch", "producer", "year", "name_is_back_translation")


def told_when(report: PressReport) -> str:
    """Say when the press reported, in the active language."""
    return when_words(report.reported_when, get_language() or "vi")


class ReportPage(StaffInspectView):
    """One report with its source and the row that it was read from."""

    def extra_rows(self) -> list[tuple[str, Any]]:
        report: PressReport = self.object
        product = report.product
        cells = [(name, value) for name, value in report.row.items() if value]
        return [
            (gettext("Product"), product.title),
            (gettext("Producer"), product.producer or "–"),
            (gettext("Shown to visitors"), product.is_public),
            (gettext("When"), told_when(report)),
            (gettext("Source"), format_html('<a href="{0}" rel="noreferrer">{0}</a>', report.source_url)),
            (
                gettext("Row of the file"),
                format_html("<dl>{}</dl>", format_html_join("", "<dt>{}</dt><dd>{}</dd>", cells)),
            ),
        ]


class ReportViewSet(StaffViewSet):
    """Press reports; they come from the data file, so there is no form for a new one."""

    name = "press-reports"
    model = PressReport
    icon = "clipboard-list"
    menu_hook = TRADE
    menu_order = 40
    can_add = False
    can_edit = False
    inspect_view_class = ReportPage
    actions = (Confirm, Merge, Dismiss, Reopen)
    select_related = ("product__producer", "product__branch", "product__ocop_set")
    ordering = ("product__title_vi", "pk")
    search_fields = ("product__folded", "product__producer__folded", "reported_when", "note")
    filterset_class = ReportFilterSet
    list_display = (
        "title",
        Column(
            "producer", label=_("Producer"), accessor="product.producer", sort_key="product__producer__name"
        ),
        Column("stars", label=_("Stars reported"), sort_key="stars"),
        Column("reported_when", label=_("When"), accessor=told_when, sort_key="year"),
        Column("set", label=_("Set"), accessor="product.ocop_set.label"),
        StateColumn(
            "outcome",
            label=_("Outcome"),
            accessor="get_outcome_display",
            sort_key="outcome",
            good=lambda row: row.outcome == Outcome.CONFIRMED,
        ),
        DayColumn("read_on", label=_("Read on"), sort_key="read_on"),
    )
    list_export = (
        "product.title_vi",
        "product.producer",
        "product.branch.label",
        "product.ocop_set.label",
        "stars",
        "reported_when",
        "year",
        "source_url",
        "read_on",
        "outcome",
        "settled_at",
        "settled_reason",
        "note",
    )
    export_headings = {
        "product.title_vi": _("Product"),
        "product.branch.label": _("Branch"),
        "product.ocop_set.label": _("Set"),
    }
    inspect_view_fields = (
        "stars",
        "read_on",
        "name_is_back_translation",
        "note",
        "outcome",
        "settled_at",
        "settled_reason",
    )


press_reports = ReportViewSet()
