"""People of the demo shops beside those who have a log-in of their own in the list, and what they did.

Numbers can belong to nobody, as those of `catalogue.demo.people`; the password is the same.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from catalogue.demo.people import PASSWORD, SHOP
from producers.models import Invitation, Membership, Partner, Role, StockChange, StockRecord
from producers.models.invitation import VALID_FOR, hash_of, new_token

#: Where the owner of `SHOP` helps out, so that one person has two shops.
SECOND_SHOP = "ba-suoi"
INVITED = "+842710000119"


@dataclass(frozen=True)
class Member:
    """A fictional person with a role at a demo shop."""

    full_name: str
    phone: str
    shop: str
    role: Role


MEMBERS = (
    Member("Võ Văn Ví Dụ", "+842710000111", SHOP, Role.SALES),
    Member("Đặng Thị Ví Dụ", "+842710000112", SHOP, Role.VIEWER),
    Member("Hoàng Thị Ví Dụ", "+842710000113", SECOND_SHOP, Role.OWNER),
    Member("Trần Văn Ví Dụ", "+842710000102", SECOND_SHOP, Role.VIEWER),
)


@transaction.atomic
def load_office(day: date) -> str:
    """Make the members, one open invitation and a short history; what is there stays."""
    for member in MEMBERS:
        Membership.objects.update_or_create(
            producer=Partner.objects.get(code=member.shop),
            user=_user(member),
            defaults={"role": member.role},
        )
    shop = Partner.objects.get(code=SHOP)
    _invite(shop)
    changes = _changes(shop, day)
    return f"{len(MEMBERS)} demo members, 1 invitation, {changes} changes of price and stock"


def _user(member: Member) -> User:
    user = User.objects.filter(phone=member.phone).first()
    if user is None:
        user = User(phone=member.phone, full_name=member.full_name, is_demo=True)
        user.phone_verified_at = timezone.now()
        user.set_password(PASSWORD)
        user.save()
    return user


def _invite(shop: Partner) -> None:
    """Keep one invitation open; nothing is sent, and nobody holds its link."""
    expires_at = timezone.now() + VALID_FOR
    if not shop.invitations.unanswered().filter(phone=INVITED).update(expires_at=expires_at):
        Invitation.objects.create(
            producer=shop, role=Role.PACKER, phone=INVITED, token_hash=hash_of(new_token())
        )


def _changes(shop: Partner, day: date) -> int:
    """Write how three numbers came to be what they are, unless a history is there."""
    changes = StockChange.objects.filter(stock_record__partner=shop)
    if not changes.exists():
        sales = User.objects.get(phone=MEMBERS[0].phone)
        records = StockRecord.objects.filter(partner=shop, price__isnull=False).order_by("pk")[:3]
        for ago, record in enumerate(records, start=1):
            kind = StockChange.Kind.PRICE if ago == 3 else StockChange.Kind.STOCK
            after = int(record.price or 0) if kind == StockChange.Kind.PRICE else record.num_in_stock
            moment = datetime.combine(
                day - timedelta(days=3 * ago), time(8, 15), timezone.get_current_timezone()
            )
            before = after + (10_000 if kind == StockChange.Kind.PRICE else 12)
            StockChange.objects.create(
                stock_record=record,
                kind=kind,
                before=before,
                after=after,
                changed_by=sales,
                changed_at=moment,
            )
    return changes.count()
