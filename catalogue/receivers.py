"""What follows from saving something that pages show: a new generation of pages, and its pictures."""

from functools import partial
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save

from catalogue.models import (
    Category,
    Certificate,
    LabelContents,
    LabelRule,
    Lot,
    LotEvent,
    PressReport,
    Product,
    ProductPaper,
    SaleRule,
)
from catalogue.passport.selling import settle_sale
from catalogue.pictures import choose_picture, draw_picture_of, ensure_band
from core.clock import today
from core.generations import CATALOGUE, bump
from producers.models import ExemptionGround, Paper, Partner, StockRecord
from regions.models import Unit

#: Whose changes show on public pages of products and producers.
SHOWN: tuple[type[models.Model], ...] = (
    Product,
    Partner,
    StockRecord,
    Certificate,
    PressReport,
    Category,
    SaleRule,
    Unit,
    LabelContents,
    LabelRule,
    Lot,
    LotEvent,
    ProductPaper,
    Paper,
    ExemptionGround,
)


def connect() -> None:
    """Connect the receivers; called once, when all models are there."""
    for model in SHOWN:
        post_save.connect(
            begin_new_generation, sender=model, dispatch_uid=f"generation-save-{model.__name__}"
        )
        post_delete.connect(
            begin_new_generation, sender=model, dispatch_uid=f"generation-delete-{model.__name__}"
        )
    for signal in (post_save, post_delete):
        kind = "save" if signal is post_save else "delete"
        signal.connect(settle_product, sender=Product, dispatch_uid=f"settle-product-{kind}")
        signal.connect(settle_label, sender=LabelContents, dispatch_uid=f"settle-label-{kind}")
        for rule in (LabelRule, ExemptionGround):
            signal.connect(settle_all, sender=rule, dispatch_uid=f"settle-{rule.__name__}-{kind}")
    post_save.connect(draw_product, sender=Product, dispatch_uid="draw-product")
    post_save.connect(draw_producer, sender=Partner, dispatch_uid="draw-producer")


def begin_new_generation(sender: type[models.Model], **kwargs: Any) -> None:
    """Make the pages stored so far unreachable after the commit."""
    bump(CATALOGUE)


def settle_product(
    sender: type[Product], instance: Product, raw: bool = False, created: bool = False, **kwargs: Any
) -> None:
    """Look again whether a changed product, or the one whose pack size changed, is complete for sale."""
    if not raw and not (created and instance.parent_id is None):
        settle_sale([instance.parent_id or instance.pk], today())


def settle_label(
    sender: type[LabelContents], instance: LabelContents, raw: bool = False, **kwargs: Any
) -> None:
    """Look again whether the product of a changed label is complete for sale."""
    if not raw:
        settle_sale([instance.product_id], today())


def settle_all(sender: type[models.Model], raw: bool = False, **kwargs: Any) -> None:
    """Look again at all products on sale after the law changed."""
    if not raw:
        settle_sale(None, today())


def draw_product(sender: type[Product], instance: Product, raw: bool = False, **kwargs: Any) -> None:
    """Choose the picture with the product, draw its file after the commit; pack sizes have none."""
    if raw or instance.parent_id:
        return
    choose_picture(instance)
    transaction.on_commit(partial(draw_picture_of, instance), robust=True)


def draw_producer(sender: type[Partner], instance: Partner, raw: bool = False, **kwargs: Any) -> None:
    """Draw the producer's band after the commit."""
    if not raw:
        transaction.on_commit(partial(ensure_band, instance), robust=True)
