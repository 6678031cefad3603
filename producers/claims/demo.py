"""Fictional requests in every state, for the office's screens on a demo site."""

import uuid
from datetime import date, datetime, time, timedelta

from django.core.files.base import ContentFile

from accounts.models import User
from core.clock import VIETNAM
from core.sample_paper import sample_pdf
from producers.models import Claim, ClaimPaper, Partner

State = Claim.State
_ROWS = (
    ("DEM00001", State.SUBMITTED, "Hợp tác xã Suối Vắng (trình diễn)", Partner.Kind.COOPERATIVE, 2, ""),
    ("DEM00002", State.SUBMITTED, "Trang trại Đồi Gió (trình diễn)", Partner.Kind.FARM, 1, ""),
    ("DEM00003", State.APPROVED, "", Partner.Kind.COOPERATIVE, 40, "Giấy đăng ký khớp với người đại diện."),
    ("DEM00004", State.REFUSED, "Hộ Ba Không (trình diễn)", Partner.Kind.HOUSEHOLD, 15, "Ảnh giấy bị mờ."),
    ("DEM00005", State.WITHDRAWN, "Tổ hợp tác Lá Non (trình diễn)", Partner.Kind.COOPERATIVE_GROUP, 9, ""),
)  # fmt: skip
_PAPERS = (ClaimPaper.Kind.REGISTRATION, ClaimPaper.Kind.CERTIFICATE)
_PHONE = "+84900000401"


def load_demo_claims(day: date) -> str:
    """Write the requests, counted from `day`; those that are there stay."""
    shop = Partner.objects.demo().order_by("pk").first()
    if shop is None:
        return "no demo shops, no demo requests"
    user, _made = User.objects.get_or_create(
        phone=_PHONE,
        defaults={
            "full_name": "Trần Thị Trình Diễn",
            "phone_verified_at": datetime.combine(day, time(8), VIETNAM),
            "is_demo": True,
            "password": "!",
        },
    )
    for code, state, name, kind, days_ago, reason in _ROWS:
        asked_at = datetime.combine(day - timedelta(days=days_ago), time(9, 30), VIETNAM)
        claim, _made = Claim.objects.get_or_create(
            code=code,
            defaults={
                "form_key": uuid.uuid5(uuid.NAMESPACE_URL, f"demo-claim:{code}"),
                "state": state,
                "user": user,
                "is_registration": True,
                "producer": shop if state == State.APPROVED else None,
                "name": name or shop.name,
                "kind": kind,
                "legal_name": name or shop.legal_name or shop.name,
                "registration_number": f"TD-{code}",
                "representative": "Trần Thị Trình Diễn",
                "unit": shop.unit,
                "phone": _PHONE,
                "position": "Người đại diện",
                "is_demo": True,
                "created_at": asked_at,
                "decided_at": asked_at + timedelta(days=1) if reason else None,
                "reason": reason,
            },
        )
        _send_papers(claim, asked_at)
    return f"{len(_ROWS)} requests for shops"


def _send_papers(claim: Claim, sent_at: datetime) -> None:
    """Put sample sheets that say that they are none where the papers would be."""
    sent = set(claim.papers.values_list("kind", flat=True))
    for kind in _PAPERS:
        if kind not in sent:
            file = ContentFile(sample_pdf(), f"mau-trinh-dien-{kind.value}.pdf")
            ClaimPaper.objects.create(claim=claim, kind=kind, file=file, sent_at=sent_at)
