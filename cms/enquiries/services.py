"""Sending a letter and answering it."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.messages import queue
from accounts.models import User
from cms.enquiries.errors import AlreadyAnswered
from cms.models import Enquiry


def send(*, form_key: uuid.UUID, user: User | None, language: str, facts: Mapping[str, Any]) -> Enquiry:
    """Keep a letter. Nobody is written to: an address that a stranger types may be anybody's.

    Args:
        form_key: Of the form; a second call with it returns what the first one made.
        user: Who is signed in, or None.
        language: In which an answer is written.
        facts: The fields of `Enquiry` of these names.
    """
    try:
        with transaction.atomic():
            return Enquiry.objects.create(form_key=form_key, user=user, language=language, **facts)
    except IntegrityError:
        return Enquiry.objects.get(form_key=form_key)


@transaction.atomic
def answer(*, enquiry_id: int, by: User, text: str) -> Enquiry:
    """Answer a letter, and send the answer to where its writer asked for it.

    Raises:
        AlreadyAnswered: Somebody did before.
    """
    enquiry = Enquiry.objects.select_for_update(of=("self",)).get(pk=enquiry_id)
    if enquiry.state != Enquiry.State.NEW:
        raise AlreadyAnswered(_("This letter was answered before. Open it again."))
    enquiry.state, enquiry.answer = Enquiry.State.ANSWERED, text
    enquiry.answered_by, enquiry.answered_at = by, timezone.now()
    enquiry.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    queue(
        event="enquiry_answered",
        about=f"enquiry:{enquiry.pk}",
        user=enquiry.user,
        phone=enquiry.phone,
        email=enquiry.email,
        language=enquiry.language,
        context={"code": enquiry.code, "answer": text, "link": settings.SITE_URL + enquiry.status_url},
    )
    return enquiry
