"""Which papers of a producer are about which product; a paper without a product is about the producer."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class ProductPaper(models.Model):
    """A paper that is about one product; both belong to the same producer."""

    product = models.ForeignKey(
        "catalogue.Product", models.CASCADE, related_name="paper_links", verbose_name=_("product")
    )
    paper = models.ForeignKey(
        "partner.Paper", models.CASCADE, related_name="product_links", verbose_name=_("paper")
    )

    class Meta:
        app_label = "catalogue"
        ordering: ClassVar[list[str]] = ["product", "paper"]
        verbose_name = _("paper of a product")
        verbose_name_plural = _("papers of products")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["product", "paper"], name="product_paper_once")
        ]

    def __str__(self) -> str:
        return f"{self.product_id}: {self.paper_id}"

    def clean(self) -> None:
        """Refuse the paper of another producer."""
        super().clean()
        if (
            self.product_id
            and self.paper_id
            and self.product.producer_id is not None
            and self.product.producer_id != self.paper.producer_id
        ):
            raise ValidationError({"paper": _("This paper belongs to another producer.")})
