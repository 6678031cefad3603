"""Lots: dates, steps, recalls, and the sheets of labels with their QR."""

from typing import Any, ClassVar

from django import forms
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from catalogue.choosers import sold_chooser
from catalogue.models import Lot, LotEvent
from catalogue.passport.tracing import end_recall, recall_lot, trace_lot
from catalogue.views.label_sheet import StaffLabelSheetView
from catalogue.viewsets.choices import keep_chosen
from core.clock import today
from core.days import day_words
from core.staff import (
    SHOPS,
    DayColumn,
    DayInput,
    StaffActionForm,
    StaffActionView,
    StaffViewSet,
    StateColumn,
    staff_field,
)
from core.staff.viewset import StaffInspectView


class LotForm(forms.ModelForm):
    """The lot as it is printed; its product is chosen once."""

    class Meta:
        model = Lot
        fields: ClassVar[list[str]] = ["product", "code", "made_on", "best_before"]
        widgets: ClassVar[dict[str, Any]] = {"product": sold_chooser.widget_class}
        formfield_callback = staff_field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.fields["product"].queryset = sold_chooser.get_object_list()
            return
        # Packs carry both.
        keep_chosen(self.fields["product"], self.instance.product)
        self.fields["code"].disabled = True


class StepForm(forms.Form):
    """One step of a lot."""

    on = forms.DateField(label=_("Day"), widget=DayInput())
    kind = forms.ChoiceField(label=_("Kind"), choices=LotEvent.Kind.choices)
    words_vi = forms.CharField(label=_("In words (Vietnamese)"), max_length=200, required=False)
    words_en = forms.CharField(label=_("In words (English)"), max_length=200, required=False)
    place_vi = forms.CharField(label=_("Place"), max_length=160, required=False)


class StepAction(StaffActionView):
    """Record what happened to a lot."""

    name = "step"
    label = _("Record a step")
    icon = "plus"
    log_action = "lot.step"
    form_class = StepForm
    explanation = _("Steps are shown to whoever scans the pack, in the order of their days.")

    def perform(self, data: dict[str, Any]) -> None:
        trace_lot(lot_id=self.object.pk, **data)

    def log_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"kind": data["kind"], "on": data["on"].isoformat()}


class RecallForm(StaffActionForm):
    """Why, and what buyers should do, in both languages."""

    reason_en = forms.CharField(
        label=_("Reason (English)"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    advice_vi = forms.CharField(
        label=_("What buyers should do (Vietnamese)"), widget=forms.Textarea(attrs={"rows": 3})
    )
    advice_en = forms.CharField(
        label=_("What buyers should do (English)"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )


class RecallAction(StaffActionView):
    """Call a lot back."""

    name = "recall"
    label = _("Call back")
    icon = "warning"
    log_action = "lot.recall"
    form_class = RecallForm
    is_serious = True
    explanation = _("A red box stands on the page of the lot and on the product, from now on.")

    @classmethod
    def is_offered(cls, instance: Lot) -> bool:
        return not instance.is_recalled

    def perform(self, data: dict[str, Any]) -> None:
        recall_lot(
            lot_id=self.object.pk,
            on=today(),
            reason_vi=data["reason"],
            reason_en=data["reason_en"],
            advice_vi=data["advice_vi"],
            advice_en=data["advice_en"],
        )


class EndRecallAction(StaffActionView):
    """Take a recall back that was a mistake."""

    name = "end-recall"
    label = _("Take the recall back")
    icon = "undo"
    log_action = "lot.end_recall"
    explanation = _("For a recall that was recorded by mistake; the history keeps both.")

    @classmethod
    def is_offered(cls, instance: Lot) -> bool:
        return instance.is_recalled

    def perform(self, data: dict[str, Any]) -> None:
        end_recall(lot_id=self.object.pk)


class LotPage(StaffInspectView):
    """One lot with its steps and its public page."""

    def extra_rows(self) -> list[tuple[str, Any]]:
        lot: Lot = self.object
        steps = format_html_join(
            "", "<li>{} {} {} {}</li>",
            (
                (day_words(step.on, "vi"), step.get_kind_display(), step.words or "", step.place or "")
                for step in lot.events.all()
            ),
        )  # fmt: skip
        url = lot.get_absolute_url()
        return [
            (gettext("State today"), lot_state(lot)),
            (gettext("Producer"), lot.product.producer),
            (
                gettext("Public page"),
                format_html('<a href="{0}">{0}</a>', url) if url else gettext("no barcode yet"),
            ),
            (gettext("Steps"), format_html("<ul>{}</ul>", steps)),
        ]


def lot_state(lot: Lot) -> str:
    """Say in a word how a lot stands today."""
    left = lot.days_left(today())
    if lot.is_recalled:
        return gettext("called back")
    if left is not None and left < 0:
        return gettext("past its date")
    return gettext("close to its end") if lot.is_near_end(today()) else gettext("in order")


class LotViewSet(StaffViewSet):
    """Lots stay on record; a wrong one that nobody traced can be taken away by its producer."""

    name = "lots"
    model = Lot
    icon = "list-ul"
    menu_hook = SHOPS
    menu_order = 50
    inspect_view_class = LotPage
    actions = (StepAction, RecallAction, EndRecallAction)
    select_related = ("product__producer", "product__parent")
    ordering = ("-made_on", "-pk")
    search_fields = ("code", "product__folded", "product__parent__folded", "product__producer__folded")
    list_display = (
        "code",
        Column("product", label=_("Product"), accessor="product"),
        Column("producer", label=_("Producer"), accessor="product.producer"),
        StateColumn(
            "state", label=_("State today"), accessor=lot_state, good=lambda row: not row.is_recalled
        ),
        DayColumn("made_on", label=_("Made on"), sort_key="made_on"),
        DayColumn("best_before", label=_("Best before"), sort_key="best_before"),
    )
    list_filter: ClassVar[dict[str, list[str]]] = {
        "made_on": ["gte", "lte"],
        "best_before": ["gte", "lte"],
        "recalled_on": ["isnull"],
    }
    list_export = (
        "code",
        "product.get_title",
        "product.upc",
        "made_on",
        "best_before",
        "recalled_on",
        "recall_reason_vi",
    )
    export_headings: ClassVar[dict[str, Any]] = {
        "product.get_title": _("Product"),
        "product.upc": _("Barcode"),
        "recall_reason_vi": _("Reason"),
    }
    inspect_view_fields = (
        *("product", "code", "made_on", "best_before", "recalled_on"),
        *("recall_reason_vi", "recall_advice_vi"),
    )
    header_links = (("staff_lots:label_sheet", _("Print labels"), "download", "view"),)

    def get_form_class(self, for_update: bool = False) -> type[LotForm]:
        return LotForm

    def get_urlpatterns(self) -> list[Any]:
        """Add the sheet of labels."""
        return [
            *super().get_urlpatterns(),
            path("labels/", self.construct_view(StaffLabelSheetView), name="label_sheet"),
        ]


lots = LotViewSet()
