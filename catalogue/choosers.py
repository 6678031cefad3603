"""Dialogues in which editors choose a product, a producer, a branch or a set; found with or without marks."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from catalogue.models import Category, Product
from core.vietnamese import fold
from producers.models import Partner


class FoldedSearchForm(BaseFilterForm):
    """A search field that looks into the folded names."""

    q = forms.CharField(
        label=_("Search term"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Search")})
    )

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what contains the words typed."""
        self.search_query = self.cleaned_data.get("q")
        if self.search_query:
            self.is_searching = True
            objects = objects.filter(folded__contains=fold(self.search_query))
        return super().filter(objects)


class ProductChooseView(ChooseView):
    """The dialogue for products; it says who makes each, since names repeat."""

    filter_form_class = FoldedSearchForm
    ordering = ("title", "pk")

    @property
    def columns(self) -> list[Column]:
        """Add the producer."""
        return [*super().columns, Column("producer", label=_("Producer"))]


class ProductChooseResultsView(ChooseResultsView):
    """Its list of results."""

    filter_form_class = FoldedSearchForm
    ordering = ("title", "pk")

    @property
    def columns(self) -> list[Column]:
        """Add the producer."""
        return [*super().columns, Column("producer", label=_("Producer"))]


class ProducerChooseView(ChooseView):
    """The dialogue for producers."""

    filter_form_class = FoldedSearchForm


class ProducerChooseResultsView(ChooseResultsView):
    """Its list of results."""

    filter_form_class = FoldedSearchForm


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


class AnyProductChooserViewSet(ProductChooserViewSet):
    """Every product that is no pack size, to merge a report into."""

    def get_object_list(self) -> QuerySet[Product]:
        """Offer those of producers and those of the press."""
        return Product.objects.filter(parent__isnull=True, is_public=True).select_related("producer")


class ProducerChooserViewSet(ChooserViewSet):
    """Producers that visitors may see."""

    model = Partner
    icon = "group"
    choose_one_text = _("Choose a producer")
    choose_another_text = _("Choose another producer")
    choose_view_class = ProducerChooseView
    choose_results_view_class = ProducerChooseResultsView

    def get_object_list(self) -> QuerySet[Partner]:
        """Offer what visitors may see."""
        return Partner.objects.public()


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
producer_chooser = ProducerChooserViewSet("producer_chooser", url_prefix="choose/producer")
category_chooser = CategoryChooserViewSet("category_chooser", url_prefix="choose/category")
CHOOSERS = (product_chooser, certifiable_chooser, any_product_chooser, producer_chooser, category_chooser)
