"""Coming in by a number or an address with a password, and going out."""

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core import mail
from django.urls import reverse
from django.utils.translation import override

from accounts import sms
from accounts.models import User
from tests.accounts.doors import PASSWORD, code_by_sms, enter_code, known, log_in, who_is_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

PHONE, EMAIL = "+84912000111", "bong@example.vn"


@pytest.mark.parametrize(
    "typed",
    [
        "0912 000 111",
        "0912000111",
        "+84912000111",
        "84912000111",
        "0912.000.111",
        EMAIL,
        "BONG@Example.VN",
        f" {EMAIL} ",
    ],
)
def test_either_way_leads_in(client, typed):
    user = known(phone=PHONE, email=EMAIL)

    response = log_in(client, typed)

    assert response.status_code == 302
    assert who_is_in(client) == user


@pytest.mark.parametrize(("phone", "email", "typed"), [(PHONE, None, "0912 000 111"), (None, EMAIL, EMAIL)])
def test_people_with_only_one_of_the_two_come_in(client, phone, email, typed):
    user = known(phone=phone, email=email)

    log_in(client, typed)

    assert who_is_in(client) == user


@pytest.mark.parametrize("typed", ["0912 000 111", EMAIL, "0912 999 999", "khac@example.vn", "không phải gì"])
def test_a_wrong_password_and_an_unknown_login_look_the_same(client, typed):
    known(phone=PHONE, email=EMAIL)

    response = log_in(client, typed, "sai mật khẩu")

    assert response.status_code == 200
    assert "Chưa khớp" in response.content.decode()
    assert typed in response.content.decode()
    assert who_is_in(client) is None


def test_an_unverified_number_does_not_come_in_before_its_code(client):
    user = UserFactory(phone=PHONE, email=None)

    response = log_in(client, "0912000111")

    assert response.headers["Location"] == reverse("account_verify_phone")
    assert who_is_in(client) is None
    enter_code(client, code_by_sms(), "account_verify_phone")
    assert who_is_in(client) == user
    assert who_is_in(client).phone_verified_at is not None
    assert who_is_in(client).check_password(PASSWORD)


def test_an_unverified_address_does_not_come_in(client):
    user = UserFactory(phone=None, email=EMAIL)

    response = log_in(client, EMAIL)

    assert response.headers["Location"] == reverse("account_email_verification_sent")
    assert who_is_in(client) is None
    assert mail.outbox[-1].to == [EMAIL]
    assert not EmailAddress.objects.get(user=user).verified


def test_an_unverified_address_beside_a_verified_number_does_not_come_in(client):
    user = known(phone=PHONE, email=None)
    EmailAddress.objects.create(user=user, email=EMAIL, verified=False)

    log_in(client, EMAIL)

    assert who_is_in(client) is None


def test_an_unverified_number_beside_a_verified_address_lets_nobody_in(client):
    user = known(phone=PHONE, phone_verified_at=None, email=EMAIL)

    log_in(client, "0912000111")
    assert who_is_in(client) is None
    log_in(client, EMAIL)

    assert who_is_in(client) == user
    assert not sms.outbox


def test_who_may_not_come_in_is_told_so(client):
    known(phone=PHONE, email=EMAIL, is_active=False)

    response = log_in(client, EMAIL)

    assert response.headers["Location"] == reverse("account_inactive")
    assert who_is_in(client) is None
    assert client.get(reverse("account_inactive")).status_code == 200


def test_people_of_the_demo_exist_on_demo_sites_only(client, settings):
    known(phone=PHONE, email=EMAIL, is_demo=True)
    log_in(client, EMAIL)
    assert who_is_in(client) is not None

    settings.DEMO = False

    assert client.get(reverse("account_email")).status_code == 302
    client.logout()
    assert log_in(client, EMAIL).headers["Location"] == reverse("account_inactive")
    assert who_is_in(client) is None


def test_the_session_gets_a_new_key_at_log_in(client):
    known(phone=PHONE, email=EMAIL)
    session = client.session
    session["basket"] = "1"
    session.save()
    before = session.session_key

    log_in(client, EMAIL)

    assert client.session.session_key != before
    assert client.session["basket"] == "1"


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/x",
        "http:///evil.example",
        "javascript:alert(1)",
        "\\\\evil.example",
    ],
)
def test_next_stays_on_this_site(client, target):
    known(phone=PHONE, email=EMAIL)

    response = log_in(client, EMAIL, next=target)

    assert response.headers["Location"].startswith("/tai-khoan/")


