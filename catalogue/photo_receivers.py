"""What follows when photos of products change: copies are made, and pages show what there is."""

from functools import partial
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save
from wagtail.images import get_image_model

from catalogue.models import ProductImage
from catalogue.photos import prepare_later, store_photos


def connect() -> None:
    """Connect the receivers; called once, when all models are there."""
    picture_model = get_image_model()
    post_save.connect(photo_saved, sender=ProductImage, dispatch_uid="photo-saved")
    post_delete.connect(photo_deleted, sender=ProductImage, dispatch_uid="photo-deleted")
    post_save.connect(picture_saved, sender=picture_model, dispatch_uid="photo-picture-saved")
    post_delete.connect(
        copy_deleted, sender=picture_model.get_rendition_model(), dispatch_uid="photo-copy-deleted"
    )


def photo_saved(sender: type[ProductImage], instance: ProductImage, raw: bool = False, **kwargs: Any) -> None:
    """Make copies of a new photo; show a new order or caption at once."""
    if not raw:
        _begin_anew(ProductImage.objects.filter(pk=instance.pk))


def photo_deleted(sender: type[ProductImage], instance: ProductImage, **kwargs: Any) -> None:
    """Show the photos that are left, or the drawing again."""
    store_photos([instance.product_id])


def picture_saved(
    sender: type[models.Model], instance: models.Model, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Another file, focal point or other words: wherever the picture shows a product."""
    if not raw and not created:
        _begin_anew(ProductImage.objects.filter(original=instance.pk))


def copy_deleted(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    """Show no copy whose file is gone."""
    transaction.on_commit(partial(_look_again, instance.image_id))


def _look_again(picture_id: int) -> None:
    """Called for every copy that went; after the first, nothing is left to do."""
    _begin_anew(ProductImage.objects.filter(original=picture_id, product__photos__isnull=False))


def _begin_anew(images: models.QuerySet[ProductImage]) -> None:
    found = list(images)
    if found:
        keys = [image.pk for image in found]
        ProductImage.objects.filter(pk__in=keys).update(prepared_at=None, attempts=0)
        store_photos({image.product_id for image in found})
        prepare_later(found)
