"""What follows from saving something that pages show: a new generation of pages, and its pictures."""

from functools import partial
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save

from catalogue.models import Category, Certificate, PressReport, Product, SaleRule
from catalogue.pictures import choose_picture, draw_picture_of, ensure_band
from core.generations import CATALOGUE, bump
from producers.models import Partner, StockRecord
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
    post_save.connect(draw_product, sender=Product, dispatch_uid="draw-product")
    post_save.connect(draw_producer, sender=Partner, dispatch_uid="draw-producer")


def begin_new_generation(sender: type[models.Model], **kwargs: Any) -> None:
    """Make the pages stored so far unreachable after the commit."""
    bump(CATALOGUE)


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
