"""Requests for shops as people send them, and the office."""

import uuid
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from producers.claims import services
from producers.models import Claim, Partner
from tests.core.uploads.samples import pdf
from tests.factories import UnitFactory, UserFactory


def asker(**facts: Any) -> Any:
    return UserFactory(phone_verified_at=timezone.now(), **facts)


def filled(**changes: Any) -> dict[str, Any]:
    """Return a form as a co-operative sends it."""
    return {
        "form_key": str(uuid.uuid4()),
        "website": "",
        "name": "Hợp tác xã Thử",
        "kind": "cooperative",
        "legal_name": "Hợp tác xã Nông nghiệp Thử",
        "registration_number": "440123",
        "tax_code": "3801234567",
        "representative": "Nguyễn Thử",
        "position": "Giám đốc",
        "place": "Bom Bo",
        "street": "Thôn 3",
        "message": "",
        "registration_paper": SimpleUploadedFile("giay.pdf", pdf()),
        **changes,
    }


def submitted(producer: Partner | None = None, user: Any = None) -> Claim:
    return services.submit(
        user=user or asker(),
        producer=producer,
        form_key=uuid.uuid4(),
        facts={
            "name": producer.name if producer else "Hợp tác xã Thử",
            "kind": "cooperative",
            "legal_name": "Hợp tác xã Nông nghiệp Thử",
            "registration_number": "440123",
            "representative": "Nguyễn Thử",
            "position": "Giám đốc",
            "unit": UnitFactory(),
        },
        papers={},
    )


def office() -> Any:
    return UserFactory(is_staff=True, is_superuser=True)
