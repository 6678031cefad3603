"""Products as staff keep them: names, set, whether visitors see them. Selling is the producer's."""

from typing import Any, ClassVar

import django_filters
from django import forms
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import BooleanRadioSelect

from catalogue import publishing
from catalogue.models import Product
from core.clock import today
from core.money import vnd
from core.staff import (
    TRADE,
    DayColumn,
    StaffActionView,
    StaffBulkAction,
    StaffFilterSet,
    StaffViewSet,
    StateColumn,
)
from core.staff.viewset import StaffInspectView

from .choices import BranchFilter, SetField, SetsFilter
from .imports import ImportMixin


class ProductForm(forms.ModelForm):
    """The fields that staff answer for."""

    ocop_set = SetField(label=_("Set"), required=False)

    class Meta:
        model = Product
        fields: ClassVar[list[str]] = ["title_vi", "title_en", "ocop_set"]
        labels: ClassVar[dict[str, Any]] = {
            "title_vi": _("Name in Vietnamese"),
            "title_en": _("Name in English"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title_vi"].required = True

    def save(self, commit: bool = True) -> Product:
        """Let the branch follow the set."""
        if "ocop_set" in self.changed_data and self.instance.ocop_set is not None:
            self.instance.branch = self.instance.ocop_set.get_parent()
        product: Product = super().save(commit)
        return product


class Hide(StaffActionView):
    """Nobody but staff and its producer sees it."""

    name = "hide"
    label = _("Hide from visitors")
    icon = "view"
    log_action = "product.hide"
    is_serious = True
    explanation = _(
        "The page answers “not found”, and lists and search leave it out. Certificates stay as they are."
    )

    @classmethod
    def is_offered(cls, instance: Product) -> bool:
        return bool(instance.is_public)

    def perform(self, data: dict[str, Any]) -> None:
        publishing.hide(self.object.pk)


class Show(StaffActionView):
    """Visitors see it."""

    name = "show"
    label = _("Show to visitors")
    icon = "view"
    log_action = "product.show"
    explanation = _("The page, the lists and the search show it again.")

    @classmethod
    def is_offered(cls, instance: Product) -> bool:
        return not instance.is_public

    def perform(self, data: dict[str, Any]) -> None:
        publishing.show(self.object.pk)


class ProductFilterSet(StaffFilterSet):
    """Filters of the list of products."""

    listing = django_filters.ChoiceFilter(
        label=_("Listing"), choices=Product.Listing.choices, empty_label=_("All"), widget=forms.RadioSelect
    )
    is_public = django_filters.BooleanFilter(label=_("Shown to visitors"), widget=BooleanRadioSelect)
    star = django_filters.BooleanFilter(
        label=_("With a star today"), method="with_star", widget=BooleanRadioSelect
    )
    branch = BranchFilter(label=_("Branch"), empty_label=_("All"))
    ocop_set = SetsFilter(label=_("Set"))

    class Meta:
        model = Product
        fields = ("listing", "is_public", "star", "branch", "ocop_set", "is_demo")

    def with_star(self, queryset: Any, name: str, value: bool) -> Any:
        """Ask the stored star and its last day together."""
        starred = {"stars_today__isnull": False, "certified_until__gte": today()}
        return queryset.filter(**starred) if value else queryset.exclude(**starred)


def stars_words(product: Product) -> str:
    """Say the star of today, read together with its last day."""
    if product.stars_today is None or product.certified_until is None or product.certified_until < today():
        return ""
    return f"{product.stars_today} ★"


def price_words(product: Product) -> str:
    """Say the lowest price, in đồng."""
    return vnd(product.price_from) if product.price_from is not None else ""


class ProductPage(StaffInspectView):
    """One product with its certificates and where it is seen."""

    def extra_rows(self) -> list[tuple[str, Any]]:
        product: Product = self.object
        certificates = product.certificates.select_related("superseded_by").newest_first()
        rows = [
            (reverse("staff_certificates:inspect", args=[each.pk]), each.code, each.stars, each.state.label)
            for each in certificates
        ]
        public = format_html('<a href="{0}">{0}</a>', product.get_absolute_url())
        return [
            (gettext("Star today"), stars_words(product)),
            (gettext("Price from"), price_words(product)),
            (gettext("Public page"), public if product.is_public else gettext("hidden")),
            (
                gettext("Certificates"),
                format_html(
                    "<ul>{}</ul>", format_html_join("", '<li><a href="{}">{}</a>: {} ★, {}</li>', rows)
                )
                if rows
                else "",
            ),
        ]


HEADER = (("staff_products:import", _("Import XLSX"), "upload", "add"),)


class ProductViewSet(ImportMixin, StaffViewSet):
    """Products and their sets; pack sizes belong to their product and are the producer's."""

    name = "products"
    model = Product
    icon = "tag"
    menu_hook = TRADE
    menu_order = 20
    can_add = False
    form_class = ProductForm
    inspect_view_class = ProductPage
    actions = (Hide, Show)
    header_links = HEADER
    rows = Product.objects.filter(parent__isnull=True)
    select_related = ("producer", "ocop_set", "branch")
    ordering = ("title_vi", "pk")
    search_fields = ("folded", "producer__folded", "upc")
    filterset_class = ProductFilterSet
    list_display = (
        "title",
        Column("producer", label=_("Producer"), sort_key="producer__name"),
        Column("set", label=_("Set"), accessor="ocop_set.label", sort_key="ocop_set__set_number"),
        Column("star", label=_("Star today"), accessor=stars_words, sort_key="stars_today"),
        DayColumn("certified_until", label=_("Last day of the star"), sort_key="certified_until"),
        Column("price", label=_("Price from"), accessor=price_words, sort_key="price_from"),
        Column("available", label=_("In stock"), sort_key="available"),
        Column("listing", label=_("Listing"), accessor="get_listing_display", sort_key="listing"),
        StateColumn(
            "is_public",
            label=_("Visitors"),
            accessor=lambda row: gettext("see it") if row.is_public else gettext("do not see it"),
            sort_key="is_public",
            good=lambda row: row.is_public,
        ),
    )
    list_export = (
        "pk",
        "title_vi",
        "title_en",
        "producer",
        "branch.label",
        "ocop_set.label",
        "stars_today",
        "certified_until",
        "price_from",
        "available",
        "listing",
        "is_public",
        "is_demo",
    )
    export_headings = {
        "pk": _("Number"),
        "title_vi": _("Name in Vietnamese"),
        "title_en": _("Name in English"),
        "branch.label": _("Branch"),
        "ocop_set.label": _("Set"),
        "stars_today": _("Star today"),
        "certified_until": _("Last day of the star"),
        "price_from": _("Price from"),
        "available": _("In stock"),
        "is_public": _("Shown to visitors"),
    }
    inspect_view_fields = (
        "title_vi",
        "title_en",
        "producer",
        "branch",
        "ocop_set",
        "listing",
        "upc",
        "is_demo",
    )


products = ProductViewSet()


class HideMany(StaffBulkAction):
    """Hide the chosen products; each can be shown again."""

    models: ClassVar[list[Any]] = [Product]
    viewset = products
    display_name = _("Hide from visitors")
    aria_label = _("Hide the chosen products from visitors")
    action_type = "hide"
    log_action = "product.hide"

    @classmethod
    def change(cls, row: Product) -> bool:
        return publishing.hide(row.pk)


class ShowMany(StaffBulkAction):
    """Show the chosen products."""

    models: ClassVar[list[Any]] = [Product]
    viewset = products
    display_name = _("Show to visitors")
    aria_label = _("Show the chosen products to visitors")
    action_type = "show"
    log_action = "product.show"

    @classmethod
    def change(cls, row: Product) -> bool:
        return publishing.show(row.pk)
