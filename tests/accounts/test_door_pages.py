"""The pages at the doors: both languages, no script needed, strict policy, few queries."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.accounts.doors import EMAIL, PASSWORD, ask_for_code, log_in, sign_up
from tests.accounts.factors import code_of, with_app

pytestmark = pytest.mark.django_db

STRANGERS = ["account_login", "account_signup", "account_request_login_code", "account_reset_password"]
OPEN = [*STRANGERS, "account_inactive", "account_email_verification_sent"]
PRIVATE = [
    "account_email",
    "account_change_phone",
    "account_change_password",
    "account_logout",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
]
WITH_APP = ["mfa_index", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp"]
#: A page may ask the database this often (issue: 15).
MOST_QUERIES = 15


def let_in(client, *, again=True):
    log_in(client, EMAIL)
    if again:
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def check(html, language):
    """See that a page is one of ours: language, heading, labels, nothing inline, nothing untranslated."""
    assert f'<html lang="{language}"' in html
    assert html.count("<h1>") == 1
    assert not re.search(r"<h1>\s*</h1>", html)
    assert not re.search(r"<title>\s*\|", html)
    assert not re.search(r"\sstyle=|\son[a-z]+=", html)
    assert not re.search(r"<script>|<style", html)
    assert "allauth" not in html
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    labelled = set(re.findall(r'<label[^>]*\sfor="([^"]+)"', html))
    for tag in re.findall(r"<input[^>]*>", html):
        if 'type="hidden"' not in tag:
            assert re.search(r'\sid="([^"]+)"', tag)[1] in labelled, tag
    Balance().feed(html)


class Balance(HTMLParser):
    """Fails on tags that are not closed in order."""

    VOID = {"meta", "link", "input", "img", "br", "use", "path", "rect", "source", "hr"}

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open.pop() == tag, (tag, self.getpos())


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", OPEN)
def test_open_pages(client, name, language):
    with override(language):
        response = client.get(reverse(name))

    assert response.status_code == 200
    check(response.content.decode(), language)
    assert (
        response.headers["Cache-Control"].startswith("max-age=0")
        or "no-store" in response.headers["Cache-Control"]
    )
    assert "unsafe-inline" not in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", PRIVATE)
def test_private_pages(client, person, name, language):
    let_in(client)
    with override(language):
        address = reverse(name)
        assert client.get(address).status_code == 200
        check(client.get(address).content.decode(), language)
        stranger = Client().get(address)

    if name == "account_logout":
        assert stranger.headers["Location"] in {"/", "/en/"}
    else:
        assert stranger.headers["Location"].startswith(f"{'' if language == 'vi' else '/en'}/")
        assert "log-in" in stranger.headers["Location"] or "dang-nhap" in stranger.headers["Location"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_of_somebody_with_an_app(client, person, language):
    secret = with_app(person)
    log_in(client, EMAIL)
    with override(language):
        check(client.get(reverse("mfa_authenticate")).content.decode(), language)
        client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
        check(client.get(reverse("account_reauthenticate")).content.decode(), language)
        check(client.get(reverse("mfa_reauthenticate")).content.decode(), language)
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        for name in WITH_APP:
            response = client.get(reverse(name))
            assert response.status_code == 200, name
            check(response.content.decode(), language)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_code_pages(language, person):
    with override(language):
        client = Client()
        ask_for_code(client, "0912000111")
        check(client.get(reverse("account_confirm_login_code")).content.decode(), language)
        client = Client()
        sign_up(client, phone="0987654321" if language == "vi" else "0987654322")
        check(client.get(reverse("account_verify_phone")).content.decode(), language)


def test_errors_stand_beside_the_field_and_on_top(client):
    html = sign_up(client, phone="12", password1="1").content.decode()

    check(html, "vi")
    assert 'href="#id_phone"' in html
    assert 'id="id_phone_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'value="12"' in html


def test_no_page_asks_the_database_often(client, person, django_assert_max_num_queries):
    for name in STRANGERS:
        with django_assert_max_num_queries(MOST_QUERIES):
            client.get(reverse(name))
    let_in(client)
    for name in PRIVATE:
        with django_assert_max_num_queries(MOST_QUERIES):
            client.get(reverse(name))


def test_the_addresses_are_words_of_their_language():
    assert reverse("account_login") == "/tai-khoan/dang-nhap/"
    assert reverse("account_signup") == "/tai-khoan/dang-ky/"
    with override("en"):
        assert reverse("account_login") == "/en/account/log-in/"
        assert reverse("account_signup") == "/en/account/sign-up/"


def test_letters_are_in_the_language_of_the_page(client, mailoutbox):
    with override("en"):
        sign_up(client, email=EMAIL)
        assert "Confirm your e-mail address" in mailoutbox[-1].subject
        assert "/en/account/e-mail/confirm/" in mailoutbox[-1].body
    client = Client()
    sign_up(client, email="khac@example.vn")

    assert "Xác nhận thư điện tử" in mailoutbox[-1].subject
    assert "\n\n\n" not in mailoutbox[-1].body
