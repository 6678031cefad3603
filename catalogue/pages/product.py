"""The facts of a product page."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.badges import StarBadge, badge_of, last_word_on
from catalogue.cards import (
    LOW_STOCK,
    ProductCard,
    basis_words,
    card_of,
    sale_mode,
    unit_price_of,
    with_card_facts,
)
from catalogue.kept import shown_modes_on
from catalogue.maps import place_map
from catalogue.models import FOR_SALE, Certificate, Product, SaleMode
from catalogue.pages.lot import Recall
from catalogue.pages.passport import passport_of, read_passport
from catalogue.pages.producer import Counts, ProducerBlock, counts_beside, producer_block
from catalogue.pages.shelves import Shelf, shelves_below
from catalogue.unit_prices import best_size_of
from core.page_parts import Link, MapPicture


@dataclass(frozen=True, slots=True)
class Variant:
    """One pack size to choose."""

    title: str
    url: str
    price: int | None
    is_chosen: bool
    is_sold_out: bool
    key: str


@dataclass(frozen=True, slots=True)
class BuyBox:
    """The head of the page: name, price and stock of the chosen pack size."""

    title: str
    summary: str
    producer_name: str
    producer_url: str
    place: str
    is_demo: bool
    sale_mode: str
    price: int | None
    unit_price: int | None
    unit_basis: str
    price_is_from: bool
    tax_note: str
    is_sold_out: bool
    stock_text: str
    stock_is_low: bool
    #: Where the form puts this pack size into the basket; empty where it cannot be bought.
    add_url: str = ""
    max_quantity: int | None = None
    #: The product or the chosen pack size.
    pk: int | None = None
    old_price: int | None = None
    #: Why it cannot be had, where its set is sold here; else "".
    sale_note: str = ""


@dataclass(slots=True)
class ProductPage:
    """Everything that a product page shows."""

    product: BuyBox
    badge: StarBadge
    certificate: Certificate | None
    card: ProductCard
    variants: list[Variant]
    passport: dict[str, Any]
    producer: ProducerBlock | None
    map: MapPicture | None
    breadcrumb: list[Link]
    #: The pack size that is shown; the product itself where there is one only.
    size: Product
    recalls: list[Recall] = field(default_factory=list)
    shelves: list[Shelf] = field(default_factory=list)


def read_product(pk: int, day: date) -> Product | None:
    """Read a visible product with all that its page needs; None when there is no such page."""
    children = Product.objects.filter(is_public=True).select_related("ocop_set").order_by("price_from", "pk")
    found = (
        with_card_facts(Product.objects.visible(), press=False, rule_sets=True, best_size=False)
        .annotate(maker_counts=counts_beside("producer", day))
        .select_related("producer__old_commune", "producer__unit__province", "label__declaration_exemption")
        .prefetch_related(Prefetch("children", children))
        .filter(pk=pk)
        .order_by()
    )
    return next(iter(found), None)


def product_page(product: Product, chosen_size: str, day: date) -> ProductPage:
    """Work out the page of a product of the shop.

    Args:
        product: Of `read_product`.
        chosen_size: Primary key of a pack size as it stands in the address; anything else chooses the first
            that is in stock.
        day: For which stars and sale modes hold.
    """
    modes = shown_modes_on(day)
    mode = sale_mode(product, modes, day)
    sizes = list(product.children.all())
    product.best_size = best_size_of(sizes)
    size = _chosen(sizes, chosen_size)
    certificates = list(product.certificates.all())
    certificate = last_word_on(certificates, day)
    badge = badge_of(certificate, day)
    card = card_of(product, day, modes)
    block = producer_block(product.producer, day, _counts_beside(product)) if product.producer else None
    facts = read_passport(product, sizes, size or product, day)
    page = ProductPage(
        product=_buy_box(product, size, mode, card, modes),
        badge=badge,
        certificate=certificate,
        card=card,
        variants=[_variant(product, each, each == size, mode, day) for each in sizes],
        passport=passport_of(product, size or product, certificates, badge, facts, day),
        producer=block,
        map=place_map(product.producer) if product.producer else None,
        breadcrumb=steps_to(product),
        size=size or product,
        recalls=facts.recalls,
    )
    page.shelves = shelves_below(product, day, modes)
    return page


def _counts_beside(product: Product) -> Counts | None:
    read: dict[str, int] | None = product.maker_counts  # type: ignore[attr-defined]  # of `read_product`
    return Counts(**read) if read else None


def steps_to(product: Product) -> list[Link]:
    """Return the way from home to a product: the list, its branch, its set."""
    steps = [Link(_("Products"), reverse("catalogue:index"))]
    steps += [
        Link(each.label, each.get_absolute_url()) for each in (product.branch, product.ocop_set) if each
    ]
    return steps


def _chosen(sizes: list[Product], wanted: str) -> Product | None:
    by_key = {str(size.pk): size for size in sizes}
    if wanted in by_key:
        return by_key[wanted]
    return next((size for size in sizes if size.available > 0), sizes[0] if sizes else None)


def _variant(product: Product, size: Product, is_chosen: bool, mode: SaleMode, day: date) -> Variant:
    return Variant(
        title=size.pack_label or size.title,
        url=f"{product.get_absolute_url()}?quy-cach={size.pk}",
        price=int(size.price_from) if size.price_from is not None and mode != SaleMode.SHOW else None,
        is_chosen=is_chosen,
        is_sold_out=mode in FOR_SALE and (size.available <= 0 or not size.is_published_on(day)),
        key=str(size.pk),
    )


def _buy_box(
    product: Product, size: Product | None, mode: SaleMode, card: ProductCard, modes: dict[int, SaleMode]
) -> BuyBox:
    shown = size or product
    price = int(shown.price_from) if shown.price_from is not None and mode != SaleMode.SHOW else None
    per = unit_price_of(shown if shown.net_quantity else product, price)
    for_sale = mode in FOR_SALE and price is not None
    sold_here = modes.get(product.ocop_set_id or 0, SaleMode.SHOW) != SaleMode.SHOW
    return BuyBox(
        title=product.title,
        summary=product.description,
        producer_name=card.producer_name,
        producer_url=card.producer_url,
        place=card.place,
        is_demo=product.is_demo,
        sale_mode=mode.value,
        price=price,
        unit_price=per[0] if per else None,
        unit_basis=basis_words(per[1]) if per else "",
        price_is_from=False,
        tax_note=_("VAT included, where the seller pays it") if price is not None else "",
        is_sold_out=for_sale and shown.available <= 0,
        stock_text=_stock_words(shown.available) if for_sale else "",
        stock_is_low=for_sale and shown.available < LOW_STOCK,
        add_url=reverse("basket:add", kwargs={"pk": shown.pk}) if for_sale and shown.available > 0 else "",
        max_quantity=shown.available if for_sale else None,
        pk=shown.pk,
        sale_note=_("Not on sale now: its maker does not offer it, or its label is not complete yet.")
        if sold_here and mode == SaleMode.SHOW
        else "",
    )


def _stock_words(available: int) -> str:
    if available <= 0:
        return _("Sold out")
    if available < LOW_STOCK:
        return ngettext("Only %(count)s left", "Only %(count)s left", available) % {"count": available}
    return _("In stock")
