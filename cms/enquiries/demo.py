"""Fictional letters, one waiting and one answered of each kind."""

import uuid
from datetime import date, datetime, time, timedelta

from catalogue.models import Product
from cms.models import Enquiry
from core.clock import VIETNAM
from producers.models import Partner

Topic = Enquiry.Topic
_ROWS = (
    ("DEMTH001", Topic.QUESTION, "", "Tôi muốn mua làm quà Tết thì đặt trước bao lâu?", 1, ""),
    ("DEMTH002", Topic.OTHER, "", "Trang có nhận ảnh của người mua không?", 12, "Hiện chưa nhận ảnh."),
    ("DEMTH003", Topic.WRONG, "product", "Khối lượng trên trang khác trên túi.", 3, ""),
    ("DEMTH004", Topic.RIGHTS, "producer", "Ảnh này là của tôi chụp.", 20, "Đã gỡ ảnh và báo người bán."),
)  # fmt: skip


def load_demo_enquiries(day: date) -> str:
    """Write the letters, counted from `day`; those that are there stay."""
    product = Product.objects.visible().filter(is_demo=True).order_by("pk").first()
    producer = Partner.objects.demo().order_by("pk").first()
    for code, topic, target, message, days_ago, answer in _ROWS:
        sent_at = datetime.combine(day - timedelta(days=days_ago), time(10, 15), VIETNAM)
        found = {"product": product, "producer": producer}.get(target)
        Enquiry.objects.get_or_create(
            code=code,
            defaults={
                "form_key": uuid.uuid5(uuid.NAMESPACE_URL, f"demo-enquiry:{code}"),
                "topic": topic,
                "message": message,
                "product": product if target == "product" else None,
                "producer": producer if target == "producer" else None,
                "about": str(found or "")[:255],
                "full_name": "Người Trình Diễn",
                "language": "vi",
                "is_demo": True,
                "created_at": sent_at,
                "state": Enquiry.State.ANSWERED if answer else Enquiry.State.NEW,
                "answer": answer,
                "answered_at": sent_at + timedelta(days=1) if answer else None,
            },
        )
    return f"{len(_ROWS)} letters and reports"
