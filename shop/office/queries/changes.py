"""The history of prices and stock."""

from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils.formats import number_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.money import vnd
from producers.models import Partner, StockChange


@dataclass(frozen=True, slots=True)
class Change:
    """One number that somebody changed."""

    when: datetime  # in Vietnam
    who: str
    title: str
    what: str
    before: str
    after: str


def changes_of(producer: Partner) -> "models.QuerySet[StockChange]":
    """Return the changes in a shop, newest first, with all that a page shows of them."""
    return StockChange.objects.filter(stock_record__partner=producer).select_related(
        "stock_record__product__parent", "changed_by"
    )


def shown_change(change: StockChange) -> Change:
    """Return a change in words."""
    product = change.stock_record.product
    title = product.parent.title if product.parent else product.title
    is_price = change.kind == StockChange.Kind.PRICE
    language = get_language() or "vi"

    def words(number: int | None) -> str:
        if number is None:
            return _("no price")
        return vnd(number, language) if is_price else number_format(number, force_grouping=True)

    return Change(
        when=localtime(change.changed_at),
        who=(change.changed_by.full_name or _("a member")) if change.changed_by else _("a former member"),
        title=f"{title}, {product.pack_label}" if product.pack_label else title,
        what=str(change.get_kind_display()),
        before=words(change.before),
        after=words(change.after),
    )
