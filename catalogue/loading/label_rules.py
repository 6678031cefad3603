"""What the law asks of labels, and the grounds on which it asks no paper: from files to tables."""

from pathlib import Path

from catalogue.models import Category, LabelField, LabelRule
from core.data_files import DataFileError, Row, read_rows, unique
from producers.models import ExemptionGround, PaperKind

from .changes import save_if_changed

_LABEL_RULES = (
    *("sets", "field", "level", "valid_from", "valid_to"),
    *("law", "article", "source_url", "evidence", "note"),
)
_GROUNDS = (
    *("code", "kind", "words_vi", "words_en", "law", "article"),
    *("source_url", "valid_from", "valid_to", "note"),
)
_SETS = range(1, 27)


def read_label_rules(folder: Path) -> list[tuple[int, Row]]:
    """Read the rules as pairs of a set and its row; a row names its sets as `1-2;19`.

    Raises:
        DataFileError: A row is broken, two rows say the same of a set and day, or a set has no rule.
    """
    found: dict[tuple[int, str, str], Row] = {}
    for row in read_rows(folder / "label-rules.csv", _LABEL_RULES):
        row.choice("field", LabelField.values)
        row.choice("level", LabelRule.Level.values)
        row.choice("evidence", LabelRule.Evidence.values)
        row.text("law", 80)
        row.text("source_url", 500)
        if row.optional("valid_to") and row.day("valid_to") < row.day("valid_from"):
            raise row.error("valid_to comes before valid_from")
        for number in _sets(row):
            key = (number, row.text("field"), row.text("valid_from"))
            if key in found:
                raise row.error(f"set {number} has {key[1]} from {key[2]} in row {found[key].number} already")
            found[key] = row
    missing = [str(number) for number in _SETS if number not in {key[0] for key in found}]
    if missing:
        raise DataFileError("label-rules.csv", None, f"set {', '.join(missing)} is missing")
    return [(number, row) for (number, _field, _day), row in found.items()]


def read_grounds(folder: Path) -> list[Row]:
    """Read the grounds of exemption.

    Raises:
        DataFileError: A row is broken or stands twice.
    """
    rows = read_rows(folder / "exemption-grounds.csv", _GROUNDS)
    unique(rows, "code")
    for row in rows:
        row.text("code", 40)
        row.choice("kind", PaperKind.values)
        for column in ("words_vi", "words_en"):
            row.text(column, 255)
        row.text("law", 80)
        row.text("source_url", 500)
        row.day("valid_from")
        if row.optional("valid_to"):
            row.day("valid_to")
    return rows


def write_label_rules(rules: list[tuple[int, Row]], sets: dict[int, Category]) -> None:
    """Bring the rules in line with their file; rules that staff added stay."""
    known = {(rule.ocop_set_id, rule.field, rule.valid_from): rule for rule in LabelRule.objects.all()}
    new = []
    for number, row in rules:
        values = _values(row)
        key = (sets[number].pk, row.text("field"), row.day("valid_from"))
        rule = known.get(key)
        if rule is None:
            new.append(LabelRule(ocop_set_id=key[0], field=key[1], valid_from=key[2], **values))
        else:
            save_if_changed(rule, **values)
    LabelRule.objects.bulk_create(new)


def write_grounds(rows: list[Row]) -> None:
    """Bring the grounds of exemption in line with their file."""
    known = ExemptionGround.objects.in_bulk()
    for row in rows:
        save_if_changed(
            known.get(row.text("code")) or ExemptionGround(code=row.text("code")),
            kind=row.text("kind"),
            words_vi=row.text("words_vi"),
            words_en=row.text("words_en"),
            law=row.text("law"),
            article=row.optional("article"),
            source_url=row.text("source_url"),
            valid_from=row.day("valid_from"),
            valid_to=row.day("valid_to") if row.optional("valid_to") else None,
            note=row.optional("note"),
        )


def _values(row: Row) -> dict[str, object]:
    return {
        "level": row.text("level"),
        "valid_to": row.day("valid_to") if row.optional("valid_to") else None,
        "law": row.text("law"),
        "article": row.optional("article"),
        "source_url": row.text("source_url"),
        "evidence": row.text("evidence"),
        "note": row.optional("note"),
    }


def _sets(row: Row) -> list[int]:
    """Return the sets that a row names, in their order.

    Raises:
        DataFileError: A part is no number of a set, nor a range of them.
    """
    numbers: list[int] = []
    for part in row.parts("sets"):
        first, dash, last = part.partition("-")
        if not first.isdigit() or (dash and not last.isdigit()):
            raise row.error(f"sets has {part!r}, which is neither a set nor a range of sets")
        numbers += range(int(first), int(last if dash else first) + 1)
    if not numbers or any(number not in _SETS for number in numbers):
        raise row.error(f"sets is {row.optional('sets')!r}: sets are 1 to 26")
    return numbers
