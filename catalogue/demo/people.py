"""The people of the demo: fictional, with a public password, one for each kind of day on the site.

They log in on demo sites only (`accounts.doors.adapter.AuthenticationBackend`). Numbers and addresses can
belong to nobody: no subscriber's number begins with 000, and `.example` is reserved (RFC 2606).
"""

from dataclasses import dataclass
from datetime import date

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.phones import spaced
from core.demo_log_ins import DemoLogIn
from core.staff.groups import EDITORS, OFFICE
from producers.models import Membership, Partner, Role

PASSWORD = "trinh-dien-2026"  # noqa: S105  printed at every start of a demo site, good for nothing else
SHOP = "soc-xanh"


@dataclass(frozen=True)
class DemoPerson:
    """One fictional person.

    Attributes:
        who: What the list of log-ins calls them.
        path: The page on which their day begins.
        role: Their role at the shop `SHOP`.
        group: The group of staff they belong to.
    """

    who: str
    full_name: str
    path: str
    phone: str | None = None
    email: str | None = None
    role: Role | None = None
    group: str = ""

    @property
    def login(self) -> str:
        """What they type into the log-in."""
        return spaced(self.phone) if self.phone else str(self.email)


PEOPLE = (
    DemoPerson("buyer", "Nguyễn Thị Ví Dụ", "/", phone="+842710000101"),
    DemoPerson("owner of a shop", "Trần Văn Ví Dụ", "/gian-hang/", phone="+842710000102", role=Role.OWNER),
    DemoPerson("packer of that shop", "Lê Thị Ví Dụ", "/gian-hang/", phone="+842710000103", role=Role.PACKER),
    DemoPerson("editor", "Phạm Văn Ví Dụ", "/cms/", email="bien-tap@moixa.example", group=EDITORS),
    DemoPerson(
        "programme office",
        "Hồ Thị Ví Dụ",
        "/cms/",
        email="van-phong@moixa.example",
        group=OFFICE,
    ),
)


@transaction.atomic
def load_people(_day: date) -> str:
    """Make the people that are missing; those that visitors have changed are as before."""
    for person in PEOPLE:
        user = _user(person)
        if person.group:
            user.groups.set([Group.objects.get(name=person.group)])
        if person.role:
            shop = Partner.objects.get(code=SHOP)
            Membership.objects.update_or_create(producer=shop, user=user, defaults={"role": person.role})
    return f"{len(PEOPLE)} demo people"


def log_ins() -> list[DemoLogIn]:
    """Return the log-ins of the people that were loaded."""
    loaded = set(User.objects.filter(is_demo=True).values_list("full_name", flat=True))
    return [
        DemoLogIn(person.who, person.login, PASSWORD, person.path)
        for person in PEOPLE
        if person.full_name in loaded
    ]


def _user(person: DemoPerson) -> User:
    """Return the person's account, its door as it was on the first day."""
    known = {"phone": person.phone} if person.phone else {"email": person.email}
    user = User.objects.filter(**known).first() or User(**known)
    user.full_name = person.full_name
    user.is_demo = user.is_active = True
    user.is_staff = bool(person.group)
    if person.phone and not user.phone_verified_at:
        user.phone_verified_at = timezone.now()
    if not user.check_password(PASSWORD):
        user.set_password(PASSWORD)
    user.save()
    Authenticator.objects.filter(user=user).delete()
    if person.email:
        EmailAddress.objects.update_or_create(
            user=user, email=person.email, defaults={"verified": True, "primary": True}
        )
    return user
