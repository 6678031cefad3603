"""Rows of products and producers, chosen by hand or by rule."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from wagtail.blocks import StructValue

from catalogue.cards import card_of, with_card_facts
from catalogue.models import Certificate, Product, SaleRule
from catalogue.pages.producer import Counts, counts_beside, producer_block
from core.clock import today
from producers.models import Partner

from .blocks.home import Rule

#: Two rows of five at 1280 px; phones show six of them.
SHELF = 10
#: By rule, a shelf shows at most so many products of one producer: it is a shelf of the region.
OF_ONE_PRODUCER = 2
PRODUCERS = 3


def shelves_of(values: Sequence[StructValue | None]) -> list[dict[str, Any] | None]:
    """Return a shelf for each row, or None where no product fits: an empty shelf is no promise.

    All rows together read their products once.
    """
    day = today()
    keys = [keys_of(value) if value is not None else [] for value in values]
    by_hand = any(value is not None and value["rule"] == Rule.CHOSEN for value in values)
    wanted = Product.objects.visible().filter(pk__in={key for row in keys for key in row})
    found = {product.pk: product for product in with_card_facts(wanted, press=by_hand)}
    modes = SaleRule.modes_on(day) if found else {}
    shelves: list[dict[str, Any] | None] = []
    for value, row in zip(values, keys, strict=True):
        cards = [card_of(found[key], day, modes) for key in row if key in found]
        if value is None or not cards:
            shelves.append(None)
            continue
        shelves.append(
            {
                "title": value["title"],
                "cards": cards,
                "basis": value["basis"],
                "is_demo": any(card.is_demo for card in cards),
            }
        )
    return shelves


def keys_of(value: StructValue) -> list[int]:
    """Return the products of a row by their keys, best first."""
    if value["rule"] == Rule.CHOSEN:
        return [product.pk for product in value["products"] if product is not None]
    rows = by_rule(value).values_list("pk", "producer")[: SHELF * 6]
    taken: Counter[int | None] = Counter()
    keys = []
    for key, producer in rows:
        taken[producer] += 1
        if taken[producer] <= OF_ONE_PRODUCER:
            keys.append(key)
    return keys[:SHELF]


def by_rule(value: StructValue) -> QuerySet[Product]:
    """Return the listed products of a rule, best first."""
    listed = Product.objects.listed()
    if value["rule"] == Rule.CERTIFIED:
        usable = Certificate.objects.in_force(today()).filter(product=OuterRef("pk"))
        certified = listed.filter(Exists(usable)).annotate(certified_on=usable.values("issued_on")[:1])
        return certified.order_by("-certified_on", "-pk")
    if value["rule"] == Rule.CATEGORY and value["category"] is not None:
        category = value["category"]
        part = {"branch": category} if category.is_branch else {"ocop_set": category}
        return listed.filter(**part).order_by("-pk")
    return listed.order_by("-date_created", "-pk")


def producers_of(value: StructValue) -> dict[str, Any]:
    """Return three producers: the chosen ones, then those that run their pages, newest first."""
    chosen = [producer.pk for producer in value["producers"] if producer is not None]
    day = today()
    public = Partner.objects.public().with_place().annotate(counts=counts_beside("pk", day))
    found = {producer.pk: producer for producer in public.filter(pk__in=chosen)} if chosen else {}
    producers = [found[key] for key in chosen if key in found]
    if len(producers) < PRODUCERS:
        active = public.filter(standing=Partner.Standing.ACTIVE).exclude(pk__in=found)
        producers += list(active.order_by("-running_number")[: PRODUCERS - len(producers)])
    return {
        "producers": [
            producer_block(each, day, Counts(**each.counts) if each.counts else None) for each in producers
        ],
        "producers_url": reverse("producers:index"),
    }
