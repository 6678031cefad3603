"""Being on sale: a producer offers a product, and its label has all that the law asks.

`published_for_sale_at` is the wish, `for_sale_until` the last day on which the wish is lawful; lists and
baskets read only the second. Whoever changes a label, a pack size or a rule settles it again.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.errors import IncompleteLabel, NotSoldHere
from catalogue.models import LabelRule, Product, SaleMode, SaleRule
from catalogue.passport.completeness import complete_until, label_of, missing_for_sale
from core.clock import today
from core.generations import CATALOGUE, bump


@transaction.atomic
def publish_for_sale(*, product_id: int, day: date | None = None) -> Product:
    """Offer a product with all its public pack sizes.

    Args:
        product_id: Of a product; pack sizes go with their parent.
        day: Whose law counts; today unless told otherwise.

    Raises:
        Product.DoesNotExist: There is no such product, or it is a pack size.
        NotSoldHere: Only the press named it, or its set is only shown.
        IncompleteLabel: Its label lacks what the law asks; `missing` lists it.
    """
    day = day or today()
    product = Product.objects.select_for_update().get(pk=product_id, parent__isnull=True)
    if product.is_reported:
        raise NotSoldHere(_("Only the press named this product. Its producer has to take it over first."))
    mode = SaleRule.modes_on(day).get(product.ocop_set_id or 0, SaleMode.SHOW)
    missing = missing_for_sale(product, day)
    if product.ocop_set_id is not None and mode == SaleMode.SHOW:
        raise NotSoldHere(_("Products of this set are only shown here."))
    if missing:
        raise IncompleteLabel(missing)
    if product.published_for_sale_at is None:
        _write(product.pk, timezone.now(), None)
    settle_sale([product.pk], day)
    return Product.objects.get(pk=product.pk)


@transaction.atomic
def take_off_sale(*, product_id: int) -> Product:
    """Stop offering a product; its page stays, its price and its basket button go.

    Raises:
        Product.DoesNotExist: There is no such product, or it is a pack size.
    """
    product = Product.objects.select_for_update().get(pk=product_id, parent__isnull=True)
    if product.published_for_sale_at is not None:
        _write(product.pk, None, None)
        bump(CATALOGUE)
    return Product.objects.get(pk=product.pk)


@transaction.atomic
def settle_sale(product_ids: Collection[int] | None, day: date) -> int:
    """Write the last lawful day of the offered ones among `product_ids` (None: all); say how many changed.

    The rows are locked, so that a product taken off sale meanwhile is not put back. Asks the database a
    number of times that does not grow with the products, but for one UPDATE for each that changed.
    """
    offered = Product.objects.filter(parent__isnull=True, published_for_sale_at__isnull=False)
    if product_ids is not None:
        offered = offered.filter(pk__in=product_ids)
    locked = set(offered.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    # Read only now: whoever held a lock may have changed the product or its label.
    owners = [owner for owner in _with_label(offered) if owner.pk in locked]
    rules: dict[int, list[LabelRule]] = defaultdict(list)
    for rule in LabelRule.objects.filter(ocop_set__in={owner.ocop_set_id for owner in owners}):
        rules[rule.ocop_set_id].append(rule)
    changed = 0
    for owner in owners:
        changed += _settle(owner, rules[owner.ocop_set_id or 0], day)
    if changed:
        bump(CATALOGUE)
    return changed


def settle_today() -> int:
    """Settle all products on sale for the current day in Vietnam; the clock runs this each night."""
    return settle_sale(None, today())


def _with_label(products: QuerySet[Product]) -> QuerySet[Product]:
    return products.select_related("label__declaration_exemption").prefetch_related("children")


def _settle(owner: Product, rules: list[LabelRule], day: date) -> bool:
    label, since = label_of(owner), owner.published_for_sale_at
    wanted: list[tuple[Product, datetime | None, date | None]] = []
    if owner.structure == Product.PARENT:
        for pack in owner.children.all():
            last = complete_until(day, owner, label, [pack], rules) if pack.is_public else None
            wanted.append((pack, since, last))
        # A parent is on sale as long as one of its sizes is.
        until = max((last for _pack, _since, last in wanted if last is not None), default=None)
    else:
        until = complete_until(day, owner, label, [owner], rules)
    wanted.append((owner, since, until))
    differing = [
        (pack, published, last)
        for pack, published, last in wanted
        if (pack.published_for_sale_at, pack.for_sale_until) != (published, last)
    ]
    for pack, published, last in differing:
        Product.objects.filter(pk=pack.pk).update(published_for_sale_at=published, for_sale_until=last)
    return bool(differing)


def _write(owner_id: int, since: datetime | None, until: date | None) -> None:
    Product.objects.filter(Q(pk=owner_id) | Q(parent=owner_id)).update(
        published_for_sale_at=since, for_sale_until=until
    )
