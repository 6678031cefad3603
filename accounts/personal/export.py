"""All that is kept about a person, in one JSON file."""

import json
from typing import TYPE_CHECKING

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from core.personal_data import personal_data

if TYPE_CHECKING:
    from accounts.models import User


def export_person(user: "User") -> str:
    """Return what every room keeps about a person, as readable JSON; names stay readable too."""
    parts = [filler() for filler in personal_data]
    content = {"made_at": timezone.now(), **{part.name: part.export(user) for part in parts}}
    return json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
