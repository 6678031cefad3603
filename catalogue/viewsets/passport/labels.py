"""Label contents: each set's own fields, what is missing for sale, publishing and taking off sale."""

from typing import Any, ClassVar

import django_filters
from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from catalogue.choosers import certifiable_chooser
from catalogue.models import OF_PACK, LabelContents, LabelField, LabelRule
from catalogue.models.label_contents import TRANSLATED
from catalogue.passport.completeness import Missing, missing_with
from catalogue.passport.selling import publish_for_sale, take_off_sale
from catalogue.viewsets.choices import keep_chosen
from core.clock import today
from core.staff import (
    TRADE,
    DayColumn,
    StaffActionForm,
    StaffActionView,
    StaffFilterSet,
    StaffViewSet,
    StateColumn,
    staff_field,
)
from core.staff.viewset import StaffInspectView

#: Columns of the form for each piece of a label; what a set does not ask for is not shown.
_COLUMNS = {
    field: (f"{field}_vi", f"{field}_en")
    if field in TRANSLATED
    else (field, "declaration_exemption")
    if field == LabelField.DECLARATION_NUMBER
    else (field,)
    for field in LabelField.values
    if field not in OF_PACK
}
ALL_COLUMNS = [column for columns in _COLUMNS.values() for column in columns]


def missing_words(missing: list[Missing]) -> Any:
    """List what is missing, each with the law that asks for it."""
    if not missing:
        return gettext("Nothing is missing.")
    rows = format_html_join(
        "", "<li>{}{}</li>", ((m.words, f" ({m.basis})" if m.basis else "") for m in missing)
    )
    return format_html("<ul>{}</ul>", rows)


class LabelForm(forms.ModelForm):
    """The pieces that the law asks of the product's set; the product is chosen once."""

    class Meta:
        model = LabelContents
        fields: ClassVar[list[str]] = ["product", *ALL_COLUMNS]
        widgets: ClassVar[dict[str, Any]] = {"product": certifiable_chooser.widget_class}
        formfield_callback = staff_field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.fields["product"].queryset = certifiable_chooser.get_object_list()
            return
        product = self.instance.product
        keep_chosen(self.fields["product"], product)
        self.fields["product"].help_text = self._missing_help()
        rules = {
            rule.field: rule
            for rule in LabelRule.objects.in_force(today()).filter(ocop_set=product.ocop_set_id)
        }
        for field, columns in _COLUMNS.items():
            for column in columns:
                if rules and field not in rules and not getattr(self.instance, column):
                    del self.fields[column]
                elif field in rules and rules[field].level == LabelRule.Level.REQUIRED:
                    self.fields[column].help_text = format_html(
                        "{} {}",
                        self.fields[column].help_text,
                        gettext("Asked by %(law)s.") % {"law": rules[field].basis},
                    )

    def _missing_help(self) -> Any:
        missing = missing_with(self.instance.product, self.instance)
        if not missing:
            return gettext("Complete: nothing keeps this product from being on sale.")
        return gettext("Missing for sale: %(list)s.") % {"list": "; ".join(each.words for each in missing)}


class ReasonlessForm(forms.Form):
    """Nothing to fill in: the page itself is the question."""


class PublishAction(StaffActionView):
    """Offer the product."""

    name = "publish"
    label = _("Publish for sale")
    icon = "upload"
    log_action = "label.publish"
    form_class = ReasonlessForm
    explanation = _(
        "The product can be bought at once. Its label must have all that the law asks of its set."
    )

    @classmethod
    def is_offered(cls, instance: LabelContents) -> bool:
        return instance.product.published_for_sale_at is None

    def perform(self, data: dict[str, Any]) -> None:
        publish_for_sale(product_id=self.object.product_id)


class TakeOffAction(StaffActionView):
    """Stop offering the product."""

    name = "take-off"
    label = _("Take off sale")
    icon = "download"
    log_action = "label.take_off"
    form_class = StaffActionForm
    is_serious = True
    explanation = _("Price and basket button go, the page stays. Orders that were placed stand.")

    @classmethod
    def is_offered(cls, instance: LabelContents) -> bool:
        return instance.product.published_for_sale_at is not None

    def perform(self, data: dict[str, Any]) -> None:
        take_off_sale(product_id=self.object.product_id)


class LabelPage(StaffInspectView):
    """One label with what is missing and its versions."""

    def extra_rows(self) -> list[tuple[str, Any]]:
        label: LabelContents = self.object
        product = label.product
        public = format_html('<a href="{0}">{0}</a>', product.get_absolute_url())
        versions = format_html_join(
            "", "<li>{} – {}</li>",
            ((each.version, f"{each.history_date:%d/%m/%Y %H:%M}") for each in label.history.all()[:20]),
        )  # fmt: skip
        return [
            (gettext("On sale"), sale_words(label)),
            (gettext("Missing for sale"), missing_words(missing_with(product, label))),
            (gettext("Producer"), product.producer),
            (gettext("Public page"), public),
            (gettext("Versions of the label"), format_html("<ul>{}</ul>", versions)),
        ]


def sale_words(label: LabelContents) -> str:
    """Say whether the product of a label is on sale today."""
    product = label.product
    if product.published_for_sale_at is None:
        return gettext("not published")
    return gettext("on sale") if product.is_published_on(today()) else gettext("published, label incomplete")


class LabelFilterSet(StaffFilterSet):
    """Filters of the list of labels."""

    on_sale = django_filters.BooleanFilter(
        label=_("On sale"), field_name="product__published_for_sale_at", lookup_expr="isnull", exclude=True
    )

    class Meta:
        model = LabelContents
        fields: ClassVar[dict[str, list[str]]] = {
            "product__ocop_set": ["exact"],
            "changed_at": ["gte", "lte"],
        }


class LabelViewSet(StaffViewSet):
    """Labels are never deleted here: a product that is no longer sold is taken off sale."""

    name = "labels"
    model = LabelContents
    icon = "tag"
    menu_label = _("Label contents")
    menu_hook = TRADE
    menu_order = 30
    inspect_view_class = LabelPage
    actions = (PublishAction, TakeOffAction)
    select_related = ("product__producer", "product__ocop_set")
    ordering = ("-changed_at",)
    search_fields = ("product__folded", "product__producer__folded", "declaration_number")
    list_display = (
        Column("product", label=_("Product"), accessor="product.title", sort_key="product__title_vi"),
        Column("producer", label=_("Producer"), accessor="product.producer"),
        Column("set", label=_("Set"), accessor="product.ocop_set.label"),
        StateColumn(
            "sale",
            label=_("On sale"),
            accessor=sale_words,
            good=lambda row: row.product.is_published_on(today()),
        ),
        Column("version", label=_("Version"), sort_key="version"),
        DayColumn("changed", label=_("Changed"), accessor="changed_at", sort_key="changed_at"),
    )
    filterset_class = LabelFilterSet
    list_export = ("product.title_vi", "product.producer", "product.ocop_set", "version", *ALL_COLUMNS)
    export_headings: ClassVar[dict[str, Any]] = {
        "product.title_vi": _("Product"),
        "product.producer": _("Producer"),
        "product.ocop_set": _("Set"),
    }
    inspect_view_fields = ("product", *ALL_COLUMNS)

    def get_form_class(self, for_update: bool = False) -> type[LabelForm]:
        return LabelForm


labels = LabelViewSet()
