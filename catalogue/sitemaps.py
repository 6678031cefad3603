"""The parts of the sitemap that list products, branches and sets, producers and certificates."""

from collections.abc import Iterable

from django.db.models import QuerySet

from catalogue.models import Category, Certificate, Product
from core.sitemaps import ModelSection, SitemapSection, ViewSection
from producers.models import Partner


def products() -> QuerySet[Product]:
    """Every product that has a page; pack sizes share their parent's."""
    return Product.objects.visible().only("slug_vi", "slug_en", "parent", "date_updated").order_by("pk")


def producers() -> QuerySet[Partner]:
    """Every producer that visitors may see."""
    return Partner.objects.public().only("slug").order_by("pk")


def certificates() -> QuerySet[Certificate]:
    """Every certificate of a product that has a page, ended ones too: people check those."""
    return Certificate.objects.filter(product__in=Product.objects.visible()).only("code").order_by("pk")


def categories() -> QuerySet[Category]:
    """The six branches and their sets."""
    return Category.objects.exclude(code="").order_by("path")


def catalogue_sections() -> Iterable[SitemapSection]:
    """Return this room's sections."""
    return (
        ViewSection(
            "lists", ("catalogue:index", "catalogue:reported", "producers:index", "certificates:check")
        ),
        ModelSection("sets", categories),
        ModelSection("products", products, "date_updated"),
        ModelSection("producers", producers),
        ModelSection("certificates", certificates),
    )
