"""What can go wrong in the trade itself; the text of these errors is safe to show to a visitor."""


class DomainError(Exception):
    """A rule of the trade refuses what was asked; `str(error)` is a sentence for the reader."""
