"""Asking for word, confirming, ending, and sending the word once there is stock."""

from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from accounts import messages
from accounts.models import User
from catalogue.cards import sale_mode
from catalogue.models import FOR_SALE, Product, SaleRule
from core.clock import today
from shop.basket.services import title_of
from shop.customer.alerts.errors import NothingToWaitFor, NotReachable, TooManyAlerts
from shop.customer.alerts.models import ProductAlert

#: Products that one person waits for at a time.
MOST_PER_PERSON = 50
#: How many are told in one run of the task or the clock.
BATCH = 200
OPEN = (ProductAlert.UNCONFIRMED, ProductAlert.ACTIVE)
UNCONFIRMED_KEPT = timedelta(days=7)
ENDED_KEPT = timedelta(days=30)
WAITED_AT_MOST = timedelta(days=365)


@transaction.atomic
def ask(*, product_id: int, user: User | None = None, email: str = "", phone: str = "") -> ProductAlert:
    """Remember that somebody wants to hear when a sold-out product is back; asking twice changes nothing.

    A person with a confirmed address is remembered at once. Any other address gets a link first.

    Args:
        product_id: A product of one size, or a pack size.
        user: Who is signed in, if anybody.
        email: Where to write instead.
        phone: E.164, where to write instead.

    Raises:
        ObjectDoesNotExist: There is no such product.
        NothingToWaitFor: It is in stock, or not for sale here.
        NotReachable: No address is given, and the person has none that is confirmed.
        TooManyAlerts: The person waits for as many products as they may.
    """
    product = Product.objects.select_related("parent", "producer").get(pk=product_id)
    if product.is_parent or not product.is_for_sale_on(today()):
        raise NothingToWaitFor(_("This product is not on sale right now."))
    if product.available > 0:
        raise NothingToWaitFor(_("This product is in stock."))
    language = get_language() or "vi"
    if user is not None and not email and not phone:
        if not is_reachable(user):
            raise NotReachable(_("Give an e-mail address or a phone number."))
        if ProductAlert.objects.filter(user=user, status__in=OPEN).count() >= MOST_PER_PERSON:
            raise TooManyAlerts(
                _("You wait for %(most)s products already. End one of these first.")
                % {"most": MOST_PER_PERSON}
            )
        return _one(product, language, user=user, status=ProductAlert.ACTIVE)
    if not email and not phone:
        raise NotReachable(_("Give an e-mail address or a phone number."))
    alert = _one(product, language, email=email.lower(), phone=phone)
    if alert.can_be_confirmed:
        messages.queue(
            event="stock_alert_confirm",
            about=f"stock_alert:{alert.pk}",
            email=alert.email,
            phone=alert.phone,
            language=language,
            context={"product": title_of(product), "path": reverse("alerts:confirm", args=[alert.key])},
        )
    return alert


@transaction.atomic
def confirm(key: str) -> ProductAlert:
    """Begin to wait, since the address has shown to be its owner's; again changes nothing.

    Raises:
        ObjectDoesNotExist: There is no such alert.
    """
    alert = ProductAlert.objects.select_for_update(of=("self",)).get(key=key)
    if alert.can_be_confirmed:
        alert.confirm()
        tell_later(alert.product_id)
    return alert


@transaction.atomic
def end(key: str) -> ProductAlert:
    """Stop waiting; again changes nothing.

    Raises:
        ObjectDoesNotExist: There is no such alert.
    """
    alert = ProductAlert.objects.select_for_update(of=("self",)).get(key=key)
    if alert.can_be_cancelled:
        alert.cancel()
    return alert


def tell_later(product_id: int) -> None:
    """Have the worker look whether somebody can be told, once the transaction is committed."""
    from shop.customer.alerts.tasks import tell_of_product  # noqa: PLC0415  it calls tell()

    tell_of_product.enqueue(product_id)


def tell(product_id: int | None = None) -> int:
    """Write to those whose product is back, each once; return to how many.

    Called by the task of a product and, should that be lost, by the clock for all of them.
    """
    waiting = ProductAlert.objects.filter(
        status=ProductAlert.ACTIVE,
        product__stockrecords__num_in_stock__gt=F("product__stockrecords__num_allocated"),
    )
    if product_id is not None:
        waiting = waiting.filter(product=product_id)
    # Before the batch is cut off: those who wait for a hidden product would fill it for ever.
    rows = waiting.filter(product__in=_for_sale(waiting.values("product")))
    rows = rows.select_related("product__parent", "product__producer", "user").order_by("pk")
    return sum(_tell_one(alert) for alert in rows[:BATCH])


def prune() -> int:
    """Remove what was never confirmed, what ended some time ago, and wishes a year old; return how many."""
    now = timezone.now()
    removed = 0
    for old in (
        ProductAlert.objects.filter(status=ProductAlert.UNCONFIRMED, date_created__lt=now - UNCONFIRMED_KEPT),
        ProductAlert.objects.filter(status=ProductAlert.CANCELLED, date_cancelled__lt=now - ENDED_KEPT),
        ProductAlert.objects.filter(status=ProductAlert.CLOSED, date_closed__lt=now - ENDED_KEPT),
        ProductAlert.objects.filter(status=ProductAlert.ACTIVE, date_created__lt=now - WAITED_AT_MOST),
    ):
        removed += old.delete()[0]
    return removed


def is_reachable(user: User) -> bool:
    """Say whether a message would reach this person at an address that is shown to be theirs."""
    return bool(user.verified_email() or (user.phone and user.phone_verified_at))


def _for_sale(product_ids: QuerySet[ProductAlert, Any]) -> list[int]:
    """Return which of these products may go into a basket today, in two queries."""
    day = today()
    modes = SaleRule.modes_on(day)
    products = Product.objects.filter(pk__in=product_ids).select_related("parent", "producer")
    return [each.pk for each in products if each.is_shown and sale_mode(each, modes, day) in FOR_SALE]


@transaction.atomic
def _tell_one(alert: ProductAlert) -> bool:
    closed = ProductAlert.objects.filter(pk=alert.pk, status=ProductAlert.ACTIVE).update(
        status=ProductAlert.CLOSED, date_closed=timezone.now()
    )
    if not closed:
        return False
    with override(alert.language):
        context: dict[str, str | int] = {
            "product": title_of(alert.product),
            "path": alert.product.get_absolute_url(),
        }
    user = alert.user
    # A phone number that nobody has confirmed may be somebody else's: then only the address is named.
    is_known = user is not None and (not user.phone or user.phone_verified_at is not None)
    messages.queue(
        event="back_in_stock",
        about=f"stock_alert:{alert.pk}",
        user=user if is_known else None,
        phone=alert.phone,
        email=user.verified_email() if user else alert.email,
        language=alert.language,
        context=context,
    )
    return True


def _one(
    product: Product,
    language: str,
    *,
    user: User | None = None,
    email: str = "",
    phone: str = "",
    status: str = ProductAlert.UNCONFIRMED,
) -> ProductAlert:
    """Return the open alert of this address and product, a new one where there is none."""
    same = ProductAlert.objects.filter(product=product, user=user, email=email, phone=phone, status__in=OPEN)
    if (found := same.first()) is not None:
        return found
    try:
        with transaction.atomic():
            return ProductAlert.objects.create(
                product=product, user=user, email=email, phone=phone, language=language, status=status
            )
    except IntegrityError:  # the same form came twice at once
        return same.get()
