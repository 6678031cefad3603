"""Sentences that several checks share."""

from django.utils.translation import gettext as _


def broken_words() -> str:
    """Return what is said of a file that cannot be read to its end."""
    return _("The file is broken or not complete. Open it, save it again and send that.")


def hidden_words() -> str:
    """Return what is said of a file that is two things at once."""
    return _("Something else is hidden in the file. Open it, save it again and send that.")
