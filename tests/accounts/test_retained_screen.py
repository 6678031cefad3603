"""The staff's screen for retained records: out of sight, for a reason, written down."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from accounts.models import RetainedRecord, RetainedRecordLook, User
from accounts.retention import retain
from core.clock import today
from tests.factories import OrderFactory, UserFactory
from tests.site_pages import new_site, pages  # noqa: F401  fixtures are found by their names

pytestmark = pytest.mark.usefixtures("new_site")


@pytest.fixture
def record():
    payload = {"buyer": {"name": "Thị Nở"}, "note": "gọi"}
    found = retain(kind="contract", reference="100001", payload=payload, since=today())
    assert found is not None
    return found


def clerk(*codenames):
    user = UserFactory(is_staff=True)
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    return user


@pytest.fixture
def counsel(client):
    user = clerk("view_retainedrecord")
    client.force_login(user)
    return user


def page(name, *args):
    return reverse(f"staff_retained_records:{name}", args=args)


def test_other_staff_do_not_see_that_it_exists(client, record):
    client.force_login(clerk("view_user", "change_user"))

    for address in (page("index"), page("inspect", record.pk), page("look", record.pk)):
        response = client.get(address)
        assert response.status_code in {302, 403}
        assert "100001" not in response.content.decode()
    client.post(page("look", record.pk), {"reason": "Tò mò"})
    assert not RetainedRecordLook.objects.exists()


def test_lists_and_pages_hold_no_contents(client, counsel, record):
    found = page("index") + "?q=100001"
    for address in (page("index"), found, page("inspect", record.pk), page("look", record.pk)):
        text = client.get(address).content.decode()
        assert "100001" in text
        assert "Thị Nở" not in text


def test_the_search_does_not_look_into_contents(client, counsel, record):
    assert "100001" not in client.get(page("index") + "?q=Thị+Nở").content.decode()


def test_a_reason_opens_it_once_and_is_kept(client, counsel, record):
    assert "Thị Nở" not in client.post(page("look", record.pk), {"reason": " "}).content.decode()

    response = client.post(page("look", record.pk), {"reason": "Tòa án hỏi"})

    assert "Thị Nở" in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]
    look = RetainedRecordLook.objects.get()
    assert (look.staff, look.reason) == (counsel, "Tòa án hỏi")
    assert "Tòa án hỏi" in client.get(page("inspect", record.pk)).content.decode()


def test_a_record_past_its_day_is_not_shown(client, counsel, record):
    RetainedRecord.objects.update(delete_after=date(2020, 1, 1))

    assert "Thị Nở" not in client.post(page("look", record.pk), {"reason": "Xem"}).content.decode()
    assert not RetainedRecordLook.objects.exists()


def test_nothing_is_added_changed_or_deleted_by_hand(client, record):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    for name in ("add", "edit", "delete"):
        assert f"/retained-records/{name}" not in client.get(page("index")).content.decode()
    assert client.get(f"/cms/retained-records/delete/{record.pk}/").status_code == 404


def test_deleting_in_wagtail_erases_and_keeps_the_contract(client):
    admin = UserFactory(is_staff=True, is_superuser=True)
    client.force_login(admin)
    order = OrderFactory(user=UserFactory(full_name="Quỳnh Diệp Xuyến Chi"))

    client.post(reverse("wagtailusers_users:delete", args=[order.user.pk]))

    assert not User.objects.filter(pk=order.user.pk).exists()
    assert RetainedRecord.objects.get().reference == order.number
    report = client.get(reverse("wagtailadmin_reports:site_history")).content.decode()
    assert "Xuyến Chi" not in report


def test_deleting_many_in_wagtail_erases_each_and_leaves_out_who_must_stay(client):
    admin = UserFactory(is_staff=True, is_superuser=True)
    client.force_login(admin)
    orders = [OrderFactory(), OrderFactory()]
    ids = "&".join(f"id={order.user.pk}" for order in orders)

    client.post(f"/cms/bulk/accounts/user/delete/?{ids}&id={admin.pk}")

    assert list(User.objects.all()) == [admin]
    assert RetainedRecord.objects.count() == 2
