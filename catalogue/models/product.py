"""Products: made by one producer, of one set of the programme, in one or more pack sizes."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, FilteredRelation, Q
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from oscar.apps.catalogue.abstract_models import AbstractProduct
from oscar.apps.catalogue.managers import ProductQuerySet as StockProductQuerySet

from core.gs1 import read_gtin
from core.vietnamese import fold, slug_of

from .sale import FOR_SALE, SaleMode, SaleRule

#: Columns that a product's own save never writes.
KEPT_ELSEWHERE = frozenset(
    {
        "price_from",
        "price_to",
        "available",
        "stars_today",
        "certified_until",
        "photos",
        "published_for_sale_at",
        "for_sale_until",
    }
)


class ProductQuerySet(StockProductQuerySet):
    """Questions about products. Lists count parents and products of one size; pack sizes belong to them."""

    def listed(self) -> Self:
        """Keep what the product list shows: public, run by a producer, not a pack size, not press only."""
        return self.visible().filter(listing=Product.Listing.LISTED)

    def reported(self) -> Self:
        """Keep what only the press named."""
        return self.visible().filter(listing=Product.Listing.REPORTED)

    def visible(self) -> Self:
        """Keep every product that has a page of its own."""
        return self.filter(
            Q(producer__isnull=True) | Q(producer__is_public=True), is_public=True, parent__isnull=True
        )

    def with_best_size(self) -> Self:
        """Read along which pack size costs least for its content, as `best_size`.

        It is `{"price": …, "quantity": …, "unit": …}`; None without priced sizes, and where they are counted
        in different units, since grams and pieces cannot be compared.
        """
        sizes = Product.objects.filter(
            parent=models.OuterRef("pk"), is_public=True, price_from__isnull=False, net_quantity__isnull=False
        ).order_by(F("price_from") * 1.0 / F("net_quantity"), "pk")
        best = sizes.annotate(
            size=JSONObject(price="price_from", quantity="net_quantity", unit="net_unit")
        ).values("size")[:1]
        units = sizes.order_by().values("parent").annotate(n=Count("net_unit", distinct=True)).values("n")
        return self.alias(size_units=models.Subquery(units)).annotate(
            best_size=models.Case(
                models.When(size_units=1, then=models.Subquery(best)), output_field=models.JSONField()
            )
        )

    def with_star(self, day: date) -> Self:
        """Join the certificate in force on `day` as `usable`; at most one, so no row is doubled."""
        return self.annotate(
            usable=FilteredRelation(
                "certificates",
                condition=Q(
                    certificates__effective_from__lte=day,
                    certificates__effective_until__gte=day,
                ),
            )
        )


class Product(AbstractProduct):
    """Oscar's product with its producer, its set, its net quantity and what lists need to know of it."""

    class Listing(models.TextChoices):
        """How this record came to be."""

        LISTED = "listed", _("Run by its producer")
        REPORTED = "reported", _("Reported by the press, not confirmed")

    class NetUnit(models.TextChoices):
        """In what the content of a pack is counted."""

        GRAM = "g", _("gram")
        MILLILITRE = "ml", _("millilitre")
        PIECE = "piece", _("piece")

    producer = models.ForeignKey(
        "partner.Partner",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="products",
        verbose_name=_("producer"),
    )
    branch = models.ForeignKey(
        "catalogue.Category",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="branch_products",
        verbose_name=_("branch"),
    )
    ocop_set = models.ForeignKey(
        "catalogue.Category",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="set_products",
        verbose_name=_("set"),
    )
    listing = models.CharField(_("listing"), max_length=10, choices=Listing.choices, default=Listing.LISTED)
    is_demo = models.BooleanField(_("fictional"), default=False)
    story = models.TextField(_("story"), blank=True)
    pack_label = models.CharField(_("pack size in words"), max_length=60, blank=True)
    net_quantity = models.PositiveIntegerField(_("net quantity"), null=True, blank=True)
    net_unit = models.CharField(
        _("unit of the net quantity"), max_length=6, choices=NetUnit.choices, blank=True
    )
    #: Packed for the parcel, in grams; fees are worked out from it.
    shipping_weight_grams = models.PositiveIntegerField(_("packed weight in grams"), null=True, blank=True)
    #: How the picture is drawn until a photo exists (`core.art.pictures`).
    picture_spec = models.JSONField(null=True, blank=True, editable=False)
    #: What pages show of its photos (`catalogue.photos`); null without any.
    photos = models.JSONField(null=True, blank=True, editable=False)
    folded = models.TextField(editable=False, blank=True)

    # Kept by triggers from the stock records of this product and its public pack sizes, in đồng and packs.
    price_from = models.BigIntegerField(null=True, editable=False, db_index=True)
    price_to = models.BigIntegerField(null=True, editable=False)
    available = models.BigIntegerField(default=0, editable=False)
    # Only ever read together with `certified_until >= today`.
    stars_today = models.PositiveSmallIntegerField(null=True, editable=False)
    certified_until = models.DateField(null=True, editable=False)

    # Kept by `catalogue.passport.selling`: since when its producer offers it, and the last day on which its
    # label has all that the law is known to ask. A pack size has both of its own.
    published_for_sale_at = models.DateTimeField(null=True, editable=False)
    for_sale_until = models.DateField(null=True, editable=False)

    #: Only where it was read along (`ProductQuerySet.with_best_size`).
    best_size: dict[str, Any] | None = None

    objects = ProductQuerySet.as_manager()  # type: ignore[misc]

    if TYPE_CHECKING:
        title_vi: str
        title_en: str | None
        slug_vi: str
        slug_en: str | None
        description_vi: str
        description_en: str | None
        story_vi: str
        story_en: str | None
        pack_label_vi: str
        pack_label_en: str | None

    class Meta(AbstractProduct.Meta):
        ordering = ["-date_created", "-pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["listing", "is_public", "parent", "ocop_set"], name="product_listed"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(listing="reported") | Q(producer__isnull=False), name="product_has_producer"
            ),
            models.CheckConstraint(
                condition=(Q(net_quantity__isnull=True) & Q(net_unit=""))
                | (Q(net_quantity__gt=0) & ~Q(net_unit="")),
                name="product_net_quantity_unit",
            ),
        ]

    def __str__(self) -> str:
        """Name a pack size by its parent and its words; Oscar asks the database for each."""
        if self.title or not self.parent_id or self.parent is None:
            return str(self.title)
        return ", ".join(filter(None, [self.parent.title, self.pack_label]))

    def clean(self) -> None:
        """Read the barcode, and refuse a change that would take a product on sale off the shelf."""
        from catalogue.passport.completeness import check_still_complete  # noqa: PLC0415  it needs the models

        self._read_gtin()
        super().clean()
        check_still_complete(self)

    def _read_gtin(self) -> None:
        """Keep the barcode as a GTIN of 14 digits, or none."""
        if not self.upc:
            self.upc = None
            return
        try:
            self.upc = read_gtin(str(self.upc))
        except ValueError as error:
            raise ValidationError(
                {
                    "upc": _(
                        "This is no barcode number: it has 8, 12, 13 or 14 digits, the last one checks them."
                    )
                }
            ) from error

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Fill slugs in both languages and the folded words; a pack size follows its parent's producer."""
        self._read_gtin()
        if self.parent_id and self.parent is not None:
            self.producer_id = self.parent.producer_id
            self.branch_id = self.parent.branch_id
            self.ocop_set_id = self.parent.ocop_set_id
            self.is_demo = self.parent.is_demo
        elif self.ocop_set is not None and self.branch_id is None:
            self.branch = self.ocop_set.get_parent()
        title_vi = self.title_vi or (self.parent.title_vi if self.parent else "")
        self.slug_vi = slug_of(title_vi)[:255] or "san-pham"
        self.slug_en = slug_of(self.title_en or title_vi)[:255] or "product"
        self.folded = fold(" ".join(filter(None, [self.title_vi, self.title_en])))
        super().save(*args, **kwargs)
        if self.structure == self.PARENT:
            self.children.update(branch=self.branch, ocop_set=self.ocop_set, is_demo=self.is_demo)

    def _do_update(self, base_qs: Any, using: Any, pk_val: Any, values: Any, *rest: Any) -> Any:
        """Leave alone what triggers and certificates keep: this object may hold it as it was before."""
        own = [value for value in values if value[0].name not in KEPT_ELSEWHERE]
        return super()._do_update(base_qs, using, pk_val, own, *rest)

    def get_absolute_url(self) -> str:
        """Return the address of the page; a pack size opens its parent's page on that size."""
        if self.parent_id and self.parent is not None:
            return f"{self.parent.get_absolute_url()}?quy-cach={self.pk}"
        return reverse("catalogue:detail", kwargs={"product_slug": self.slug, "pk": self.pk})

    @property
    def is_reported(self) -> bool:
        """Say whether only the press named this product."""
        return self.listing == self.Listing.REPORTED

    def is_published_on(self, day: date) -> bool:
        """Say whether its producer offers it and its label has, on `day`, all that the law asks."""
        return self.for_sale_until is not None and self.for_sale_until >= day

    def sale_mode_on(self, day: date) -> SaleMode:
        """Return how this product may be offered on `day`.

        Shown only where its set is not known, its label is incomplete or its producer does not offer it.
        """
        if self.is_reported or self.ocop_set_id is None or not self.is_published_on(day):
            return SaleMode.SHOW
        rule = SaleRule.objects.filter(ocop_set=self.ocop_set_id, valid_from__lte=day).first()
        return SaleMode(rule.mode) if rule else SaleMode.SHOW

    @property
    def is_shown(self) -> bool:
        """Say whether visitors see this product: it, its parent and its producer are public."""
        parent = self.parent if self.parent_id else None
        return (
            bool(self.is_public)
            and (parent is None or bool(parent.is_public))
            and (self.producer is None or self.producer.is_public)
        )

    def is_for_sale_on(self, day: date) -> bool:
        """Say whether this product may go into a basket on `day`, whatever is in stock."""
        return self.is_shown and self.sale_mode_on(day) in FOR_SALE

    def tax_rate_on(self, day: date) -> int | None:
        """Return the product's own VAT rate on `day` in per cent, or None: the seller's rate counts."""
        owner_id = self.parent_id or self.pk
        from .sale import ProductTaxTreatment  # noqa: PLC0415

        treatment = ProductTaxTreatment.objects.filter(product=owner_id, valid_from__lte=day).first()
        return treatment.rate_percent if treatment else None
