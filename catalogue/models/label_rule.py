"""What the law asks of the label of each set, by date: the list behind form, passport and gate."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class LabelField(models.TextChoices):
    """One piece of a label: an attribute of `LabelContents`, but for two that packs have of their own."""

    NAME = "name", _("Name on the label")
    RESPONSIBLE_NAME = "responsible_name", _("Responsible party")
    RESPONSIBLE_ADDRESS = "responsible_address", _("Address of the responsible party")
    ORIGIN = "origin", _("Origin")
    NET_QUANTITY = "net_quantity", _("Net quantity")
    INGREDIENTS = "ingredients", _("Ingredients")
    ALLERGENS = "allergens", _("Allergens")
    NUTRITION = "nutrition", _("Nutrition")
    ETHANOL_PERCENT = "ethanol_percent", _("Alcohol by volume")
    WARNINGS = "warnings", _("Warnings")
    STATEMENT = "statement", _("Statement that the law asks for")
    USE = "use", _("Use")
    STORAGE = "storage", _("Storage and care")
    SHELF_LIFE_DAYS = "shelf_life_days", _("Shelf life")
    DATE_MARKING = "date_marking", _("Where the dates stand")
    MATERIALS = "materials", _("Materials")
    DIMENSIONS = "dimensions", _("Size")
    SPECIES = "species", _("Species or variety")
    HEALTH = "health", _("Health and vaccination")
    INCLUDED = "included", _("What is included")
    PLACE = "place", _("Where it takes place")
    DURATION = "duration", _("Duration")
    GROUP_SIZE = "group_size", _("Group size")
    DECLARATION_NUMBER = "declaration_number", _("Declaration")
    STANDARDS = "standards", _("Standards applied")
    GTIN = "gtin", _("Barcode")


#: Pieces that each pack size has of its own.
OF_PACK = frozenset({LabelField.NET_QUANTITY, LabelField.GTIN})


class LabelRuleQuerySet(models.QuerySet["LabelRule"]):
    """Questions about label rules."""

    def in_force(self, day: date) -> Self:
        """Keep the rules that hold on `day`, both ends included."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day)

    def required(self) -> Self:
        """Keep what the law asks; a product without it cannot be on sale."""
        return self.filter(level=LabelRule.Level.REQUIRED)


class LabelRule(models.Model):
    """One piece that the label of a set carries, from a day on, and the law that asks for it."""

    class Level(models.TextChoices):
        """Whether a product may be on sale without it."""

        REQUIRED = "required", _("The law asks for it")
        ASKED = "asked", _("Shown, not required")

    class Evidence(models.TextChoices):
        """How we know."""

        READ = "read", _("Read in the text of the law")
        SECONDARY = "secondary", _("Read in a text about the law")
        GENERAL = "general", _("Common knowledge, to be checked by counsel")

    ocop_set = models.ForeignKey(
        "catalogue.Category", models.CASCADE, related_name="label_rules", verbose_name=_("set")
    )
    field = models.CharField(_("piece of the label"), max_length=20, choices=LabelField.choices)
    level = models.CharField(_("level"), max_length=8, choices=Level.choices)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("last day"), null=True, blank=True)
    law = models.CharField(_("law"), max_length=80)
    article = models.CharField(_("article"), max_length=80, blank=True)
    source_url = models.URLField(_("source"), max_length=500)
    evidence = models.CharField(_("evidence"), max_length=10, choices=Evidence.choices)
    note = models.CharField(_("note"), max_length=400, blank=True)

    objects = LabelRuleQuerySet.as_manager()

    class Meta:
        app_label = "catalogue"
        ordering: ClassVar[list[str]] = ["ocop_set", "field", "valid_from"]
        verbose_name = _("label rule")
        verbose_name_plural = _("label rules")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["ocop_set", "field", "valid_from"], name="label_rule_day"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="label_rule_ends"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ocop_set_id}: {self.field} ({self.level})"

    def holds_on(self, day: date) -> bool:
        """Say whether this rule is in force on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def basis(self) -> str:
        """The law and its article, as a sentence cites them."""
        return f"{self.law}, {self.article}" if self.article else self.law
