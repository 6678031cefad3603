"""Where a person shows beside the rows of the rooms: histories, the log of staff actions, task results."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import Storage
from django.db import models
from django.db.models import CASCADE, Q, TextField
from django.db.models.functions import Cast
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from simple_history.models import HistoricalChanges
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.users.models import UserProfile

from accounts.personal.identity import Identity

if TYPE_CHECKING:
    from accounts.models import User

#: What a log entry is called once it must not name anybody.
NOBODY = "–"


@dataclass(frozen=True)
class StoredFile:
    """A file and where it lies."""

    storage: Storage
    name: str

    def delete(self) -> None:
        """Remove it; one that is gone already is no error."""
        self.storage.delete(self.name)


def avatar_of(user: "User") -> StoredFile | None:
    """Return the picture that a member of staff gave themselves, if any."""
    profile = UserProfile.objects.filter(user=user).first()
    if profile is None or not profile.avatar.name:
        return None
    return StoredFile(profile.avatar.storage, profile.avatar.name)


def rows_of(user: "User") -> Q:
    """Return the condition of log entries about the person or about a row that goes with them.

    Ask before the rooms erase theirs: labels of such rows, "Thị Nở: Owner", name the person.
    """
    condition = Q(content_type=ContentType.objects.get_for_model(user), object_id=str(user.pk))
    for relation in user._meta.related_objects:
        if relation.on_delete is not CASCADE:
            continue
        model = relation.related_model
        keys = model._base_manager.filter(**{relation.field.name: user}).values_list("pk", flat=True)
        if found := [str(key) for key in keys]:
            condition |= Q(content_type=ContentType.objects.get_for_model(model), object_id__in=found)
    return condition


def clear_histories(user_model: type[models.Model], key: int) -> None:
    """Remove the versions of rows that were the person's, and the person from rows that only mention them."""
    for history, field, goes in _columns_of_histories(user_model):
        rows = history._base_manager.filter(**{field: key})
        if goes:
            rows.delete()
        else:
            rows.update(**{field: None})


def _columns_of_histories(user_model: type[models.Model]) -> Iterator[tuple[Any, str, bool]]:
    """Yield historical models, their columns that hold a person, and whether the row goes with the person."""
    histories: list[Any] = [model for model in apps.get_models() if issubclass(model, HistoricalChanges)]
    for history in histories:
        for field in history._meta.fields:
            if field.related_model is not user_model:
                continue
            if field.name == "history_user":
                yield history, field.name, False
            else:
                tracked = history.instance_type._meta.get_field(field.name)
                yield history, field.name, tracked.remote_field.on_delete is CASCADE


def clear_logs(identity: Identity, rows: Q) -> None:
    """Take the person out of the log of staff actions; that something was done, and when, stays."""
    mentioned = identity.found_in("label", "words")
    for log, condition in ((ModelLogEntry, rows | mentioned), (PageLogEntry, mentioned)):
        entries = log.objects.annotate(words=Cast("data", TextField())).filter(condition)
        keys = list(entries.values_list("pk", flat=True))
        log.objects.filter(pk__in=keys).update(label=NOBODY, data={})


def clear_task_results(identity: Identity) -> None:
    """Remove finished tasks that mention the person; tasks carry ids only, but an error's words may not."""
    DBTaskResult.objects.annotate(
        arguments=Cast("args_kwargs", TextField()), value=Cast("return_value", TextField())
    ).filter(
        identity.found_in("arguments", "value", "traceback", "exception_class_path"),
        status__in=[TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED],
    ).delete()
