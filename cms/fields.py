"""A stream of blocks whose definitions stay out of migrations."""

from typing import Any

from wagtail.fields import StreamField as StockStreamField


class StreamField(StockStreamField):
    """Wagtail's stream field; a changed block needs no migration.

    Migrations therefore see a stream without block types: one that must read or write what is inside works on
    the raw JSON of the column.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Leave out the block definitions, which make migrations huge and change with every label."""
        name, _path, _args, keywords = super().deconstruct()
        keywords.pop("block_lookup", None)
        return name, "cms.fields.StreamField", [[]], keywords
