"""What wish lists show."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from accounts.models import User
from catalogue.cards import ProductCard, card_of, with_card_facts
from catalogue.models import Product, SaleRule
from shop.wishlists.models import Line, WishList


@dataclass(frozen=True, slots=True)
class Wish:
    """One line of a list; without a card, its product is not shown to visitors any more."""

    pk: int
    title: str
    card: ProductCard | None


def lists_of(user: User) -> list[WishList]:
    """Return a person's lists, the oldest first, each with its number of lines as `size`."""
    return list(
        WishList.objects.filter(owner=user).annotate(size=Count("lines")).order_by("date_created", "pk")
    )


def wishes_in(wish_list: WishList, day: date) -> list[Wish]:
    """Return the lines of a list, the latest first, in a number of queries that does not grow."""
    lines = list(Line.objects.filter(wishlist=wish_list).order_by("-pk"))
    ids = [line.product_id for line in lines]
    shown = with_card_facts(Product.objects.visible().filter(pk__in=ids), press=False)
    modes = SaleRule.modes_on(day)
    cards = {product.pk: card_of(product, day, modes) for product in shown}
    return [Wish(line.pk, line.title, cards.get(line.product_id)) for line in lines]
