"""What a scanned pack opens: the passport of one pack size, with one lot of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.badges import badge_of, last_word_on
from catalogue.models import Lot, Product
from catalogue.pages.label import quantity_words
from catalogue.pages.lot import MOST_LISTED, recall_of
from catalogue.pages.passport import passport_of, read_passport
from catalogue.pages.producer import full_place
from catalogue.pages.product import read_product
from catalogue.pages.structured_data import item_data
from catalogue.pictures import picture_alt, picture_url
from core.days import day_words
from core.structured_data import absolute, breadcrumb_list

#: Between a lot and a serial number in a GS1 Digital Link.
_SERIAL = "/21/"


@dataclass(frozen=True, slots=True)
class ItemAddress:
    """The address of a pack size or of one lot of it, without a serial number."""

    gtin: str
    lot: str = ""

    def get_absolute_url(self) -> str:
        """Return the address in the active language."""
        item = reverse("passport:item", kwargs={"gtin": self.gtin})
        return f"{item}10/{quote(self.lot, safe='')}/" if self.lot else item


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What the rest of a GS1 Digital Link names, after the GTIN."""

    #: Possible lot codes, the likeliest first: a code may hold `/21/` itself.
    lots: tuple[str, ...] = ()
    has_serial: bool = False
    is_understood: bool = True


def read_rest(rest: str) -> AskedFor:
    """Read `10/<lot>`, `21/<serial>` or both; anything else is not understood.

    >>> read_rest("10/AB1/21/7/").lots
    ('AB1/21/7', 'AB1')
    """
    words = rest.strip("/")
    if not words:
        return AskedFor()
    if words.startswith("21/") and len(words) > len("21/"):
        return AskedFor(has_serial=True)
    if not words.startswith("10/") or len(words) <= len("10/"):
        return AskedFor(is_understood=False)
    whole = words.removeprefix("10/")
    starts = [place for place in range(1, len(whole)) if whole.startswith(_SERIAL, place)]
    shorter = tuple(whole[:place] for place in starts)
    return AskedFor(lots=(whole, *shorter), has_serial=bool(starts))


def find_item(gtin: str, day: date) -> tuple[Product, Product] | None:
    """Return the product with this stored GTIN, read for its page, and the pack size; None where unknown."""
    size = Product.objects.filter(upc=gtin, is_public=True).only("pk", "parent").first()
    if size is None:
        return None
    product = read_product(size.parent_id or size.pk, day)
    if product is None or product.is_reported:
        return None
    sizes = list(product.children.all())
    chosen = next((each for each in sizes if each.pk == size.pk), product)
    return product, chosen


def lots_of(size: Product) -> QuerySet[Lot]:
    """Return the lots of a pack size, the newest first, read for a page."""
    lots: QuerySet[Lot] = (
        Lot.objects.filter(product=size.pk)
        .select_related("product__parent")
        .prefetch_related("events")
        .newest_first()
    )
    return lots


def item_context(product: Product, size: Product, lot: Lot | None, day: date) -> dict[str, Any]:
    """Return what the page of a pack size, or of one lot of it, reads."""
    certificates = list(product.certificates.all())
    badge = badge_of(last_word_on(certificates, day), day)
    facts = read_passport(product, list(product.children.all()), size, day, lot)
    title = f"{product.title}, {size.pack_label}" if size.parent_id and size.pack_label else product.title
    address = ItemAddress(str(size.upc), lot.code if lot else "").get_absolute_url()
    heading = _("%(title)s, lot %(code)s") % {"title": title, "code": lot.code} if lot else title
    return {
        "page_title": heading,
        "page_description": _("Label contents, certificate, papers and lots of this product."),
        "page_image": absolute(picture_url(product)),
        "noindex": lot is not None,
        # One address, whether the pack's link ended with a slash or a serial number.
        "canonical_url": absolute(address),
        "title": title,
        "lot": lot,
        "product": {
            "url": size.get_absolute_url(),
            "producer_name": product.producer.name if product.producer else "",
            "producer_url": product.producer.get_absolute_url() if product.producer else "",
            "place": full_place(product.producer, day) if product.producer else "",
            "quantity": quantity_words(size),
            "is_demo": product.is_demo,
        },
        "picture": {"url": picture_url(product), "alt": picture_alt(product)},
        "badge": badge,
        "recall": recall_of(lot) if lot is not None and lot.is_recalled else None,
        "recalls": facts.recalls
        if lot is None
        else [each for each in facts.recalls if each.code != lot.code],
        "passport": passport_of(product, size, certificates, badge, facts, day),
        "lots": [] if lot is not None else lot_links(size),
        "form_url": reverse("passport:item", kwargs={"gtin": size.upc}),
        "structured_data": [
            item_data(product, size, lot),
            breadcrumb_list(
                [
                    (_("Home"), reverse("wagtail_serve", args=[""])),
                    (product.title, product.get_absolute_url()),
                    (heading, address),
                ]
            ),
        ],
    }


def lot_links(size: Product) -> list[dict[str, object]]:
    """Return the newest lots of a pack size as links."""
    language = get_language() or "vi"
    return [
        {
            "code": lot.code,
            "url": ItemAddress(str(size.upc), lot.code).get_absolute_url(),
            "made": day_words(lot.made_on, language),
            "is_recalled": lot.is_recalled,
        }
        for lot in Lot.objects.filter(product=size.pk).newest_first()[:MOST_LISTED]
    ]
