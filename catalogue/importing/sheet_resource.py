"""What both imports share: rows become unsaved objects, each refusal knows its row and column."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from import_export import resources

from .columns import Column, Refused


class SheetResource(resources.ModelResource):
    """Rows of a sheet as new objects; nothing that exists is changed by a file."""

    sheet_name: Any
    columns: Sequence[Column]

    def get_instance(self, instance_loader: Any, row: Any) -> None:
        """Find nothing: each row is a new object."""

    def import_instance(self, instance: Any, row: dict[str, Any], **kwargs: Any) -> None:
        """Fill the object from the cells that could be read.

        Raises:
            ValidationError: By field, the cells that could not.
        """
        refused = {name: value.words for name, value in row.items() if isinstance(value, Refused)}
        self.fill(
            instance, {name: None if name in refused else value for name, value in row.items()}, refused
        )
        if refused:
            raise ValidationError(refused)

    def fill(self, instance: Any, row: dict[str, Any], refused: dict[str, str]) -> None:
        """Write the values onto the object; add to `refused` what does not fit together."""
        raise NotImplementedError

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        """Join what the cells have against the row with what the rules have against the object."""
        errors: dict[str, list[str]] = {}
        for name, refusals in (import_validation_errors or {}).items():
            errors[name] = [str(message) for error in refusals for message in error.messages]
        for name, words in self.faults(instance).items():
            if name not in errors:
                errors[name] = words
        if errors:
            raise ValidationError(errors)

    def faults(self, instance: Any) -> dict[str, list[str]]:
        """Return what the rules have against an object of which some fields may be empty."""
        raise NotImplementedError

    def save_instance(self, instance: Any, is_create: bool, row: Any, **kwargs: Any) -> None:
        """Write the object, unless the file is only tried out."""
        if not kwargs["is_trial"]:
            super().save_instance(instance, is_create, row, **kwargs)

    def title_of(self, instance: Any) -> str:
        """Name a new object for the person who looks through the file."""
        return str(instance)
