"""The reference files as checked rows; nothing here touches the database."""

from dataclasses import dataclass
from pathlib import Path

from catalogue.models import Certificate, SaleMode
from core.data_files import DataFileError, Row, read_rows, unique
from core.vietnamese import slug_of

from .label_rules import read_grounds, read_label_rules

DATA_DIR = Path(__file__).resolve().parents[1] / "data"

#: The decision whose branches and sets are today's.
DECISION = "26/2026/QĐ-TTg"
BRANCHES = ("I", "II", "III", "IV", "V", "VI")
SETS = range(1, 27)

_GROUPS = (
    *("group_code", "group_vi", "group_en", "subgroup_vi", "subgroup_en", "product_set_vi", "product_set_en"),
    *("managing_ministry", "decision", "set_no", "legal_code", "annex1_class_vi", "source_url", "note"),
)
_MENU_NAMES = ("code", "short_vi", "short_en")
_RULE_SETS = (
    *("code", "decision_number", "issued_on", "valid_from", "valid_to", "points_a", "points_b", "points_c"),
    *("stars_3", "stars_4", "stars_5", "source_url", "note"),
)
_SALE_RULES = ("set_number", "mode", "valid_from", "basis")
_FORMER_SETS = ("decision", "number", "name", "set_number", "note")


@dataclass(frozen=True)
class Sources:
    """All rows of the reference files, each checked."""

    #: The sets of today in the order of their numbers; a branch is described by its first set's row.
    sets: dict[int, Row]
    #: By branch or set number, as text.
    menu_names: dict[str, Row]
    rule_sets: list[Row]
    sale_rules: list[Row]
    former_sets: list[Row]
    #: A set's number and the row that rules one piece of its label.
    label_rules: list[tuple[int, Row]]
    exemption_grounds: list[Row]


def read_sources(folder: Path = DATA_DIR) -> Sources:
    """Read and check all reference files.

    Raises:
        DataFileError: A file cannot be read, or a row breaks a rule or contradicts another.
    """
    rule_sets = read_rows(folder / "rule-sets.csv", _RULE_SETS)
    unique(rule_sets, "code")
    for row in rule_sets:
        _check_rule_set(row)
    sale_rules = read_rows(folder / "sale-rules.csv", _SALE_RULES)
    _check_sale_rules(sale_rules)
    former_sets = read_rows(folder / "former-sets.csv", _FORMER_SETS)
    for row in former_sets:
        row.text("decision", 80)
        row.text("name", 255)
        row.integer("set_number", SETS[0], SETS[-1])
        if row.optional("number"):
            row.integer("number", 1)
    return Sources(
        sets=_sets(read_rows(folder / "product-groups.csv", _GROUPS)),
        menu_names=_menu_names(read_rows(folder / "menu-names.csv", _MENU_NAMES), "menu-names.csv"),
        rule_sets=rule_sets,
        sale_rules=sale_rules,
        former_sets=former_sets,
        label_rules=read_label_rules(folder),
        exemption_grounds=read_grounds(folder),
    )


def _sets(rows: list[Row]) -> dict[int, Row]:
    today = [row for row in rows if row.text("decision") == DECISION]
    found: dict[int, Row] = {}
    for row in today:
        number = row.integer("set_no", SETS[0], SETS[-1])
        if number in found:
            raise row.error(f"set {number} stands in row {found[number].number} already")
        row.choice("group_code", BRANCHES)
        for column in ("group_vi", "group_en", "product_set_vi", "product_set_en"):
            row.text(column, 255)
        for column in ("subgroup_vi", "subgroup_en", "managing_ministry"):
            row.text(column, 200)
        row.text("legal_code", 12)
        row.text("source_url", 500)
        found[number] = row
    _complete(
        "product-groups.csv", "set", [str(number) for number in SETS], [str(number) for number in found]
    )
    _complete("product-groups.csv", "branch", BRANCHES, [row.cells["group_code"] for row in found.values()])
    return dict(sorted(found.items()))


def _menu_names(rows: list[Row], file: str) -> dict[str, Row]:
    names = unique(rows, "code")
    _complete(file, "code", [*BRANCHES, *map(str, SETS)], list(names))
    for column in ("short_vi", "short_en"):
        slugs: dict[str, Row] = {}
        for row in names.values():
            slug = slug_of(row.text(column, 60))
            if slug in slugs:
                raise row.error(f"{column} makes the same address as row {slugs[slug].number}: {slug}")
            slugs[slug] = row
    return names


def _check_rule_set(row: Row) -> None:
    row.text("code", 12)
    row.text("decision_number", 80)
    row.text("source_url", 500)
    row.day("issued_on")
    if row.optional("valid_to") and row.day("valid_to") < row.day("valid_from"):
        raise row.error("valid_to comes before valid_from")
    if sum(row.integer(f"points_{part}", 0, 100) for part in "abc") != 100:
        raise row.error("the points of the parts do not make 100")
    for stars in (3, 4, 5):
        row.choice(f"stars_{stars}", Certificate.Level.values)


def _check_sale_rules(rows: list[Row]) -> None:
    days: dict[tuple[int, str], Row] = {}
    for row in rows:
        number = row.integer("set_number", SETS[0], SETS[-1])
        row.choice("mode", SaleMode.values)
        row.text("basis", 255)
        key = (number, row.day("valid_from").isoformat())
        if key in days:
            raise row.error(f"set {key[0]} has a rule from {key[1]} in row {days[key].number} already")
        days[key] = row
    numbers = [str(number) for number, _day in days]
    _complete("sale-rules.csv", "set", [str(number) for number in SETS], numbers)


def _complete(file: str, what: str, wanted: "list[str] | tuple[str, ...]", found: list[str]) -> None:
    missing = [each for each in wanted if each not in found]
    if missing:
        raise DataFileError(file, None, f"{what} {', '.join(missing)} is missing")
