"""What changes wish lists. They are private: Oscar's sharing stays off, since lists tell about people."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from catalogue.models import Product
from shop.wishlists.errors import ListFull
from shop.wishlists.models import Line, WishList

MOST_LISTS = 20
MOST_LINES = 200
NAME_LENGTH = 80


@transaction.atomic
def create(*, user: User, name: str) -> WishList:
    """Make a list.

    Raises:
        ListFull: The person has as many as they may.
    """
    # Locked, so that two clicks do not make one list too many.
    User.objects.select_for_update().get(pk=user.pk)
    if WishList.objects.filter(owner=user).count() >= MOST_LISTS:
        raise ListFull(_("You have %(most)s lists already. Remove one first.") % {"most": MOST_LISTS})
    return WishList.objects.create(owner=user, name=name[:NAME_LENGTH], visibility=WishList.PRIVATE)


@transaction.atomic
def rename(*, user: User, key: str, name: str) -> WishList:
    """Give a list another name.

    Raises:
        ObjectDoesNotExist: This person has no such list.
    """
    wish_list = _own(user, key)
    wish_list.name = name[:NAME_LENGTH]
    wish_list.save(update_fields=["name"])
    return wish_list


@transaction.atomic
def remove(*, user: User, key: str) -> None:
    """Remove a list with all that stands in it.

    Raises:
        ObjectDoesNotExist: This person has no such list.
    """
    _own(user, key).delete()


@transaction.atomic
def add(*, user: User, product_id: int, key: str = "") -> WishList:
    """Write a product into a list, a pack size as its product; one that stands there already stays once.

    Args:
        user: Whose list.
        product_id: What is wished for.
        key: Of the list; empty for the person's first one, which is made where there is none.

    Raises:
        ObjectDoesNotExist: There is no such product that visitors see, or this person has no such list.
        ListFull: The list holds as many products as it can.
    """
    product = Product.objects.select_related("parent", "producer").get(pk=product_id)
    if not product.is_shown:
        raise Product.DoesNotExist
    wished = product.parent if product.parent_id and product.parent is not None else product
    wish_list = _own(user, key) if key else _first(user)
    if wish_list.lines.filter(product=wished).exists():
        return wish_list
    if wish_list.lines.count() >= MOST_LINES:
        raise ListFull(
            _("This list holds %(most)s products already. Make another one.") % {"most": MOST_LINES}
        )
    wish_list.lines.create(product=wished, title=wished.title[:255])
    return wish_list


@transaction.atomic
def take_out(*, user: User, key: str, line_id: int) -> None:
    """Remove a product from a list.

    Raises:
        ObjectDoesNotExist: This person has no such list, or it no such line.
    """
    _own(user, key).lines.get(pk=line_id).delete()


@transaction.atomic
def move(*, user: User, key: str, line_id: int, to_key: str) -> WishList:
    """Move a product into another list of the same person.

    Raises:
        ObjectDoesNotExist: One of the lists is not this person's, or the line is not in it.
        ListFull: The other list holds as many products as it can.
    """
    # Both locked in one order, so that moves in opposite directions never wait for each other.
    both = WishList.objects.select_for_update().filter(owner=user, key__in=[key, to_key]).order_by("pk")
    lists = {each.key: each for each in both}
    if {key, to_key} - lists.keys():
        raise WishList.DoesNotExist
    line = lists[key].lines.get(pk=line_id)
    target = lists[to_key]
    if target.pk == line.wishlist_id:
        return target
    if target.lines.filter(product=line.product_id).exists():
        line.delete()
    elif target.lines.count() >= MOST_LINES:
        raise ListFull(
            _("This list holds %(most)s products already. Make another one.") % {"most": MOST_LINES}
        )
    else:
        Line.objects.filter(pk=line.pk).update(wishlist=target)
    return target


def _own(user: User, key: str) -> WishList:
    return WishList.objects.select_for_update().get(owner=user, key=key)


def _first(user: User) -> WishList:
    """Return the list that a plain "save" goes to: the person's oldest."""
    User.objects.select_for_update().get(pk=user.pk)
    lists = WishList.objects.select_for_update().filter(owner=user)
    found = lists.order_by("date_created", "pk").first()
    return found or create(user=user, name=_("My wish list"))
