"""Dialogues in which staff choose a product, a branch or a set; found with or without marks."""

from typing import ClassVar

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from catalogue.models import Category, Product
from core.staff.choosers import FoldedSearchForm


class ProductSearchForm(FoldedSearchForm):
    """Looks into the names of product and producer, and into the barcode."""

    search_fields: ClassVar[tuple[str, ...]] = ("folded", "parent__folded", "producer__folded", "upc")


class _OfProducts:
    """For both views of a dialogue: it says who makes each product, since names repeat."""

    filter_form_class = ProductSearchForm
    # Pack sizes have no name of their own: they stand with their parent.
    ordering = (Coalesce("parent__folded", "folded"), "pk")

    @property
    def columns(self) -> list[Column]:
        """Add barcode and producer."""
        return [
            *super().columns,
            Column("upc", label=_("Barcode"), accessor=lambda product: product.upc or "–"),
            Column("producer", label=_("Producer")),
        ]


class ProductChooseView(_OfProducts, ChooseView):
    """The dialogue for products."""


class ProductChooseResultsView(_OfProducts, ChooseResultsView):
    """Its list of results."""


class ProductChooserViewSet(ChooserViewSet):
    """Products that have a page; pack sizes are chosen with their parent."""

    model = Product
    icon = "tag"
    choose_one_text = _("Choose a product")
    choose_another_text = _("Choose another product")
    choose_view_class = ProductChooseView
    choose_results_view_class = ProductChooseResultsView

    def get_object_list(self) -> QuerySet[Product]:
        """Offer what visitors may see."""
        return Product.objects.visible().select_related("producer")


class CertifiableChooserViewSet(ProductChooserViewSet):
    """Products that can have a certificate: run by a producer, shown or not, and no pack sizes."""

    def get_object_list(self) -> QuerySet[Product]:
        """Offer all but what only the press named."""
        return Product.objects.filter(listing=Product.Listing.LISTED, parent__isnull=True).select_related(
            "producer"
        )


class SoldChooserViewSet(ProductChooserViewSet):
    """What is packed and sold as one size: products of one size, and pack sizes."""

    def get_object_list(self) -> QuerySet[Product]:
        """Offer all but parents and what only the press named."""
        sold = Product.objects.filter(listing=Product.Listing.LISTED).exclude(structure=Product.PARENT)
        return sold.select_related("producer", "parent")


class AnyProductChooserViewSet(ProductChooserViewSet):
    """Every product that is no pack size, to merge a report into."""

    def get_object_list(self) -> QuerySet[Product]:
        """Offer those of producers and those of the press."""
        return Product.objects.filter(parent__isnull=True, is_public=True).select_related("producer")


class CategoryChooserViewSet(ChooserViewSet):
    """The six branches and 26 sets."""

    model = Category
    icon = "folder"
    per_page = 40
    choose_one_text = _("Choose a branch or set")
    choose_another_text = _("Choose another branch or set")


product_chooser = ProductChooserViewSet("product_chooser", url_prefix="choose/product")
certifiable_chooser = CertifiableChooserViewSet("certifiable_chooser", url_prefix="choose/certifiable")
any_product_chooser = AnyProductChooserViewSet("any_product_chooser", url_prefix="choose/any-product")
sold_chooser = SoldChooserViewSet("sold_chooser", url_prefix="choose/sold")
category_chooser = CategoryChooserViewSet("category_chooser", url_prefix="choose/category")
CHOOSERS = (product_chooser, certifiable_chooser, any_product_chooser, sold_chooser, category_chooser)
