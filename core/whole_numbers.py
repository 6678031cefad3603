"""Numbers of rows and pages as they come in addresses and forms."""

#: 18 digits fit into a bigint; a longer number would be an error of the database.
MOST_DIGITS = 18


def whole_number(text: str | None) -> int | None:
    """Return a whole number that a table may hold, or None for any other text.

    >>> whole_number("42"), whole_number("²"), whole_number("1" * 30), whole_number(None)
    (42, None, None, None)
    """
    if text and text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return int(text)
    return None