@pytest.mark.parametrize("target", ["/gio-hang/?a=1", "/en/products/", "http://testserver/san-pham/"])
def test_next_leads_on_within_this_site(client, target):
    known(phone=PHONE, email=EMAIL)

    assert log_in(client, EMAIL, next=target).headers["Location"] == target


def test_a_private_page_sends_strangers_to_the_log_in_and_back(client):
    user = known(phone=PHONE, email=EMAIL)
    private = reverse("account_email")

    response = client.get(private)
    assert response.headers["Location"] == f"{reverse('account_login')}?next={private}"
    html = client.get(response.headers["Location"]).content.decode()
    assert "Vui lòng đăng nhập để mở trang này" in html
    assert f'name="next" value="{private}"' in html

    assert log_in(client, EMAIL, next=private).headers["Location"] == private
    assert who_is_in(client) == user


def test_an_expired_session_is_a_stranger(client):
    known(phone=PHONE, email=EMAIL)
    log_in(client, EMAIL)
    client.session.flush()

    response = client.get(reverse("account_change_password"))

    assert response.headers["Location"].startswith(reverse("account_login"))


def test_the_language_stays(client):
    known(phone=PHONE, email=EMAIL)
    with override("en"):
        page = reverse("account_email")
        response = client.get(page)
        assert response.headers["Location"] == f"/en/account/log-in/?next={page}"
        assert "Please log in to open this page" in client.get(response.headers["Location"]).content.decode()
        assert log_in(client, EMAIL).headers["Location"].startswith("/en/account/")


def test_logging_out_needs_the_button(client):
    known(phone=PHONE, email=EMAIL)
    log_in(client, EMAIL)

    assert client.get(reverse("account_logout")).status_code == 200
    assert who_is_in(client) is not None
    response = client.post(reverse("account_logout"))

    assert response.headers["Location"] == "/"
    assert who_is_in(client) is None


def test_a_second_tab_with_an_old_form_leads_on(db):
    from django.test import Client  # noqa: PLC0415  a client that checks tokens

    client = Client(enforce_csrf_checks=True)
    user = known(phone=PHONE, email=EMAIL)
    client.get(reverse("account_login"))
    token = client.cookies[settings.CSRF_COOKIE_NAME].value
    log_in(client, EMAIL, csrfmiddlewaretoken=token)
    assert who_is_in(client) == user

    response = log_in(client, EMAIL, csrfmiddlewaretoken=token, next="/gio-hang/")

    assert response.status_code == 302
    assert client.get(response.headers["Location"]).headers["Location"] == "/gio-hang/"


def test_a_forged_log_in_is_refused(db):
    from django.test import Client  # noqa: PLC0415  a client that checks tokens

    client = Client(enforce_csrf_checks=True)
    known(phone=PHONE, email=EMAIL)

    response = log_in(client, EMAIL)

    assert response.headers["Location"] == reverse("account_login")
    assert who_is_in(client) is None


def test_another_device_is_logged_out_when_the_password_changes(client, django_user_model):
    from django.test import Client  # noqa: PLC0415  a second device

    user, other = known(phone=PHONE, email=EMAIL), Client()
    for device in (client, other):
        log_in(device, EMAIL)

    response = client.post(
        reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": "mật khẩu khác hẳn 9"}
    )

    assert response.status_code == 302
    assert client.get(reverse("account_email")).status_code == 200
    assert other.get(reverse("account_email")).status_code == 302
    assert "Mật khẩu của bạn đã đổi" in mail.outbox[-1].subject
    assert User.objects.get(pk=user.pk).check_password("mật khẩu khác hẳn 9")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("sai", "mật khẩu khác hẳn 9", "không phải mật khẩu hiện tại"),
        (PASSWORD, "ngắn", "8"),
        (PASSWORD, "12345678901", "số"),
        (PASSWORD, "", "bắt buộc"),
    ],
)
def test_a_bad_change_of_password_says_why(client, old, new, words):
    known(phone=PHONE, email=EMAIL)
    log_in(client, EMAIL)

    response = client.post(reverse("account_change_password"), {"oldpassword": old, "password1": new})

    assert response.status_code == 200
    assert words in response.content.decode()
    assert User.objects.get().check_password(PASSWORD)
