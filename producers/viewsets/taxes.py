"""From which day a seller charges which VAT rate."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from core.staff import RULES, DayColumn, StaffViewSet, staff_field
from producers.choosers import any_producer_chooser
from producers.models import VAT_RATES, SellerTaxTreatment


class SellerTaxForm(forms.ModelForm):
    """A rate of the law, or none: not a VAT payer."""

    rate_percent = forms.TypedChoiceField(
        label=_("VAT rate in per cent"),
        choices=[("", _("Not a VAT payer")), *((rate, f"{rate} %") for rate in VAT_RATES)],
        coerce=int,
        empty_value=None,
        required=False,
    )

    class Meta:
        model = SellerTaxTreatment
        fields: ClassVar[list[str]] = ["producer", "valid_from", "rate_percent", "basis"]
        widgets: ClassVar[dict[str, Any]] = {"producer": any_producer_chooser.widget_class}
        formfield_callback = staff_field


def rate_words(row: SellerTaxTreatment) -> str:
    """Say the rate."""
    return gettext("Not a VAT payer") if row.rate_percent is None else f"{row.rate_percent} %"


class SellerTaxViewSet(StaffViewSet):
    """The row with the latest day that has come counts; without one a seller is no VAT payer."""

    name = "seller-taxes"
    model = SellerTaxTreatment
    icon = "list-ul"
    menu_hook = RULES
    menu_order = 50
    form_class = SellerTaxForm
    select_related = ("producer",)
    ordering = ("producer__name", "-valid_from")
    search_fields = ("producer__folded", "basis")
    list_display = (
        Column("producer", label=_("Producer"), sort_key="producer__name"),
        Column("rate_percent", label=_("VAT rate"), accessor=rate_words, sort_key="rate_percent"),
        DayColumn("valid_from", label=_("Valid from"), sort_key="valid_from"),
        "basis",
    )
    list_filter = ("rate_percent",)
    list_export = ("producer", "rate_percent", "valid_from", "basis")
    inspect_view_fields = ("producer", "rate_percent", "valid_from", "basis")


seller_taxes = SellerTaxViewSet()
