"""The facts of a producer: in short on other pages, in full on its own."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.cards import place_of
from catalogue.models import Certificate, Product
from catalogue.pictures import band_url
from core.page_parts import Fact
from producers.models import Partner
from regions.words import name_words, province_words


@dataclass(frozen=True, slots=True)
class ProducerBlock:
    """A producer as blocks and heads show it."""

    name: str
    url: str
    band_url: str
    kind: str
    place: str
    old_place: str
    summary: str
    paragraphs: tuple[str, ...]
    counts_text: str
    is_demo: bool
    phone: str = ""
    zalo_url: str = ""
    #: False: only the press named it, and its owner has not spoken for the page.
    is_claimed: bool = True


@dataclass(frozen=True, slots=True)
class Counts:
    """How many products a producer lists, how many of these may show a star, how many the press named."""

    listed: int
    certified: int
    reported: int


def counts_of(producer_ids: list[int], day: date) -> dict[int, Counts]:
    """Return the counts of several producers in one query."""
    rows = _counted(day).filter(producer__in=producer_ids)
    return {producer: Counts(**counts) for producer, counts in rows.values_list("producer", "counts")}


def counts_beside(producer: str, day: date) -> Subquery:
    """Return the counts as a column, to be read along with `producer`, a field that holds its key.

    The column holds what `Counts` is made of, or None for a producer without products.
    """
    return Subquery(_counted(day).filter(producer=OuterRef(producer)).values("counts"))


def _counted(day: date) -> QuerySet[Any, Any]:
    usable = Exists(Certificate.objects.in_force(day).filter(product=OuterRef("pk")))
    listed = Q(listing=Product.Listing.LISTED)
    return (
        Product.objects.filter(parent__isnull=True, is_public=True)
        .annotate(usable=usable)
        .values("producer")
        .annotate(
            n_listed=Count("pk", filter=listed),
            n_certified=Count("pk", filter=listed & Q(usable=True)),
            n_reported=Count("pk", filter=Q(listing=Product.Listing.REPORTED)),
            counts=JSONObject(listed="n_listed", certified="n_certified", reported="n_reported"),
        )
        .order_by()
    )


def counts_words(counts: Counts | None) -> str:
    """Return the counts in a phrase: "8 products, 5 with a certificate in force"."""
    if counts is None or (not counts.listed and not counts.reported):
        return ""
    if not counts.listed:
        words = ngettext(
            "%(count)s product named by the press", "%(count)s products named by the press", counts.reported
        )
        return words % {"count": counts.reported}
    listed = ngettext("%(count)s product", "%(count)s products", counts.listed) % {"count": counts.listed}
    certified = ngettext(
        "%(count)s with a certificate in force", "%(count)s with a certificate in force", counts.certified
    )
    return f"{listed}, {certified % {'count': counts.certified}}"


def producer_block(producer: Partner, day: date, counts: Counts | None) -> ProducerBlock:
    """Return a producer in short.

    Args:
        producer: Read with its places.
        day: For the names of places.
        counts: Of `counts_of` or `counts_beside`.
    """
    return ProducerBlock(
        name=producer.name,
        url=producer.get_absolute_url(),
        band_url=band_url(producer),
        kind=str(Partner.Kind(producer.kind).label) if producer.kind != Partner.Kind.UNKNOWN else "",
        place=full_place(producer, day),
        old_place=_old_place(producer),
        summary=producer.tagline,
        paragraphs=tuple(part.strip() for part in (producer.story or "").split("\n\n") if part.strip()),
        counts_text=counts_words(counts),
        is_demo=producer.is_demo,
        phone=producer.phone,
        zalo_url="",
        is_claimed=not producer.is_reported,
    )


def description_of(producer: Partner, counts: Counts | None) -> str:
    """Return one sentence about a producer for search engines and shared links."""
    if producer.tagline or not producer.is_reported:
        return producer.tagline
    named = counts_words(counts) or _("named by the press")
    place = name_words(producer.district.name) if producer.district is not None else ""
    where = f"{producer.name}, {place}" if place else producer.name
    return _("%(producer)s: %(named)s. Put together from public sources, not confirmed by its owner.") % {
        "producer": where,
        "named": named,
    }


def full_place(producer: Partner, day: date) -> str:
    """Return commune and province, as far as known."""
    place = place_of(producer, day)
    if producer.unit is not None:
        return f"{place}, {province_words(producer.unit.province)}"
    return place


def _old_place(producer: Partner) -> str:
    if producer.old_commune is None:
        return ""
    old = producer.old_commune
    return f"{name_words(old.name)}, {name_words(old.district_name)}"


def producer_facts(producer: Partner, counts: Counts | None) -> list[Fact]:
    """Return the table of a producer's own page: legal identity and what it makes."""
    demo = producer.is_demo
    facts = [
        Fact(_("Legal name"), producer.legal_name, is_demo=demo and bool(producer.legal_name)),
        Fact(
            _("Registration number"),
            producer.registration_number,
            is_demo=demo and bool(producer.registration_number),
        ),
        Fact(_("Registered by"), producer.registered_by),
        Fact(_("Tax code"), producer.tax_code, is_demo=demo and bool(producer.tax_code)),
        Fact(_("Founded"), str(producer.founded_year) if producer.founded_year else ""),
        Fact(_("Products"), counts_words(counts)),
    ]
    if producer.is_reported:
        # Of a producer that only the press named, what nobody told is left out rather than listed as missing.
        facts = [fact for fact in facts if fact.value]
    return facts
