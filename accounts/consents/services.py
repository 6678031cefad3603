"""Giving and withdrawing consent."""

from django.db import transaction
from django.utils.translation import get_language

from accounts.consents.models import ConsentRecord
from accounts.consents.queries import answers
from accounts.consents.texts import purposes
from accounts.models import User


@transaction.atomic
def answer(
    user: User,
    wanted: dict[str, bool],
    *,
    channel: ConsentRecord.Channel = ConsentRecord.Channel.ACCOUNT,
    language: str | None = None,
) -> list[ConsentRecord]:
    """Keep a person's answers where they differ from what holds now, with the text of today.

    Args:
        user: Who answers; consent is never given for somebody else.
        wanted: By purpose, whether it is given.
        channel: Where they answered.
        language: Of the text they read; by default the active one.

    Returns:
        The new records.

    Raises:
        KeyError: There is no such purpose.
    """
    # The row is the lock: two clicks write one record (on SQLite the transaction is).
    User.objects.select_for_update().get(pk=user.pk)
    holds = answers(user)
    return [
        ConsentRecord.objects.create(
            user=user,
            purpose=key,
            given=given,
            text_version=purposes()[key].current.version,
            language=language or get_language() or "vi",
            channel=channel,
        )
        for key, given in wanted.items()
        if given != holds[key].given
    ]
