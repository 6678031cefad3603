"""What the label of a product says; each change is kept in the history with its date."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

#: Shelf lives longer than thirty years are typing errors.
LONGEST_SHELF_LIFE_DAYS = 11_000
#: Written in both languages; Vietnamese is the one that the law asks for.
TRANSLATED = (
    "name",
    "origin",
    "ingredients",
    "allergens",
    "nutrition",
    "warnings",
    "statement",
    "use",
    "storage",
    "date_marking",
    "materials",
    "dimensions",
    "species",
    "health",
    "included",
    "place",
    "duration",
    "group_size",
    "standards",
)


class LabelContents(models.Model):
    """The label of a product, whatever its pack sizes: net quantity and barcode belong to these.

    Which pieces a set needs is a matter of `LabelRule`; here all are optional.
    """

    product = models.OneToOneField(
        "catalogue.Product", models.CASCADE, related_name="label", verbose_name=_("product")
    )
    name = models.CharField(_("name on the label"), max_length=255, blank=True)
    responsible_name = models.CharField(_("responsible party"), max_length=255, blank=True)
    responsible_address = models.CharField(_("address of the responsible party"), max_length=300, blank=True)
    origin = models.CharField(
        _("origin"),
        max_length=200,
        blank=True,
        help_text=_("The country, written out; place names may follow."),
    )
    ingredients = models.TextField(
        _("ingredients"),
        blank=True,
        help_text=_(
            "By weight, the largest first. What the name of the product mentions is given with its share; "
            "additives with group and name or INS number."
        ),
    )
    allergens = models.CharField(_("allergens"), max_length=300, blank=True)
    nutrition = models.TextField(_("nutrition"), blank=True)
    ethanol_percent = models.DecimalField(
        _("alcohol by volume, per cent"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    warnings = models.TextField(_("warnings"), blank=True)
    statement = models.TextField(
        _("statement that the law asks for"),
        blank=True,
        help_text=_("Word for word, such as “Thực phẩm này không phải là thuốc…” on food supplements."),
    )
    use = models.TextField(_("use"), blank=True)
    storage = models.TextField(_("storage and care"), blank=True)
    shelf_life_days = models.PositiveIntegerField(
        _("shelf life in days"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_SHELF_LIFE_DAYS)],
        help_text=_("From the day of making; the dates of a pack stand on the pack and with its lot."),
    )
    date_marking = models.CharField(
        _("where the dates stand"),
        max_length=255,
        blank=True,
        help_text=_("Where on the pack the day of making and the last day are printed."),
    )
    materials = models.CharField(_("materials"), max_length=300, blank=True)
    dimensions = models.CharField(_("size"), max_length=200, blank=True)
    species = models.CharField(_("species or variety"), max_length=200, blank=True)
    health = models.CharField(_("health and vaccination"), max_length=300, blank=True)
    included = models.TextField(_("what is included"), blank=True)
    place = models.CharField(_("where it takes place"), max_length=255, blank=True)
    duration = models.CharField(_("duration"), max_length=120, blank=True)
    group_size = models.CharField(_("group size"), max_length=120, blank=True)
    declaration_number = models.CharField(_("declaration number"), max_length=80, blank=True)
    declaration_exemption = models.ForeignKey(
        "partner.ExemptionGround",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="labels",
        limit_choices_to={"kind__in": ["self_declaration", "registration"]},
        verbose_name=_("no declaration is needed because"),
    )
    standards = models.CharField(_("standards applied"), max_length=255, blank=True)

    #: Counts the changes, as labels do; printed with the day of the last one.
    version = models.PositiveIntegerField(_("label version"), default=0, editable=False)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    if TYPE_CHECKING:
        name_vi: str
        origin_vi: str
        ingredients_vi: str
        allergens_vi: str
        warnings_vi: str

    class Meta:
        app_label = "catalogue"
        ordering: ClassVar[list[str]] = ["product"]
        verbose_name = _("label contents")
        verbose_name_plural = _("label contents")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(shelf_life_days__isnull=True)
                | Q(shelf_life_days__range=(1, LONGEST_SHELF_LIFE_DAYS)),
                name="label_shelf_life",
            ),
            models.CheckConstraint(
                condition=Q(ethanol_percent__isnull=True) | Q(ethanol_percent__range=(0, 100)),
                name="label_ethanol",
            ),
            models.CheckConstraint(
                condition=Q(declaration_number="") | Q(declaration_exemption__isnull=True),
                name="label_declared_or_exempt",
                violation_error_message=_("Give the number of the declaration or the ground of exemption."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.product)

    def clean(self) -> None:
        """Refuse a change that would take a product on sale off the shelf, and say what would be missing."""
        from catalogue.passport.completeness import missing_with  # noqa: PLC0415  it needs the models

        super().clean()
        product = self.product if self.product_id else None
        if product is None or product.published_for_sale_at is None:
            return
        missing = missing_with(product, self)
        if missing:
            raise ValidationError(
                gettext("The product is on sale and this is missing: %(list)s. Take it off sale first.")
                % {"list": "; ".join(each.words for each in missing)}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the label as its next version; two who save at once get a number each."""
        if self._state.adding:
            self.version = 1
            super().save(*args, **kwargs)
            return
        with transaction.atomic():
            held = type(self).objects.select_for_update().values_list("version", flat=True).get(pk=self.pk)
            self.version = held + 1
            super().save(*args, **kwargs)
