"""What a signed-in person keeps for later: a second basket that is never ordered."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from shop.basket.models import MOST_PER_LINE, Basket, Line
from shop.basket.services import Done, Visitor, add, open_basket, own_basket, title_of, touch


@transaction.atomic
def save_for_later(*, user: User, line_id: int) -> Done:
    """Move a line out of the person's basket to what is kept for later.

    Raises:
        ObjectDoesNotExist: This person's basket has no such line.
    """
    basket = open_basket(Visitor(user))
    line = basket.lines.select_related("product__parent").get(pk=line_id)
    saved = own_basket(user, Basket.SAVED)
    kept = saved.lines.filter(product=line.product_id).first()
    if kept is None:
        Line.objects.filter(pk=line.pk).update(basket=saved)
    else:
        kept.quantity = min(kept.quantity + line.quantity, MOST_PER_LINE)
        kept.save(update_fields=["quantity", "date_updated"])
        line.delete()
    touch(basket)
    return Done(basket, [_("%(title)s is kept for later.") % {"title": title_of(line.product)}])


@transaction.atomic
def take_back(*, user: User, line_id: int) -> Done:
    """Put what was kept for later into the basket again.

    Raises:
        ObjectDoesNotExist: This person keeps no such line.
        NotInBasket: It cannot be bought now; it stays where it is.
    """
    # Locked first, as `save_for_later` does, so that two tabs never wait for each other.
    open_basket(Visitor(user))
    kept = own_basket(user, Basket.SAVED).lines.get(pk=line_id)
    done = add(visitor=Visitor(user), product_id=kept.product_id, quantity=kept.quantity)
    kept.delete()
    return done


@transaction.atomic
def forget_saved(*, user: User, line_id: int) -> None:
    """Remove what was kept for later.

    Raises:
        ObjectDoesNotExist: This person keeps no such line.
    """
    own_basket(user, Basket.SAVED).lines.get(pk=line_id).delete()
