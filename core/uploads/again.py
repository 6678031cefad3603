"""A form that comes back has lost its files: a browser sends them once."""

from typing import Any

from django.utils.translation import gettext as _


def ask_for_files_again(form: Any) -> None:
    """Name beside each field the file that was sent in vain; fields with words of their own keep those."""
    for name in form.fields:
        file = form.files.get(form.add_prefix(name))
        if file and name not in form.errors:
            form.add_error(
                name,
                _("Choose “%(file)s” again: it was not kept, since something else is still wrong.")
                % {"file": file.name},
            )
