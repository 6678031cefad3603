"""Photos of products."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.catalogue.abstract_models import AbstractProductImage


class ProductImage(AbstractProductImage):
    """A picture of the house that shows a product; Oscar's own file would go past every check."""

    # Oscar's name, which its forms and templates use.
    original = models.ForeignKey(  # type: ignore[assignment]
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        models.CASCADE,
        related_name="product_images",
        verbose_name=_("picture"),
    )
    #: When the copies that pages show were made; the worker makes them.
    prepared_at = models.DateTimeField(null=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta(AbstractProductImage.Meta):
        ordering = ["display_order", "pk"]
        verbose_name = _("photo of a product")
        verbose_name_plural = _("photos of products")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["product", "original"], name="product_picture_once"),
        ]
