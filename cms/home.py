"""What the blocks of the first page show today, in the words of its template."""

from typing import Any

from django.db.models import Count, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue, StructValue

from catalogue.models import Category, Product, RuleSet
from catalogue.source_languages import foreign_words
from core.clock import today
from core.days import day_words

from .blocks.home import SCENES
from .shelves import producers_of, shelves_of

#: Pictograms of the six branches (`core.art.pictograms`).
PICTOGRAMS = {
    "I": "branch-food",
    "II": "branch-drinks",
    "III": "branch-herbs",
    "IV": "branch-crafts",
    "V": "branch-ornamental",
    "VI": "branch-tourism",
}


def home_context(sections: StreamValue) -> dict[str, Any]:
    """Return the context of the home template; a block that is missing leaves its place empty."""
    found = {block.block_type: block.value for block in sections}
    figures = [figure_of(value) for value in found.get("figures", [])]
    branches = read_branches()
    season_picks, certified_lately = shelves_of([found.get("season_picks"), found.get("certified_lately")])
    return {
        "cover": cover_of(found["cover"]) if "cover" in found else None,
        "categories": [category_of(branch) for branch in branches] if "branches" in found else [],
        "total_count": branches[0].total if branches else 0,
        "shelf": season_picks,
        "certified_lately": certified_lately,
        "seasons": seasons_of(found["season_table"]) if "season_table" in found else None,
        "verify": verify_rules() if "verify_band" in found else None,
        **(producers_of(found["producers"]) if "producers" in found else {}),
        "figures": figures,
        "programme": {"figure": figures[0], "url": ""} if figures else None,
    }


def cover_of(value: StructValue) -> dict[str, Any]:
    """Return the cover: scene, heading, text and one link."""
    return {
        "season": value["season"],
        "title": value["title"],
        "text": value["text"],
        "url": value["link"].url,
        "link_text": value["link"].title,
        "scene_url": static(f"art/scene-{value['scene']}.svg"),
        "scene_tall_url": static(f"art/scene-{value['scene']}-tall.svg"),
        "scene_alt": dict(SCENES)[value["scene"]],
        "is_demo": value["is_demo"],
    }


def read_branches() -> list[Any]:
    """Read the branches in one query, each with the `count` of its listed products and the `total` of all."""
    listed = Product.objects.listed().order_by()
    own = listed.filter(branch=OuterRef("pk")).values("branch").annotate(n=Count("pk")).values("n")
    everything = listed.annotate(all=Value(1)).values("all").annotate(n=Count("pk")).values("n")
    branches = Category.objects.filter(code__in=PICTOGRAMS).order_by("path")
    return list(branches.annotate(count=Coalesce(Subquery(own), 0), total=Coalesce(Subquery(everything), 0)))


def category_of(branch: Any) -> dict[str, Any]:
    """Return a branch of `read_branches` as the grid of categories shows it."""
    return {
        "title": branch.label,
        "url": branch.get_absolute_url(),
        "count": branch.count,
        "pictogram": PICTOGRAMS[branch.code],
    }


def seasons_of(value: StructValue) -> dict[str, Any]:
    """Return the season table with the current month."""
    month = today().month
    legend = _("Twelve months; the yellow line is month %(month)s. A tall bar is the best time.")
    return {
        "rows": [
            {"title": row["title"], "note": row["note"], "levels": [int(level) for level in row["levels"]]}
            for row in value["rows"]
        ],
        "now": month,
        "legend": legend % {"month": month},
        "source": value["source"],
        "is_demo": value["is_demo"],
    }


def figure_of(value: StructValue) -> dict[str, Any]:
    """Return a figure with the day and basis it stands on."""
    as_of = _("As of %(day)s") % {"day": day_words(value["as_of"], get_language() or "vi")}
    names = ("number", "of", "statement", "percent", "source_name", "source_url", "is_press", "is_demo")
    return {
        **{name: value[name] for name in names},
        "basis": f"{as_of}. {value['basis']}",
        "source_language_words": foreign_words(value["source_url"]) if value["source_url"] else "",
    }


def verify_rules() -> dict[str, Any]:
    """Say who awards which star, by the rule set in force today."""
    rule_set = RuleSet.objects.in_force(today()).order_by("-valid_from").first()
    if rule_set is None:
        return {"rules": [], "basis": ""}
    points = {
        "3": _("50 to under 70 points"),
        "4": _("70 to under 90 points"),
        "5": _("90 points and more"),
    }
    authorities = {
        "district": _("recognised by the district"),
        "province": _("recognised by the province or city"),
        "centre": _("recognised by the Ministry of Agriculture and Environment"),
    }
    rules = [
        (int(stars), f"{points[stars]}, {authorities[level]}")
        for stars, level in sorted(rule_set.authorities.items())
        if stars in points and level in authorities
    ]
    basis = _("By Decision %(decision)s. A certificate is in force for 36 months.")
    return {"rules": rules, "basis": basis % {"decision": rule_set.decision_number}}
