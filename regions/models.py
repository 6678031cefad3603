"""Administrative units: today's two levels, the communes and districts before 1/7/2025, which became which.

`folded` is a name without marks and kind word, as `names.key` makes it.
"""

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from . import prefix  # noqa: F401  registers the look-up `folded__prefix`


class DatedName(models.Model):
    """What something was called between two days, both included; an open end is empty."""

    name = models.CharField(_("name"), max_length=80)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class Province(models.Model):
    """One of the 34 provinces and centrally run cities since 1/7/2025."""

    code = models.CharField(_("code"), max_length=2, primary_key=True)
    #: The full name of today, "Thành phố Đồng Nai"; earlier ones since 1/7/2025 are `ProvinceName` rows.
    name = models.CharField(_("name"), max_length=60)
    folded = models.CharField(max_length=60, editable=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["code"]
        verbose_name = _("province")
        verbose_name_plural = _("provinces")

    def __str__(self) -> str:
        return self.name

    def name_on(self, day: date) -> str:
        """Return the full name on `day`; prefetch `names` where many provinces are asked."""
        return _name_on(day, list(self.names.all()), self.name)


class ProvinceName(DatedName):
    """What a province was called, where it changed its name or kind after 1/7/2025."""

    province = models.ForeignKey(Province, models.CASCADE, related_name="names")

    class Meta:
        ordering: ClassVar[list[str]] = ["province", "valid_from"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["province", "valid_from"], name="province_name_day")
        ]


class Unit(models.Model):
    """A commune, ward or special zone since 1/7/2025 (xã, phường, đặc khu)."""

    code = models.CharField(_("code"), max_length=5, primary_key=True)
    province = models.ForeignKey(Province, models.PROTECT, related_name="units", verbose_name=_("province"))
    #: The full name of today, "Phường Lộc Ninh"; earlier ones since 1/7/2025 are `UnitName` rows.
    name = models.CharField(_("name"), max_length=80)
    kind = models.CharField(_("kind"), max_length=20)
    folded = models.CharField(max_length=80, editable=False)
    #: An approximate centre: good for sorting by distance, not for directions.
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["folded", "code"]
        verbose_name = _("administrative unit")
        verbose_name_plural = _("administrative units")

    def __str__(self) -> str:
        return self.name

    def name_on(self, day: date) -> str:
        """Return the full name on `day`; prefetch `names` where many units are asked."""
        return _name_on(day, list(self.names.all()), self.name)


class UnitName(DatedName):
    """What a unit was called, where it changed its name or kind after 1/7/2025."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="names")

    class Meta:
        ordering: ClassVar[list[str]] = ["unit", "valid_from"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["unit", "valid_from"], name="unit_name_day")
        ]


class Region(models.Model):
    """A region people know by name though no unit bears it today: Bình Phước and its 40 units."""

    code = models.SlugField(_("code"), max_length=30, primary_key=True)
    name = models.CharField(_("name"), max_length=60)
    folded = models.CharField(max_length=60, editable=False)
    units = models.ManyToManyField(Unit, related_name="regions")

    class Meta:
        ordering: ClassVar[list[str]] = ["code"]

    def __str__(self) -> str:
        return self.name


class District(models.Model):
    """A district of a region, abolished on 1/7/2025; programme figures and addresses still name it."""

    code = models.CharField(_("code"), max_length=3, primary_key=True)
    region = models.ForeignKey(Region, models.PROTECT, related_name="districts")
    #: The full name, "Huyện Bù Đăng".
    name = models.CharField(_("name"), max_length=60)
    folded = models.CharField(max_length=60, editable=False)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["code"]
        verbose_name = _("former district")
        verbose_name_plural = _("former districts")

    def __str__(self) -> str:
        return self.name


class OldCommune(models.Model):
    """A commune, ward or town before 1/7/2025 (10,035 in the country)."""

    code = models.CharField(_("code"), max_length=5, primary_key=True)
    name = models.CharField(_("name"), max_length=80)
    district_name = models.CharField(_("district"), max_length=80)
    province_name = models.CharField(_("province"), max_length=60)
    #: Known for the region's own communes only.
    district = models.ForeignKey(
        District,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="communes",
        verbose_name=_("former district"),
    )
    folded = models.CharField(max_length=80, editable=False)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    units = models.ManyToManyField(Unit, through="Succession", related_name="old_communes")

    class Meta:
        ordering: ClassVar[list[str]] = ["folded", "code"]
        verbose_name = _("former commune")
        verbose_name_plural = _("former communes")

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """Which unit took over an old commune; of a divided commune the one that took most comes first."""

    old_commune = models.ForeignKey(OldCommune, models.CASCADE, related_name="successions")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="successions")
    rank = models.PositiveSmallIntegerField(_("rank"), default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["old_commune", "rank"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["old_commune", "unit"], name="succession_once"),
            models.UniqueConstraint(fields=["old_commune", "rank"], name="succession_rank"),
        ]

    def __str__(self) -> str:
        return f"{self.old_commune_id} → {self.unit_id}"


class LookupName(models.Model):
    """One name by which a unit is found: its own, a former one, that of an area it came from, an alias.

    Made anew from the other tables by each load, so that a look-up reads one index.
    """

    class Role(models.IntegerChoices):
        """Whose name it is; of equal matches the lower role comes first."""

        OWN = 0, _("name of today")
        EARLIER = 1, _("earlier name")
        OLD_COMMUNE = 2, _("former commune")
        DISTRICT = 3, _("former district")
        REGION = 4, _("region")

    folded = models.CharField(max_length=80, db_index=True)
    #: As it is shown, "Xã Bình Minh"; of an alias the other spelling.
    name = models.CharField(max_length=80)
    role = models.PositiveSmallIntegerField(choices=Role.choices)
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    province = models.ForeignKey(Province, models.CASCADE, related_name="+", db_index=False)
    old_commune = models.ForeignKey(OldCommune, models.CASCADE, null=True, related_name="+")
    #: The unit belongs to a region of ours: among equal matches it comes first.
    of_region = models.BooleanField(default=False)
    #: Folded names of the areas around it, old and new, parted by "|": they may follow in the text.
    areas = models.TextField()

    def __str__(self) -> str:
        return self.name


def _name_on(day: date, names: "list[UnitName] | list[ProvinceName]", today: str) -> str:
    for dated in names:
        if dated.valid_from <= day and (dated.valid_to is None or day <= dated.valid_to):
            return dated.name
    # Before 1/7/2025 there was no such unit; its first name is the nearest truth.
    return names[0].name if names and day < names[0].valid_from else today
