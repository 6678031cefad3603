"""Removing a person everywhere at once, but for what the law makes us keep."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.errors import EraseRefused
from accounts.models import User
from accounts.personal import traces
from accounts.personal.identity import identity_of
from accounts.sessions.services import end_all
from core.generations import TOPICS, bump
from core.page_store import forget_all_pages
from core.personal_data import PersonalData, personal_data


def refusals(user: User, parts: list[PersonalData] | None = None) -> list[str]:
    """Say what has to happen before a person can be erased; nothing when all is ready."""
    found = [part.refusal(user) for part in (parts or [filler() for filler in personal_data])]
    if user.is_superuser and not _others_may_do_everything(user):
        found.append(_("You are the only administrator. Name another one first."))
    return [refusal for refusal in found if refusal]


@transaction.atomic
def erase_person(user: User) -> None:
    """Remove a person: their rows in every room, sessions, histories, logs, and last the account.

    What must stay is handed to `accounts.retention.retain` by the rooms, in this same transaction.

    Raises:
        User.DoesNotExist: They were erased before, as by the first click of two.
        EraseRefused: Something has to happen first; the sentence says what.
    """
    if user.is_superuser:
        # All of them, in one order, so that the last two cannot both count on the other to stay.
        list(User.objects.select_for_update().filter(is_superuser=True).order_by("pk").values_list("pk"))
    # Locked, so that nothing new is hung onto a person who is leaving.
    person = User.objects.select_for_update().get(pk=user.pk)
    parts = [filler() for filler in personal_data]
    if refused := refusals(person, parts):
        raise EraseRefused(" ".join(refused))

    identity = identity_of(person)
    rows = traces.rows_of(person)
    avatar = traces.avatar_of(person)
    for part in parts:
        part.erase(person)
    traces.clear_logs(identity, rows)
    traces.clear_task_results(identity)
    end_all(person)
    key = person.pk
    person.delete()
    traces.clear_histories(User, key)  # last: rows that go with the person leave a version each
    for topic in TOPICS:
        bump(topic)
    transaction.on_commit(lambda: _forget(avatar))


@transaction.atomic
def erase_by_staff(person: User, *, by: User) -> None:
    """Erase a person for whom staff act; the log keeps that it was done and by whom, not to whom.

    Raises:
        EraseRefused: Something has to happen first; the sentence says what.
    """
    log(instance=person, action="wagtail.delete", user=by, deleted=True)
    erase_person(person)


def _forget(avatar: traces.StoredFile | None) -> None:
    """Remove what lies outside the database: a picture, and pages that may show the person."""
    if avatar:
        avatar.delete()
    forget_all_pages()


def _others_may_do_everything(user: User) -> bool:
    return User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk).exists()
