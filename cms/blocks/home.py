"""Blocks of the first page. Each fills one place of the design (identity §6), so each occurs once at most."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .choosers import CategoryChooserBlock, ProducerChooserBlock, ProductChooserBlock
from .links import LinkBlock

#: The scenes that `core.art` weaves; each is a static file of that name.
SCENES = [
    ("red-land", _("Bà Rá mountain, Thác Mơ lake and pepper gardens on red soil")),
    ("village-night", _("A village with its longhouse")),
    ("tet", _("Branches and boxes for Tết")),
]
_TWELVE = re.compile(r"[012]{12}")


class CoverBlock(blocks.StructBlock):
    """The woven scene with the season's story; its heading is the page's first heading."""

    scene = blocks.ChoiceBlock(label=_("Scene"), choices=SCENES, default="red-land")
    season = blocks.CharBlock(label=_("Season"), max_length=40, required=False)
    title = blocks.CharBlock(label=_("Heading"), max_length=60)
    text = blocks.TextBlock(label=_("Text"), max_length=240)
    link = LinkBlock(label=_("Link"))
    is_demo = blocks.BooleanBlock(label=_("Fictional"), required=False)

    class Meta:
        icon = "image"
        label = _("Cover")


class BranchesBlock(blocks.StructBlock):
    """The index of branches with their counts; nothing to set."""

    class Meta:
        icon = "folder-open-inverse"
        label = _("Branches with counts")


class Rule(TextChoices):
    """How the products of a row come about."""

    CHOSEN = "chosen", _("Chosen by hand")
    NEWEST = "newest", _("Newest first")
    CERTIFIED = "certified", _("Certified last, certificate in force")
    CATEGORY = "category", _("Of one branch or set, newest first")


class ProductRowBlock(blocks.StructBlock):
    """A shelf of at most ten products."""

    title = blocks.CharBlock(label=_("Heading"), max_length=60)
    rule = blocks.ChoiceBlock(label=_("Rule"), choices=Rule.choices, default=Rule.NEWEST)
    products = blocks.ListBlock(
        ProductChooserBlock(label=_("Product")), label=_("Products"), max_num=10, default=[], min_num=0
    )
    category = CategoryChooserBlock(label=_("Branch or set"), required=False)
    basis = blocks.CharBlock(label=_("Why these"), max_length=160, required=False)

    class Meta:
        icon = "list-ul"
        label = _("Products")

    def clean(self, value: Any) -> Any:
        """Ask for what the rule needs."""
        cleaned = super().clean(value)
        if cleaned["rule"] == Rule.CHOSEN and not cleaned["products"]:
            raise blocks.StructBlockValidationError(
                block_errors={"rule": ValidationError(_("Choose at least one product."))}
            )
        if cleaned["rule"] == Rule.CATEGORY and cleaned["category"] is None:
            raise blocks.StructBlockValidationError(
                block_errors={"category": ValidationError(_("Choose a branch or set."))}
            )
        return cleaned


class ProducerRowBlock(blocks.StructBlock):
    """Three producers; the newest ones fill the places left."""

    producers = blocks.ListBlock(
        ProducerChooserBlock(label=_("Producer")), label=_("Producers"), max_num=3, default=[], min_num=0
    )

    class Meta:
        icon = "group"
        label = _("Producers")


class FigureBlock(blocks.StructBlock):
    """A number with the day and the basis on which it stands; without them it is no figure."""

    number = blocks.CharBlock(label=_("Number"), max_length=20)
    of = blocks.CharBlock(label=_("Out of"), max_length=30, required=False)
    statement = blocks.CharBlock(label=_("What it counts"), max_length=120)
    percent = blocks.IntegerBlock(
        label=_("Length of the bar in per cent"), min_value=0, max_value=100, required=False
    )
    as_of = blocks.DateBlock(label=_("As of"))
    basis = blocks.CharBlock(label=_("Basis"), max_length=160)
    source_name = blocks.CharBlock(label=_("Source"), max_length=120)
    source_url = blocks.URLBlock(label=_("Address of the source"), required=False)
    is_press = blocks.BooleanBlock(label=_("Reported by the press"), required=False)
    is_demo = blocks.BooleanBlock(label=_("Fictional"), required=False)

    class Meta:
        icon = "order"
        label = _("Figure")


class SeasonRowBlock(blocks.StructBlock):
    """One crop and its twelve months."""

    title = blocks.CharBlock(label=_("Crop"), max_length=40)
    note = blocks.CharBlock(label=_("Note"), max_length=60, required=False)
    levels = blocks.CharBlock(
        label=_("Months"),
        help_text=_("Twelve digits, January to December: 0 no, 1 fair, 2 best."),
        validators=[RegexValidator(_TWELVE, _("Give twelve digits, each 0, 1 or 2."))],
        max_length=12,
    )


class SeasonTableBlock(blocks.StructBlock):
    """Which month is best for what."""

    rows = blocks.ListBlock(SeasonRowBlock(label=_("Crop")), label=_("Crops"), max_num=8)
    source = blocks.CharBlock(label=_("Source"), max_length=160, required=False)
    is_demo = blocks.BooleanBlock(label=_("Fictional"), required=False)

    class Meta:
        icon = "calendar"
        label = _("Season table")


class VerifyBandBlock(blocks.StructBlock):
    """The band that asks to check a certificate; its rules come from the rule set in force."""

    class Meta:
        icon = "check"
        label = _("Certificate check")


class HomeBlock(blocks.StreamBlock):
    """What the first page shows."""

    cover = CoverBlock()
    branches = BranchesBlock()
    season_picks = ProductRowBlock(label=_("Season picks"))
    certified_lately = ProductRowBlock(label=_("Certified lately"))
    season_table = SeasonTableBlock()
    verify_band = VerifyBandBlock()
    producers = ProducerRowBlock()
    figures = blocks.ListBlock(FigureBlock(), label=_("Figures"), max_num=3, icon="order")

    class Meta:
        block_counts = {
            name: {"max_num": 1}
            for name in (
                "cover",
                "branches",
                "season_picks",
                "certified_lately",
                "season_table",
                "verify_band",
                "producers",
                "figures",
            )
        }
