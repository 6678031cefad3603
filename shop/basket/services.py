"""What changes baskets. Each verb is one transaction that holds the basket's row, so two tabs never mix.

On SQLite the write lock is taken when the transaction begins (IMMEDIATE), on PostgreSQL by the row lock.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from oscar.apps.partner.strategy import PurchaseInfo

from accounts.models import User
from catalogue.models import Product, SaleMode
from core.clock import today
from producers.strategy import Vietnam
from shop.basket.beginning import begin_guest_basket
from shop.basket.errors import BasketFull, ChoosePackSize, NotForSale, SoldOut
from shop.basket.models import MOST_PER_LINE, Basket, Line
from shop.basket.reading import judge, packs_left, read_product, with_facts

#: Different products in one basket.
MOST_LINES = 100


@dataclass(frozen=True)
class Visitor:
    """Whose basket is meant: a person's, or the guest's that the signed cookie names."""

    user: User | None = None
    #: Of the guest's basket; believed only because the cookie is signed.
    basket_id: int | None = None
    #: Where a guest asks from; new baskets are counted by it.
    network: str = ""


@dataclass(frozen=True)
class Change:
    """A line as its form sent it back."""

    quantity: int
    #: The number that the page showed; unchanged, it undoes nothing that another tab did.
    was: int | None = None
    #: The price in đồng that the page showed.
    seen_price: int | None = None


@dataclass
class Done:
    """What became of a change: the basket, and sentences for its owner."""

    basket: Basket
    said: list[str] = field(default_factory=list)
    #: Sentences on what could not be done as asked.
    lowered: list[str] = field(default_factory=list)


@transaction.atomic
def add(*, visitor: Visitor, product_id: int, quantity: int) -> Done:
    """Put packs of a product into the visitor's basket, no more than are left.

    Raises:
        ObjectDoesNotExist: There is no such product.
        NotInBasket: It cannot be bought, is sold out, or there is no room in the basket or for a new one.
    """
    product = read_product(product_id)
    if product is None:
        raise Product.DoesNotExist
    basket = open_basket(visitor)
    info, left = _buyable(product)
    line = basket.lines.filter(product=product).first()
    if line is None and basket.lines.count() >= MOST_LINES:
        raise BasketFull(
            _("A basket holds %(most)s different products. Order these first.") % {"most": MOST_LINES}
        )
    before = line.quantity if line else 0
    after = min(before + quantity, left, MOST_PER_LINE)
    if line is None:
        basket.lines.create(
            product=product,
            stockrecord=info.stockrecord,
            line_reference=f"{product.pk}_{info.stockrecord.pk}",
            quantity=after,
            price_currency=info.price.currency,
            price_excl_tax=info.price.excl_tax,
            price_incl_tax=info.price.incl_tax,
            tax_code=info.price.tax_code,
        )
    elif after != before:
        line.quantity = after
        line.save(update_fields=["quantity", "date_updated"])
    touch(basket)
    return _said_of_adding(basket, product, before, quantity, after)


@transaction.atomic
def change(*, visitor: Visitor, changes: Mapping[int, Change]) -> Done:
    """Set the quantities of lines; 0 removes one. More than are left is lowered.

    Raises:
        ObjectDoesNotExist: A line belongs to another basket; nothing is changed.
    """
    basket = open_basket(visitor, create=False)
    lines = _judged(basket, changes)
    done = Done(basket)
    if len(lines) < len(changes):
        done.said.append(_("Something that you changed had been removed meanwhile."))
    for line in lines:
        _change_line(line, changes[line.pk], done)
    touch(basket)
    return done


@transaction.atomic
def merge_guest_basket(*, user: User, basket_id: int) -> Done | None:
    """Bring what somebody chose before signing in into their own basket; sums are capped by the stock.

    Returns:
        What to say, or None when the guest's basket is not there any more or was empty.
    """
    own = own_basket(user, Basket.OPEN, lock=False)
    # Both rows in one order, so that two sign-ins never wait for each other.
    pair = {
        basket.pk: basket
        for basket in Basket.objects.select_for_update()
        .filter(pk__in=[own.pk, basket_id], status=Basket.OPEN)
        .order_by("pk")
    }
    guest = pair.get(basket_id)
    if guest is None or guest.owner_id is not None or own.pk not in pair:
        return None
    done = Done(pair[own.pk])
    here = {line.product_id: line for line in _judged(done.basket)}
    room = MOST_LINES - len(here)
    moved = 0
    for line in _judged(guest):
        moved += line.asked
        if line.product_id in here:
            _add_up(here[line.product_id], line, done)
        elif room > 0:
            room -= 1
            Line.objects.filter(pk=line.pk).update(basket=done.basket)
        else:
            done.lowered.append(
                _("%(title)s found no room in your basket.") % {"title": title_of(line.product)}
            )
    done.basket.vouchers.add(*guest.vouchers.all())
    guest.delete()
    touch(done.basket)
    if not moved:
        return None
    done.said.append(
        ngettext(
            "Your basket now holds the %(count)s item that you chose before signing in.",
            "Your basket now holds the %(count)s items that you chose before signing in.",
            moved,
        )
        % {"count": moved}
    )
    return done


def open_basket(visitor: Visitor, *, create: bool = True) -> Basket:
    """Return the visitor's open basket with its row locked, a new one where there is none.

    Called inside the transaction of the change; without `create` a new one is not written.
    """
    if visitor.user is not None:
        return own_basket(visitor.user, Basket.OPEN)
    guests = Basket.open.select_for_update().filter(owner=None)
    found = guests.filter(pk=visitor.basket_id).first() if visitor.basket_id else None
    return found or (begin_guest_basket(visitor.network) if create else Basket())


def title_of(product: Product) -> str:
    """Return how a product is called in a basket: the parent's title with the pack size."""
    if product.parent_id and product.parent is not None:
        return f"{product.parent.title}, {product.pack_label}" if product.pack_label else product.parent.title
    return str(product.title)


