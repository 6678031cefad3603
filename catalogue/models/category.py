"""The six branches and 26 sets of the programme, as Oscar's category tree of two levels."""

from typing import TYPE_CHECKING, ClassVar

from django.contrib.admin import display
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from oscar.apps.catalogue.abstract_models import AbstractCategory

from core.vietnamese import fold, slug_of


class Category(AbstractCategory):
    """A branch (depth 1) or a set with its own scoring sheet (depth 2), Decision 26/2026/QĐ-TTg, Annex I."""

    #: Roman for a branch ("I" to "VI"), the set's number for a set ("1" to "26"); empty for any other.
    code = models.CharField(_("code"), max_length=4, blank=True, db_index=True)
    #: As the decision writes it: "I.3.c".
    legal_code = models.CharField(_("legal code"), max_length=12, blank=True)
    set_number = models.PositiveSmallIntegerField(_("set number"), null=True, blank=True, unique=True)
    #: A few words for menus and facets; the full name is long.
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    subgroup = models.CharField(_("group"), max_length=200, blank=True)
    ministry = models.CharField(_("managing ministry"), max_length=200, blank=True)
    decision = models.CharField(_("decision"), max_length=60, blank=True)
    source_url = models.URLField(_("source"), max_length=500, blank=True)

    if TYPE_CHECKING:
        name_vi: str
        name_en: str | None
        slug_vi: str
        slug_en: str | None
        short_name_vi: str
        short_name_en: str | None
        subgroup_vi: str
        subgroup_en: str | None

    class Meta(AbstractCategory.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["code"], condition=~models.Q(code=""), name="category_code_once")
        ]

    def save(self, *args: object, **kwargs: object) -> None:
        """Fill the slugs of both languages; modeltranslation fills only the active one."""
        self.slug_vi = self.slug_vi or slug_of(self.name_vi)
        self.slug_en = self.slug_en or slug_of(self.name_en or self.name_vi)
        super().save(*args, **kwargs)

    @property
    @display(description=_("name"))
    def label(self) -> str:
        """The short name where there is one, in the active language."""
        return self.short_name or self.name

    @property
    def is_branch(self) -> bool:
        """Say whether this is one of the six branches."""
        return bool(self.code) and self.depth == 1

    def get_absolute_url(self) -> str:
        """Return the address of this branch or set; it holds the one slug and no path (contract §3)."""
        return reverse("catalogue:category", kwargs={"category_slug": self.slug})

    def url_in(self, language: str) -> str:
        """Return the address in that language."""
        with override(language):
            return self.get_absolute_url()


class FormerSet(models.Model):
    """What a set was called under an earlier decision, so that old papers find today's set."""

    decision = models.CharField(_("decision"), max_length=80)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    name = models.CharField(_("name"), max_length=255)
    folded = models.CharField(max_length=255, editable=False, db_index=True)
    ocop_set = models.ForeignKey("catalogue.Category", models.CASCADE, related_name="former_sets")
    note = models.CharField(_("note"), max_length=255, blank=True)

    class Meta:
        app_label = "catalogue"
        ordering: ClassVar[list[str]] = ["decision", "number", "name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["decision", "name", "ocop_set"], name="former_set_once")
        ]

    def __str__(self) -> str:
        return f"{self.decision}: {self.name}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the folded name beside the name."""
        self.folded = fold(self.name)[:255]
        super().save(*args, **kwargs)  # type: ignore[arg-type]
