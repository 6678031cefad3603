"""Rows of products and producers, chosen by hand or by rule."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from wagtail.blocks import StructValue

from catalogue.cards import ProductCard, cards_of, with_card_facts
from catalogue.models import Certificate, Product
from catalogue.pages.producer import counts_of, producer_block
from core.clock import today
from producers.models import Partner

from .blocks.home import Rule

#: Two rows of five at 1280 px; phones show six of them.
SHELF = 10
PRODUCERS = 3


def shelf_of(value: StructValue) -> dict[str, Any] | None:
    """Return a shelf, or None where no product fits: an empty shelf is no promise."""
    cards = cards_for(value)
    if not cards:
        return None
    return {
        "title": value["title"],
        "cards": cards,
        "basis": value["basis"],
        "is_demo": any(card.is_demo for card in cards),
    }


def cards_for(value: StructValue) -> list[ProductCard]:
    """Return the cards of a row by its rule."""
    day = today()
    if value["rule"] == Rule.CHOSEN:
        keys = [product.pk for product in value["products"] if product is not None]
        found = Product.objects.visible().filter(pk__in=keys)
        cards = {product.pk: product for product in with_card_facts(found)}
        return cards_of([cards[key] for key in keys if key in cards], day)
    return cards_of(with_card_facts(by_rule(value), press=False)[:SHELF], day)


def by_rule(value: StructValue) -> QuerySet[Product]:
    """Return the listed products of a rule, best first."""
    listed = Product.objects.listed()
    if value["rule"] == Rule.CERTIFIED:
        usable = Certificate.objects.in_force(today()).filter(product=OuterRef("pk"))
        return (
            listed.filter(Exists(usable))
            .annotate(certified_on=usable.values("issued_on")[:1])
            .order_by("-certified_on", "-pk")
        )
    if value["rule"] == Rule.CATEGORY and value["category"] is not None:
        category = value["category"]
        part = {"branch": category} if category.is_branch else {"ocop_set": category}
        return listed.filter(**part).order_by("-pk")
    return listed.order_by("-date_created", "-pk")


def producers_of(value: StructValue) -> dict[str, Any]:
    """Return three producers: the chosen ones, then those that run their pages, newest first."""
    chosen = [producer.pk for producer in value["producers"] if producer is not None]
    public = Partner.objects.public().with_place()
    found = {producer.pk: producer for producer in public.filter(pk__in=chosen)}
    producers = [found[key] for key in chosen if key in found]
    if len(producers) < PRODUCERS:
        others = (
            public.filter(standing=Partner.Standing.ACTIVE).exclude(pk__in=found).order_by("-running_number")
        )
        producers += list(others[: PRODUCERS - len(producers)])
    day = today()
    counts = counts_of([producer.pk for producer in producers], day)
    return {
        "producers": [
            producer_block(producer, today(), counts=counts.get(producer.pk)) for producer in producers
        ],
        "producers_url": reverse("producers:index"),
    }