def own_basket(user: User, status: str, *, lock: bool = True) -> Basket:
    """Return a person's one basket of this status, made where there is none; `lock` locks it."""
    baskets = Basket.objects.filter(owner=user, status=status)
    if lock:
        baskets = baskets.select_for_update()
    if (found := baskets.first()) is not None:
        return found
    try:
        with transaction.atomic():
            return Basket.objects.create(owner=user, status=status)
    except IntegrityError:  # made by another request meanwhile; the database allows one
        return baskets.get()


def _buyable(product: Product) -> tuple[PurchaseInfo, int]:
    """Return price information and the packs left of a product that can be bought.

    Raises:
        NotInBasket: It cannot.
    """
    strategy = Vietnam()
    if not product.is_shown:
        raise NotForSale(_("This product is no longer offered."))
    mode = product.sale_mode_on(today())
    if mode == SaleMode.ENQUIRY:
        raise NotForSale(_("This product is sold on enquiry. Ask the maker for price and date."))
    if mode == SaleMode.SHOW:
        raise NotForSale(_("This product is shown here only. It cannot be ordered on this site."))
    if product.is_parent:
        raise ChoosePackSize(_("Choose a pack size first."))
    info = strategy.fetch_for_product(product)
    left = packs_left(info)
    if left is None:
        raise NotForSale(_("This product is not on sale right now."))
    if left == 0:
        raise SoldOut(_("This product is sold out."))
    return info, left


def _judged(basket: Basket, wanted: Mapping[int, object] | None = None) -> list[Line]:
    """Return the basket's lines, or those of them that are wanted, with today's prices and stock.

    Raises:
        ObjectDoesNotExist: One that is wanted lies in another basket.
    """
    lines = with_facts(basket.lines.order_by("pk")) if basket.pk else Line.objects.none()
    if wanted is not None:
        lines = lines.filter(pk__in=wanted)
    found = list(lines)
    if wanted is not None and len(found) < len(wanted):
        known = {line.pk for line in found}
        if Line.objects.filter(pk__in=set(wanted) - known).exists():
            raise Line.DoesNotExist
    judge(found, Vietnam())
    return found


def _change_line(line: Line, wanted: Change, done: Done) -> None:
    title = title_of(line.product)
    if wanted.quantity == 0:
        line.delete()
        done.said.append(_("%(title)s is removed.") % {"title": title})
        return
    if line.left:
        untouched = wanted.quantity == wanted.was
        asked = line.asked if untouched else wanted.quantity
        line.quantity = min(asked, line.left, MOST_PER_LINE)
        if line.quantity < asked and line.quantity != wanted.was:
            done.lowered.append(_lowered_words(title, line.left))
    else:
        line.quantity = line.asked  # stays as it is until it can be had again or is removed
    fields = ["quantity", "date_updated"]
    price = line.purchase_info.price
    if price.exists and wanted.seen_price == price.incl_tax:
        line.price_incl_tax, line.price_excl_tax = price.incl_tax, price.excl_tax
        line.tax_code = price.tax_code
        fields += ["price_incl_tax", "price_excl_tax", "tax_code"]
    line.save(update_fields=fields)


def _add_up(own: Line, other: Line, done: Done) -> None:
    """Add another basket's line to the person's own; nothing is said of what cannot be had anyway."""
    total = own.asked + other.asked
    most = MOST_PER_LINE if not own.left else min(own.left, MOST_PER_LINE)
    own.quantity = min(total, most)
    own.save(update_fields=["quantity", "date_updated"])
    if own.left and own.quantity < total:
        done.lowered.append(_lowered_words(title_of(own.product), own.left))


def _said_of_adding(basket: Basket, product: Product, before: int, quantity: int, after: int) -> Done:
    title = title_of(product)
    done = Done(basket)
    if after > before:
        words = _("%(title)s is in your basket.")
        done.said.append(words % {"title": title})
    if after < before + quantity:
        done.lowered.append(_lowered_words(title, after))
    return done


def _lowered_words(title: str, left: int) -> str:
    words = ngettext(
        "%(title)s: only %(count)s left, so the quantity is %(count)s.",
        "%(title)s: only %(count)s left, so the quantity is %(count)s.",
        left,
    )
    return words % {"title": title, "count": left}


def touch(basket: Basket) -> None:
    """Note that the basket is in use, so that pruning leaves it alone."""
    if basket.pk is None:
        return
    Basket.objects.filter(pk=basket.pk).update(touched_at=timezone.now())
