"""How the products of a set may be offered, by date, and the VAT rate of a product, by date."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from producers.models import VAT_RATES


class SaleMode(models.TextChoices):
    """What a visitor can do with a product of a set."""

    BUY = "buy", _("Can be bought")
    BUY_AGE = "buy_age", _("Can be bought with a statement of age, not on delivery")
    ENQUIRY = "enquiry", _("On enquiry only")
    SHOW = "show", _("Shown only")


#: The modes in which a product can go into a basket.
FOR_SALE = frozenset({SaleMode.BUY, SaleMode.BUY_AGE})


class SaleRule(models.Model):
    """From which day the products of a set are offered in which way."""

    ocop_set = models.ForeignKey(
        "catalogue.Category", models.CASCADE, related_name="sale_rules", verbose_name=_("set")
    )
    mode = models.CharField(_("sale mode"), max_length=10, choices=SaleMode.choices)
    valid_from = models.DateField(_("valid from"))
    basis = models.CharField(_("basis"), max_length=255, blank=True)

    class Meta:
        app_label = "catalogue"
        ordering: ClassVar[list[str]] = ["ocop_set", "-valid_from"]
        verbose_name = _("sale rule")
        verbose_name_plural = _("sale rules")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["ocop_set", "valid_from"], name="sale_rule_day")
        ]

    def __str__(self) -> str:
        return f"{self.ocop_set.label}: {self.get_mode_display()}"

    @classmethod
    def modes_on(cls, day: date) -> dict[int, SaleMode]:
        """Return the mode of every set that has one on `day`, by the set's primary key, in one query."""
        rules = cls.objects.filter(valid_from__lte=day).order_by("valid_from")
        return {rule.ocop_set_id: SaleMode(rule.mode) for rule in rules}


class ProductTaxTreatment(models.Model):
    """From which day a product is taxed at a rate of its own, where its seller pays VAT."""

    product = models.ForeignKey(
        "catalogue.Product", models.CASCADE, related_name="tax_treatments", verbose_name=_("product")
    )
    valid_from = models.DateField(_("valid from"))
    rate_percent = models.PositiveSmallIntegerField(_("VAT rate in per cent"))
    basis = models.CharField(_("legal basis"), max_length=200, blank=True)

    class Meta:
        app_label = "catalogue"
        ordering: ClassVar[list[str]] = ["product", "-valid_from"]
        verbose_name = _("tax treatment of a product")
        verbose_name_plural = _("tax treatments of products")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["product", "valid_from"], name="product_tax_day"),
            models.CheckConstraint(condition=Q(rate_percent__in=VAT_RATES), name="product_tax_rate"),
        ]

    def __str__(self) -> str:
        return f"{self.product.title}: {self.rate_percent} %"
