"""The 26 sets, how their products may be offered from which day, products taxed at rates of their own."""

from typing import Any, ClassVar

from django import forms
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from catalogue.choosers import certifiable_chooser
from catalogue.models import Category, ProductTaxTreatment, SaleMode, SaleRule
from core.clock import today
from core.staff import RULES, DayColumn, StaffFilterSet, StaffViewSet, staff_field
from core.staff.listing import StaffIndexView
from producers.models import VAT_RATES

from .choices import SETS, SetField, SetsFilter


class SetIndexView(StaffIndexView):
    """The list of sets with what holds today."""

    def get_base_queryset(self) -> QuerySet[Category]:
        """Count the products and read the sale mode of today, in the same query."""
        rules = SaleRule.objects.filter(ocop_set=OuterRef("pk"), valid_from__lte=today())
        shown = Q(set_products__is_public=True, set_products__parent__isnull=True)
        queryset: QuerySet[Category] = super().get_base_queryset()
        return queryset.annotate(
            mode_today=Subquery(rules.order_by("-valid_from").values("mode")[:1]),
            products_shown=Count("set_products", filter=shown),
        )


def mode_words(row: Any) -> str:
    """Say the sale mode of today; without a rule a set is shown only."""
    return str(SaleMode(row.mode_today or SaleMode.SHOW).label)


class SetViewSet(StaffViewSet):
    """Sets come from the decision's own list; what staff decide about them are sale rules."""

    name = "product-sets"
    model = Category
    menu_label = _("Product sets")
    icon = "folder-open-inverse"
    menu_hook = RULES
    menu_order = 30
    can_add = False
    can_edit = False
    index_view_class = SetIndexView
    rows = SETS
    ordering = ("set_number",)
    search_fields = ("name_vi", "name_en", "short_name_vi", "ministry", "legal_code", "code")
    list_display = (
        Column("set_number", label=_("Set number"), sort_key="set_number"),
        "label",
        Column("legal_code", label=_("Legal code"), sort_key="legal_code"),
        Column("mode_today", label=_("Sale mode today"), accessor=mode_words),
        Column("products_shown", label=_("Products shown")),
        Column("ministry", label=_("Managing ministry"), sort_key="ministry"),
    )
    list_export = ("set_number", "legal_code", "name_vi", "name_en", "ministry", "decision", "mode_today")
    export_headings = {
        "mode_today": _("Sale mode today"),
        "name_vi": _("Name in Vietnamese"),
        "name_en": _("Name in English"),
    }
    inspect_view_fields = (
        "set_number",
        "legal_code",
        "name_vi",
        "name_en",
        "short_name_vi",
        "short_name_en",
        "subgroup",
        "ministry",
        "decision",
        "source_url",
    )


class SaleRuleForm(forms.ModelForm):
    """A rule with its ground, since it decides what may be sold."""

    ocop_set = SetField(label=_("Set"))
    basis = forms.CharField(label=_("Basis"), max_length=255)

    class Meta:
        model = SaleRule
        fields: ClassVar[list[str]] = ["ocop_set", "mode", "valid_from", "basis"]
        formfield_callback = staff_field


class SaleRuleFilterSet(StaffFilterSet):
    """Filters of the list of rules."""

    ocop_set = SetsFilter(label=_("Set"))

    class Meta:
        model = SaleRule
        fields = ("mode", "ocop_set")


class SaleRuleViewSet(StaffViewSet):
    """The rule with the latest day that has come counts; a change of law is a new row."""

    name = "sale-rules"
    model = SaleRule
    icon = "lock-open"
    menu_hook = RULES
    menu_order = 40
    form_class = SaleRuleForm
    select_related = ("ocop_set",)
    ordering = ("ocop_set__set_number", "-valid_from")
    search_fields = ("ocop_set__name_vi", "basis")
    list_display = (
        Column("set", label=_("Set"), accessor="ocop_set.label", sort_key="ocop_set__set_number"),
        "mode",
        DayColumn("valid_from", label=_("Valid from"), sort_key="valid_from"),
        "basis",
    )
    filterset_class = SaleRuleFilterSet
    list_export = ("ocop_set.set_number", "ocop_set.label", "mode", "valid_from", "basis")
    export_headings = {"ocop_set.label": _("Set")}
    inspect_view_fields = ("ocop_set", "mode", "valid_from", "basis")


class ProductTaxForm(forms.ModelForm):
    """A rate of the law for one product."""

    rate_percent = forms.TypedChoiceField(
        label=_("VAT rate in per cent"), choices=[(rate, f"{rate} %") for rate in VAT_RATES], coerce=int
    )

    class Meta:
        model = ProductTaxTreatment
        fields: ClassVar[list[str]] = ["product", "valid_from", "rate_percent", "basis"]
        widgets: ClassVar[dict[str, Any]] = {"product": certifiable_chooser.widget_class}
        formfield_callback = staff_field


class ProductTaxViewSet(StaffViewSet):
    """Counts from its day on, where the seller pays VAT at all."""

    name = "product-taxes"
    model = ProductTaxTreatment
    icon = "list-ul"
    menu_hook = RULES
    menu_order = 60
    form_class = ProductTaxForm
    select_related = ("product__producer",)
    ordering = ("product__title_vi", "-valid_from")
    search_fields = ("product__folded", "product__producer__folded", "basis")
    list_display = (
        Column("product", label=_("Product"), accessor="product.title", sort_key="product__title_vi"),
        Column("producer", label=_("Producer"), accessor="product.producer"),
        "rate_percent",
        DayColumn("valid_from", label=_("Valid from"), sort_key="valid_from"),
        "basis",
    )
    list_filter = ("rate_percent",)
    list_export = ("product.title_vi", "product.producer", "rate_percent", "valid_from", "basis")
    export_headings = {"product.title_vi": _("Product")}
    inspect_view_fields = ("product", "rate_percent", "valid_from", "basis")


product_sets = SetViewSet()
sale_rules = SaleRuleViewSet()
product_taxes = ProductTaxViewSet()
