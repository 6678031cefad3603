"""Wagtail's screens for users with one full name, a phone number and an e-mail address."""

import pytest
from allauth.account.models import EmailAddress
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.search import phone_digits
from tests.factories import UserFactory

SECRET = "mật khẩu rất dài để thử"


@pytest.fixture
def staff(client, db):
    client.force_login(UserFactory(full_name="Trần Quản Trị", is_staff=True, is_superuser=True))
    return client


def person(**values):
    return {"full_name": "", "phone": "", "email": "", "password1": SECRET, "password2": SECRET, **values}


def test_a_person_with_a_phone_number_only_is_added(staff):
    response = staff.post(
        reverse("wagtailusers_users:add"), person(full_name="Lê Thị Bông", phone="0912 345 678")
    )

    user = User.objects.get(phone="+84912345678")
    assert response.status_code == 302
    assert user.full_name == "Lê Thị Bông"
    assert user.email is None
    assert user.check_password(SECRET)


def test_two_people_may_lack_an_e_mail_address(staff):
    for phone in ("0912 345 678", "0912 345 679"):
        staff.post(reverse("wagtailusers_users:add"), person(phone=phone))

    assert User.objects.filter(email=None).count() == 2


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"full_name": "Không Liên Lạc"}, "số điện thoại hoặc thư điện tử"),
        ({"phone": "0912 345 678", "is_staff": "on"}, "Nhân viên cần có thư điện tử"),
        ({"phone": "12"}, "số điện thoại"),
    ],
)
def test_what_cannot_be_is_refused_with_words(staff, values, words):
    response = staff.post(reverse("wagtailusers_users:add"), person(**values))

    assert response.status_code == 200
    assert words in response.content.decode()
    assert User.objects.count() == 1


def test_a_taken_phone_number_is_refused_however_it_is_typed(staff):
    UserFactory(phone="+84912345678")

    response = staff.post(reverse("wagtailusers_users:add"), person(phone="+84 912 345 678"))

    assert response.status_code == 200
    assert User.objects.filter(phone="+84912345678").count() == 1


def test_a_person_is_edited_and_keeps_the_password(staff):
    user = UserFactory(full_name="Lê Bông")
    before = user.password
    address = reverse("wagtailusers_users:edit", args=[user.pk])
    assert "Lê Bông" in staff.get(address).content.decode()

    response = staff.post(
        address, person(full_name="Lê Thị Bông", email=user.email, is_active="on", password1="", password2="")
    )

    user.refresh_from_db()
    assert response.status_code == 302
    assert (user.full_name, user.phone, user.password) == ("Lê Thị Bông", None, before)


@pytest.mark.parametrize(
    "typed", ["bông", "Thị Bông", "bong@example", "0912 345 678", "+84912345678", "912.345"]
)
def test_a_person_is_found_by_name_phone_or_e_mail(staff, typed):
    UserFactory(full_name="Lê Thị bông", phone="+84912345678", email="bong@example.vn")
    UserFactory(full_name="Người Khác", phone="+84987654321", email="khac@example.vn")

    html = staff.get(reverse("wagtailusers_users:index_results"), {"q": typed}).content.decode()

    assert "Lê Thị bông" in html
    assert "Người Khác" not in html


def test_acting_on_all_acts_on_the_people_listed(staff):
    listed = UserFactory(full_name="Lê Thị Bông", email="xa@example.vn")
    other = UserFactory(full_name="Người Khác", email="bong@other.vn")
    address = reverse("wagtail_bulk_action", args=["accounts", "user", "set_active_state"])

    staff.post(f"{address}?id=all&q=Bông", {"mark_as_active": "False"})

    listed.refresh_from_db()
    other.refresh_from_db()
    assert (listed.is_active, other.is_active) == (False, True)


@pytest.mark.parametrize("order", ["name", "full_name", "-full_name", "phone", "email"])
def test_the_list_can_be_sorted(staff, order):
    assert staff.get(reverse("wagtailusers_users:index"), {"ordering": order}).status_code == 200


def test_staff_change_their_own_name_and_nothing_that_lets_them_in(staff):
    address = reverse("wagtailadmin_account")
    html = staff.get(address).content.decode()
    assert "Trần Quản Trị" in html
    assert "first_name" not in html
    user = User.objects.get(full_name="Trần Quản Trị")
    before = user.phone, user.email

    response = staff.post(
        address,
        {
            "name_email-full_name": "Trần Thị Quản",
            "name_email-phone": "0987 654 321",
            "name_email-email": "khac@example.vn",
            "notifications-submitted_notifications": "on",
            "locale-preferred_language": "",
            "locale-current_time_zone": "",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
            "theme-keyboard_shortcuts": "on",
        },
    )

    user.refresh_from_db()
    assert response.status_code == 302
    assert user.full_name == "Trần Thị Quản"
    assert (user.phone, user.email) == before


def test_a_number_that_staff_type_is_confirmed_by_nobody(staff):
    user = UserFactory(phone="+84912345678", phone_verified_at=timezone.now(), email="cu@example.vn")
    EmailAddress.objects.create(user=user, email="cu@example.vn", verified=True, primary=True)
    address = reverse("wagtailusers_users:edit", args=[user.pk])

    staff.post(
        address,
        person(phone="0987 654 321", email="moi@example.vn", is_active="on", password1="", password2=""),
    )

    user.refresh_from_db()
    assert (user.phone, user.phone_verified_at, user.email) == ("+84987654321", None, "moi@example.vn")
    assert not EmailAddress.objects.filter(user=user, email="cu@example.vn").exists()


def test_staff_without_a_phone_number_or_a_name_can_work(client, db):
    client.force_login(UserFactory(full_name="", phone=None, is_staff=True, is_superuser=True))

    for name in ("wagtailadmin_home", "wagtailadmin_account", "wagtailusers_users:index"):
        assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize(
    ("typed", "digits"), [("0912 345 678", "912345678"), ("+84 912", "84912"), ("Lan 2", ""), ("", "")]
)
def test_a_typed_number_is_looked_for_by_its_digits(typed, digits):
    assert phone_digits(typed) == digits


def test_a_superuser_is_made_on_the_command_line_and_can_log_in(client, db, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", SECRET)

    call_command(
        "createsuperuser", interactive=False, phone="+84912345678", email="quan-tri@example.vn", verbosity=0
    )

    user = User.objects.get()
    assert user.is_staff
    assert user.is_superuser
    for login in ("0912 345 678", "quan-tri@example.vn"):
        client.post(reverse("account_login"), {"login": login, "password": SECRET})
        assert client.get(reverse("wagtailadmin_home")).status_code == 200, login
        client.logout()
