"""Trying an import out and carrying it out: the same questions, the first time without writing."""

import hashlib
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import tablib
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import transaction

from core.staff import record

from .certificates import CertificateResource
from .package import FileRefused
from .products import ProductResource
from .sheet_resource import SheetResource
from .workbook import Problem, Sheet, read_sheet

KINDS: dict[str, type[SheetResource]] = {"certificates": CertificateResource, "products": ProductResource}


@dataclass(frozen=True)
class Outcome:
    """What a file would do or did.

    Attributes:
        count: Rows that are new objects.
        problems: All that is wrong, by row; with one of them nothing is written.
        digest: Of the file, so that what was looked at is what is carried out.
        titles: The new objects in words, in the order of the rows.
    """

    count: int
    problems: list[Problem]
    digest: str
    titles: list[str]

    @property
    def is_clean(self) -> bool:
        """Say whether the file can be carried out."""
        return not self.problems


def digest_of(content: bytes) -> str:
    """Return what tells one file from another."""
    return hashlib.sha256(content).hexdigest()


def try_out(kind: str, content: bytes) -> Outcome:
    """Ask all that the import asks, and write nothing."""
    return _run(kind, content, user=None)


def carry_out(kind: str, content: bytes, user: Any) -> Outcome:
    """Write all rows in one transaction, or none; one line in the log for the file and one for each row."""
    return _run(kind, content, user=user)


def _run(kind: str, content: bytes, user: Any) -> Outcome:
    resource, digest = KINDS[kind](), digest_of(content)
    try:
        sheet = read_sheet(content, str(resource.sheet_name), resource.columns)
    except FileRefused as error:
        return Outcome(0, [Problem(0, "", str(error))], digest, [])
    dataset = tablib.Dataset(headers=[column.name for column in resource.columns])
    for row in sheet.rows:
        dataset.append([row[column.name] for column in resource.columns])
    is_trial = user is None or bool(sheet.problems)
    # A trial writes nothing, so it takes no lock either.
    with nullcontext() if is_trial else transaction.atomic():
        result = resource.import_data(
            dataset,
            use_transactions=not is_trial,
            rollback_on_validation_errors=True,
            numbers=sheet.numbers,
            is_trial=is_trial,
        )
        problems = sorted(
            [*sheet.problems, *_problems_of(result, sheet, resource)], key=lambda problem: problem.row
        )
        made = [row.instance for row in result.rows if row.instance is not None]
        if not is_trial and not problems:
            record(user, f"import.{kind}", user, rows=len(made), digest=digest)
            for instance in made:
                record(instance, f"import.{kind}_row", user, digest=digest)
    return Outcome(len(made), problems, digest, [resource.title_of(instance) for instance in made])


def _problems_of(result: Any, sheet: Sheet, resource: SheetResource) -> list[Problem]:
    labels = {column.name: str(column.label) for column in resource.columns}
    problems = []
    for invalid in result.invalid_rows:
        for name, words in invalid.error.message_dict.items():
            heading = "" if name == NON_FIELD_ERRORS else labels.get(name, name)
            number = sheet.numbers[invalid.number - 1]
            problems += [Problem(number, heading, each) for each in words]
    for broken in result.error_rows:
        problems += [
            Problem(sheet.numbers[broken.number - 1], "", str(error.error)) for error in broken.errors
        ]
    problems += [Problem(0, "", str(error.error)) for error in result.base_errors]
    return problems
