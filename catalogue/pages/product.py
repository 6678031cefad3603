"""The facts of a product page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from catalogue.badges import StarBadge, badge_of, last_word_on
from catalogue.cards import (
    LOW_STOCK,
    ProductCard,
    card_of,
    cards_of,
    sale_mode,
    unit_price_of,
    with_card_facts,
)
from catalogue.maps import place_map
from catalogue.models import FOR_SALE, Certificate, Product, SaleMode, SaleRule
from catalogue.pages.producer import ProducerBlock, producer_block
from catalogue.pictures import band_url
from core.days import day_words
from core.page_parts import Fact, Link, MapPicture

#: Cards on each shelf below a product.
SHELF = 5


@dataclass(frozen=True, slots=True)
class Variant:
    """One pack size to choose."""

    title: str
    url: str
    price: int | None
    is_chosen: bool
    is_sold_out: bool


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
    add_url: str = ""
    old_price: int | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """A row of further products."""

    id: str
    title: str
    cards: Sequence[ProductCard]
    url: str = ""
    link: str = ""


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
    shelves: list[Shelf] = field(default_factory=list)


def read_product(pk: int) -> Product | None:
    """Read a visible product with all that its page needs; None when there is no such page."""
    children = Product.objects.filter(is_public=True).order_by("price_from", "pk")
    return (
        with_card_facts(Product.objects.visible())
        .select_related("producer__old_commune", "producer__unit__province")
        .prefetch_related(Prefetch("children", children), "certificates__rule_set")
        .filter(pk=pk)
        .first()
    )


def product_page(product: Product, chosen_size: str, day: date) -> ProductPage:
    """Work out the page of a product of the shop.

    Args:
        product: Of `read_product`.
        chosen_size: Primary key of a pack size as it stands in the address; anything else chooses the first
            that is in stock.
        day: For which stars and sale modes hold.
    """
    modes = SaleRule.modes_on(day)
    mode = sale_mode(product, modes)
    sizes = list(product.children.all())
    size = _chosen(sizes, chosen_size)
    certificates = list(product.certificates.all())
    certificate = last_word_on(certificates, day)
    badge = badge_of(certificate, day)
    card = card_of(product, day, modes)
    block = producer_block(product.producer, day, with_counts=True) if product.producer else None
    page = ProductPage(
        product=_buy_box(product, size, mode, card),
        badge=badge,
        certificate=certificate,
        card=card,
        variants=[_variant(product, each, each == size, mode) for each in sizes],
        passport=_passport(product, size or product, certificate, certificates, badge, day),
        producer=block,
        map=place_map(product.producer) if product.producer else None,
        breadcrumb=steps_to(product),
    )
    page.shelves = _shelves(product, day, modes)
    return page


def steps_to(product: Product) -> list[Link]:
    """Return the way from home to a product: the list, its branch, its set."""
    from django.urls import reverse  # noqa: PLC0415  evaluated in the active language

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


def _variant(product: Product, size: Product, is_chosen: bool, mode: SaleMode) -> Variant:
    return Variant(
        title=size.pack_label or size.title,
        url=f"{product.get_absolute_url()}?quy-cach={size.pk}",
        price=int(size.price_from) if size.price_from is not None and mode != SaleMode.SHOW else None,
        is_chosen=is_chosen,
        is_sold_out=mode in FOR_SALE and size.available <= 0,
    )


def _buy_box(product: Product, size: Product | None, mode: SaleMode, card: ProductCard) -> BuyBox:
    shown = size or product
    price = int(shown.price_from) if shown.price_from is not None and mode != SaleMode.SHOW else None
    per = unit_price_of(shown if shown.net_quantity else product, price)
    for_sale = mode in FOR_SALE and price is not None
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
        unit_basis=per[1] if per else "",
        price_is_from=False,
        tax_note=_("VAT included, where the seller pays it") if price is not None else "",
        is_sold_out=for_sale and shown.available <= 0,
        stock_text=_stock_words(shown.available) if for_sale else "",
        stock_is_low=for_sale and shown.available < LOW_STOCK,
    )


def _stock_words(available: int) -> str:
    if available <= 0:
        return _("Sold out")
    if available < LOW_STOCK:
        return ngettext("Only %(count)s left", "Only %(count)s left", available) % {"count": available}
    return _("In stock")


def _passport(
    product: Product,
    size: Product,
    certificate: Certificate | None,
    certificates: list[Certificate],
    badge: StarBadge,
    day: date,
) -> dict[str, Any]:
    """Return certificate and label, as far as they are known; what is missing is said, not hidden."""
    language = get_language() or "vi"
    page: dict[str, Any] | None = None
    if certificate is not None and badge.is_usable:
        earlier = [
            c
            for c in certificates
            if c.pk != certificate.pk and c.effective_from < certificate.effective_from
        ]
        page = {
            "rows": certificate_facts(certificate, badge, language),
            "url": badge.url,
            "note": "",
            "earlier_text": ngettext(
                "%(count)s earlier certificate.", "%(count)s earlier certificates.", len(earlier)
            )
            % {"count": len(earlier)}
            if earlier
            else "",
            "earlier_url": f"{badge.url}#history" if earlier else "",
        }
    producer = product.producer
    return {
        "band_url": band_url(producer) if producer else "",
        "code": certificate.printed_code if certificate and badge.is_usable else "",
        "certificate": page,
        "label": {
            "note": "",
            "rows": [
                Fact(
                    _("Net quantity"),
                    quantity_words(size),
                    is_demo=product.is_demo and bool(size.net_quantity),
                ),
                Fact(_("Ingredients"), ""),
                Fact(_("Storage"), ""),
                Fact(_("Shelf life"), ""),
                Fact(_("Responsible party"), producer.legal_name or producer.name if producer else ""),
                Fact(_("Barcode"), size.upc or ""),
            ],
        },
        "lot": None,
    }


def quantity_words(product: Product) -> str:
    """Return the net quantity as labels write it: 500 g, 1,4 kg, 500 ml, 12 pieces."""
    if not product.net_quantity:
        return ""
    if product.net_unit == Product.NetUnit.PIECE:
        return ngettext("%(count)s piece", "%(count)s pieces", product.net_quantity) % {
            "count": product.net_quantity
        }
    large, small = ("kg", "g") if product.net_unit == Product.NetUnit.GRAM else ("l", "ml")
    if product.net_quantity < 1000:
        return f"{product.net_quantity} {small}"
    amount = f"{product.net_quantity / 1000:g}"
    return f"{amount if get_language() == 'en' else amount.replace('.', ',')} {large}"


def certificate_facts(certificate: Certificate, badge: StarBadge, language: str) -> list[Fact]:
    """Return the facts of a certificate; stars are named only while they may be used."""
    demo = certificate.is_demo
    rank = _("%(stars)s stars") % {"stars": certificate.stars} if badge.is_usable else ""
    if rank and certificate.score is not None:
        score = f"{certificate.score.normalize():f}"
        points = score if language == "en" else score.replace(".", ",")
        rank = _("%(rank)s, %(points)s points") % {"rank": rank, "points": points}
    facts = [Fact(_("Rank"), rank, is_strong=True)] if rank else []
    decided = day_words(certificate.decided_on, language)
    facts += [
        Fact(
            _("Decision"),
            _("%(number)s of %(day)s") % {"number": certificate.decision_number, "day": decided},
            is_demo=demo,
        ),
        Fact(_("Issued by"), certificate.authority_name, is_demo=demo),
        Fact(_("Issued on"), day_words(certificate.issued_on, language)),
        Fact(_("Last day"), day_words(certificate.expires_on, language), is_strong=True),
        Fact(_("Product code"), certificate.printed_code, is_demo=demo and bool(certificate.printed_code)),
        Fact(_("Rule set"), certificate.rule_set.decision_number),
    ]
    if certificate.grace_until:
        facts.append(
            Fact(
                _("Usable until"), day_words(certificate.grace_until, language), note=certificate.grace_reason
            )
        )
    if certificate.revoked_on:
        facts.append(
            Fact(
                _("Revoked on"), day_words(certificate.revoked_on, language), note=certificate.revoked_reason
            )
        )
    return facts


def _shelves(product: Product, day: date, modes: dict[int, SaleMode]) -> list[Shelf]:
    """Return more of this producer, of this neighbourhood and of this set, read in one go."""
    others = Product.objects.listed().exclude(pk=product.pk).order_by("-available", "-pk")
    producer = product.producer
    wanted: list[tuple[str, str, list[int]]] = []
    taken: set[int] = set()

    def add(name: str, title: str, ids: list[int]) -> None:
        fresh = [pk for pk in ids if pk not in taken][:SHELF]
        taken.update(fresh)
        wanted.append((name, title, fresh))

    if producer is not None:
        add("same-maker", _("More of this maker"), _ids(others.filter(producer=producer), SHELF))
        if producer.district_id:
            near = others.filter(producer__district=producer.district_id).exclude(producer=producer)
            add("near", _("Made near by"), _ids(near, SHELF))
    if product.ocop_set_id:
        same = others.filter(ocop_set=product.ocop_set_id)
        add("same-set", _("Of the same kind"), _ids(same, SHELF * 3))
    by_key = {each.pk: each for each in with_card_facts(Product.objects.filter(pk__in=taken), press=False)}
    shelves = []
    for name, title, ids in wanted:
        cards = [card_of(by_key[pk], day, modes) for pk in ids if pk in by_key]
        if cards:
            shelves.append(Shelf(name, title, cards))
    return shelves


def _ids(products: Any, count: int) -> list[int]:
    return list(products.values_list("pk", flat=True)[:count])


def shelf_of_listed(product: Product, day: date) -> Shelf | None:
    """Return products of the shop of the same set or branch, for a page of a product that is not sold."""
    listed = Product.objects.listed().order_by("-available", "-pk")
    if product.ocop_set_id:
        listed = listed.filter(ocop_set=product.ocop_set_id)
    elif product.branch_id:
        listed = listed.filter(branch=product.branch_id)
    cards = cards_of(with_card_facts(listed, press=False)[:SHELF], day)
    return Shelf("shelf", _("On sale, of the same kind"), cards) if cards else None
