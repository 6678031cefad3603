"""Branches and sets, rule sets, sale and label rules and former names, written whole or not at all."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from oscar.core.loading import get_model

from catalogue.models import Category, FormerSet, RuleSet, SaleRule
from catalogue.passport.selling import settle_sale
from core.clock import today
from core.data_files import Row
from core.vietnamese import slug_of

from .changes import save_if_changed
from .label_rules import write_grounds, write_label_rules
from .sources import DATA_DIR, DECISION, Sources, read_sources

#: All products share Oscar's one class: they are packed, sent and counted.
PRODUCT_CLASS = "ocop"


def load_reference(progress: Callable[[str], None], folder: Path = DATA_DIR) -> None:
    """Bring the tables in line with the data files; running it again changes nothing.

    Rows that staff added, such as a later sale rule, stay. A row of a file counts: who wants another rule
    adds one with a later date.

    Args:
        progress: Called with one finished line after each table, for the reader of a long command.
        folder: Where the files lie.

    Raises:
        DataFileError: A file or row is broken; the tables are as they were.
    """
    sources = read_sources(folder)
    with transaction.atomic():
        get_model("catalogue", "ProductClass").objects.update_or_create(
            slug=PRODUCT_CLASS, defaults={"name": "OCOP", "requires_shipping": True, "track_stock": True}
        )
        sets = _load_tree(sources)
        progress(f"{Category.get_root_nodes().exclude(code='').count()} branches, {len(sets)} product sets")
        for row in sources.rule_sets:
            _load_rule_set(row)
        progress(f"{len(sources.rule_sets)} rule sets")
        for row in sources.sale_rules:
            SaleRule.objects.update_or_create(
                ocop_set=sets[row.integer("set_number")],
                valid_from=row.day("valid_from"),
                defaults={"mode": row.text("mode"), "basis": row.text("basis")},
            )
        progress(f"{len(sources.sale_rules)} sale rules")
        for row in sources.former_sets:
            FormerSet.objects.update_or_create(
                decision=row.text("decision"),
                name=row.text("name"),
                ocop_set=sets[row.integer("set_number")],
                defaults={
                    "number": row.integer("number") if row.optional("number") else None,
                    "note": row.optional("note"),
                },
            )
        progress(f"{len(sources.former_sets)} former names of sets")
        write_grounds(sources.exemption_grounds)
        write_label_rules(sources.label_rules, sets)
        settle_sale(None, today())
        progress(
            f"{len(sources.label_rules)} label rules, {len(sources.exemption_grounds)} grounds of exemption"
        )


def _load_tree(sources: Sources) -> dict[int, Category]:
    branches: dict[str, Category] = {}
    sets: dict[int, Category] = {}
    for number, row in sources.sets.items():
        code = row.cells["group_code"]
        if code not in branches:
            branches[code] = _load_node(None, code, sources.menu_names[code], _branch_values(row))
        values = {**_set_values(row), "set_number": number}
        sets[number] = _load_node(branches[code], str(number), sources.menu_names[str(number)], values)
    return sets


def _branch_values(row: Row) -> dict[str, object]:
    return {
        "name_vi": row.text("group_vi"),
        "name_en": row.text("group_en"),
        "legal_code": row.text("group_code"),
        "source_url": row.text("source_url"),
    }


def _set_values(row: Row) -> dict[str, object]:
    return {
        "name_vi": row.text("product_set_vi"),
        "name_en": row.text("product_set_en"),
        "subgroup_vi": row.text("subgroup_vi"),
        "subgroup_en": row.text("subgroup_en"),
        "legal_code": row.text("legal_code"),
        "ministry": row.text("managing_ministry"),
        "source_url": row.text("source_url"),
    }


def _load_node(parent: Category | None, code: str, names: Row, values: dict[str, object]) -> Category:
    values = {
        **values,
        "decision": DECISION,
        "short_name_vi": names.text("short_vi"),
        "short_name_en": names.text("short_en"),
        "slug_vi": slug_of(names.text("short_vi")),
        "slug_en": slug_of(names.text("short_en")),
    }
    node = Category.objects.filter(code=code).first()
    if node is not None:
        save_if_changed(node, **values)
    elif parent is None:
        node = Category.add_root(code=code, **values)
    else:
        # Read anew: treebeard counts children on the object it is given.
        node = Category.objects.get(pk=parent.pk).add_child(code=code, **values)
    return node


def _load_rule_set(row: Row) -> None:
    RuleSet.objects.update_or_create(
        code=row.text("code"),
        defaults={
            "decision_number": row.text("decision_number"),
            "issued_on": row.day("issued_on"),
            "valid_from": row.day("valid_from"),
            "valid_to": row.day("valid_to") if row.optional("valid_to") else None,
            "part_points": [row.integer(f"points_{part}") for part in "abc"],
            "authorities": {str(stars): row.text(f"stars_{stars}") for stars in (3, 4, 5)},
            "source_url": row.text("source_url"),
            "note": row.optional("note"),
        },
    )
