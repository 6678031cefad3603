"""Producers (chủ thể OCOP): Oscar's partner, with a place, a story and a legal identity."""

from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import IntegrityError, models, transaction
from django.db.models import Exists, Max, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from oscar.apps.partner.abstract_models import AbstractPartner

from core.vietnamese import fold, slug_of

from .membership import Membership, Role

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User

#: What a new row gets where nobody gave it; each is unique.
CHOSEN_FOR_THE_ROW = ("slug", "code", "running_number")
#: Each attempt of which all but one of those who came at once may lose.
MOST_ATTEMPTS = 20


class ProducerQuerySet(models.QuerySet["Partner"]):
    """Questions about producers."""

    def public(self) -> Self:
        """Keep the producers that visitors may see."""
        return self.filter(is_public=True)

    def demo(self) -> Self:
        """Keep the fictional ones."""
        return self.filter(is_demo=True)

    def for_member(self, user: "User | AnonymousUser", *roles: Role) -> Self:
        """Keep the producers that `user` is a member of, in one of `roles` where some are named.

        Whatever a producer's office shows or changes is found through here: what is foreign is not found.
        """
        if not user.is_authenticated:
            return self.none()
        place = Membership.objects.filter(producer=OuterRef("pk"), user=user.pk)
        return self.filter(Exists(place.filter(role__in=roles) if roles else place))

    def with_place(self) -> Self:
        """Read the place along, in the same query."""
        return self.select_related("unit__province", "old_commune", "district")


class Partner(AbstractPartner):
    """A producer: who makes a product and answers for it.

    Oscar's `users` stays empty; who may act for a producer is a matter of membership, with roles.
    """

    class Kind(models.TextChoices):
        """Who may take part in the programme (Decision 26/2026/QĐ-TTg, Art. 2)."""

        COOPERATIVE = "cooperative", _("Co-operative")
        COOPERATIVE_GROUP = "cooperative_group", _("Co-operative group")
        ENTERPRISE = "enterprise", _("Enterprise")
        FARM = "farm", _("Farm")
        HOUSEHOLD = "household", _("Household business")
        ASSOCIATION = "association", _("Association")
        UNKNOWN = "unknown", _("Kind not known")

    class Standing(models.TextChoices):
        """How this record came to be."""

        REPORTED = "reported", _("Named by the press, not claimed by its owner")
        ACTIVE = "active", _("Run by its owner")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.UNKNOWN)
    standing = models.CharField(
        _("standing"), max_length=10, choices=Standing.choices, default=Standing.ACTIVE
    )
    is_public = models.BooleanField(_("shown to visitors"), default=True)
    is_demo = models.BooleanField(_("fictional"), default=False)
    slug = models.SlugField(_("slug"), max_length=140, unique=True)
    #: Decides the ground of the woven band, so that neighbours in the register differ.
    running_number = models.PositiveIntegerField(_("running number"), unique=True, editable=False)

    unit = models.ForeignKey(
        "regions.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="producers",
        verbose_name=_("commune"),
    )
    old_commune = models.ForeignKey(
        "regions.OldCommune",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="producers",
        verbose_name=_("former commune"),
    )
    #: Kept beside the unit: four of today's units mix two former districts.
    district = models.ForeignKey(
        "regions.District",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="producers",
        verbose_name=_("former district"),
    )
    street = models.CharField(_("street line"), max_length=200, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)

    story = models.TextField(_("story"), blank=True)
    tagline = models.CharField(_("one line"), max_length=200, blank=True)
    founded_year = models.PositiveSmallIntegerField(_("founded"), null=True, blank=True)
    legal_name = models.CharField(_("legal name"), max_length=200, blank=True)
    registration_number = models.CharField(_("registration number"), max_length=40, blank=True)
    registered_by = models.CharField(_("registered by"), max_length=120, blank=True)
    tax_code = models.CharField(_("tax code"), max_length=14, blank=True)
    representative = models.CharField(_("representative"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=16, blank=True)
    zalo_phone = models.CharField(_("Zalo"), max_length=16, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)

    #: Two records of the press were one producer; the other one goes on.
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="absorbed",
        verbose_name=_("merged into"),
    )
    source_url = models.URLField(_("source"), max_length=500, blank=True)
    source_read_on = models.DateField(_("source read on"), null=True, blank=True)

    folded = models.CharField(max_length=128, editable=False, db_index=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = ProducerQuerySet.as_manager()

    if TYPE_CHECKING:
        story_vi: str
        story_en: str | None
        tagline_vi: str
        tagline_en: str | None

    class Meta(AbstractPartner.Meta):
        ordering = ["name", "code"]  # type: ignore[assignment]
        verbose_name = _("producer")
        verbose_name_plural = _("producers")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(standing="active") | (~Q(source_url="") & Q(source_read_on__isnull=False)),
                name="producer_reported_has_source",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Fill the folded name, and slug, code and running number where they are empty.

        Two producers saved at once may choose the same: the database lets one in, the other chooses anew.
        """
        self.folded = fold(self.name)[:128]
        chosen = [name for name in CHOSEN_FOR_THE_ROW if not getattr(self, name)]
        if not chosen:
            super().save(*args, **kwargs)
            return
        for attempt in range(1, MOST_ATTEMPTS + 1):
            try:
                with transaction.atomic():
                    self._choose()
                    super().save(*args, **kwargs)
                return
            except IntegrityError:
                if attempt == MOST_ATTEMPTS or not self._is_taken(chosen):
                    raise
                for name in chosen:
                    setattr(self, name, None if name == "running_number" else "")

    def _choose(self) -> None:
        if not self.slug:
            self.slug = self._free_slug()
        if self.running_number is None:
            self.running_number = (Partner.objects.aggregate(last=Max("running_number"))["last"] or 0) + 1

    def _is_taken(self, chosen: list[str]) -> bool:
        """Say whether somebody else got what was chosen; any other refusal of the database is a real one."""
        same = [Q(**{name: getattr(self, name)}) for name in chosen if getattr(self, name)]
        return bool(same) and Partner.objects.exclude(pk=self.pk).filter(reduce(or_, same)).exists()

    def _free_slug(self) -> str:
        base = slug_of(self.name)[:120] or "chu-the"
        taken = set(
            Partner.objects.filter(slug__startswith=base).exclude(pk=self.pk).values_list("slug", flat=True)
        )
        slug, number = base, 2
        while slug in taken:
            slug, number = f"{base}-{number}", number + 1
        return slug

    def get_absolute_url(self) -> str:
        return reverse("producers:detail", kwargs={"slug": self.slug})

    @property
    def is_reported(self) -> bool:
        """Say whether only the press named this producer so far."""
        return self.standing == self.Standing.REPORTED

    def tax_rate_on(self, day: date) -> int | None:
        """Return the VAT rate this seller charges on `day` in per cent, or None: not a VAT payer."""
        treatment = self.tax_treatments.filter(valid_from__lte=day).order_by("-valid_from").first()
        return treatment.rate_percent if treatment else None
