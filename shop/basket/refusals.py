"""What the page shows of a product that did not go into the basket."""

from dataclasses import dataclass

from catalogue.models import Product
from catalogue.pictures import picture_alt, picture_url
from core.page_parts import Link
from shop.basket.services import title_of


@dataclass(frozen=True, slots=True)
class RefusedProduct:
    """The product in short; one that visitors may not see has no name here."""

    pk: int
    title: str
    url: str
    picture_url: str
    picture_alt: str
    is_demo: bool


def refused_product(pk: int) -> RefusedProduct | None:
    """Return the product, or None where visitors may not see it."""
    product = Product.objects.select_related("parent", "producer").filter(pk=pk).first()
    if product is None or not product.is_shown:
        return None
    return RefusedProduct(
        pk=product.pk,
        title=title_of(product),
        url=product.get_absolute_url(),
        picture_url=picture_url(product),
        picture_alt=picture_alt(product),
        is_demo=product.is_demo,
    )


def choices_of(product: RefusedProduct | None) -> list[Link]:
    """Return the pack sizes to choose from, each with its page."""
    if product is None:
        return []
    sizes = Product.objects.filter(parent=product.pk, is_public=True).select_related("parent")
    return [
        Link(size.pack_label or title_of(size), size.get_absolute_url())
        for size in sizes.order_by("price_from", "pk")
    ]
