"""The one log of what staff do: Wagtail's, which every screen's history and the site's report read."""

from typing import Any

from django.db.models import Model, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.log_actions import log as write

EDIT, EXPORT = "staff.edit", "staff.export"
_LONGEST = 200


def record(instance: Any, action: str, user: Any, *, reason: str = "", **data: Any) -> None:
    """Write one line into the log; to be called in the transaction of the change.

    Args:
        instance: What was changed.
        action: A registered name, such as "certificate.revoke".
        user: Who did it.
        reason: As it was typed; the history shows it.
        data: More to keep, as JSON types. No personal data: the log outlives the person's account.
    """
    kept = {"reason": reason, **data} if reason else data
    write(instance, action, user=user, data=kept, content_changed=True)


def register_reasoned(actions: LogActionRegistry, name: str, label: Any) -> None:
    """Register an action whose line in the history gives the reason."""

    class Formatter(LogFormatter):
        def format_message(self, log_entry: Any) -> str:
            reason = log_entry.data.get("reason")
            head = f"{self.label}: {reason}" if reason else str(self.label)
            return ". ".join([head, *_changes_words(log_entry)])

    Formatter.label = label
    actions.register_action(name)(Formatter)


class ExportFormatter(LogFormatter):
    """Who took how many rows of which list out of the house."""

    label = _("Export")

    def format_message(self, log_entry: Any) -> str:
        """Name the list and the number of rows."""
        return gettext("Exported %(rows)s rows: %(list)s") % {
            "rows": log_entry.data.get("rows", "?"),
            "list": log_entry.data.get("list", "?"),
        }


class EditFormatter(LogFormatter):
    """An edit with the fields that changed, the old value and the new one."""

    label = _("Edit")

    def format_message(self, log_entry: Any) -> str:
        """List the changes, each as "field: old → new"."""
        return ". ".join([str(self.label), *_changes_words(log_entry)])


def _changes_words(log_entry: Any) -> list[str]:
    changes = [_change_words(*change) for change in log_entry.data.get("changes", [])]
    return ["; ".join(changes)] if changes else []


def _change_words(label: str, old: str | None, new: str | None) -> str:
    return (
        capfirst(label) if old is None and new is None else f"{capfirst(label)}: {old or '–'} → {new or '–'}"
    )


def changes_of(form: Any, private: frozenset[str]) -> list[tuple[str, str | None, str | None]]:
    """Return label, old and new value of every field that a valid form changes.

    Of private fields and of long texts only the label is kept.
    """
    changes: list[tuple[str, str | None, str | None]] = []
    for name in form.changed_data:
        if name == "reason":  # stands in the line by itself
            continue
        label = str(form.fields[name].label or name)
        old, new = _shown(form, name, form.initial.get(name)), _shown(form, name, form.cleaned_data.get(name))
        hidden = name in private or max(len(old), len(new)) > _LONGEST
        changes.append((label, None, None) if hidden else (label, old, new))
    return changes


def _shown(form: Any, name: str, value: Any) -> str:
    field = form.fields[name]
    if value in (None, ""):
        return ""
    choices = getattr(field, "queryset", None)
    if isinstance(value, list | tuple | QuerySet):
        chosen = choices.filter(pk__in=value) if choices is not None else value
        return ", ".join(sorted(map(str, chosen)))
    if choices is not None and not isinstance(value, Model):
        value = choices.filter(pk=value).first()
    elif getattr(field, "choices", None):
        value = dict(field.choices).get(value, value)
    return str(value)
