"""Letters and reports: a code, a page by link, an answer; an address that a stranger types gets no mail."""

import uuid
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import ModelLogEntry

from accounts.models import Message
from cms.enquiries import services
from cms.enquiries.demo import load_demo_enquiries
from cms.enquiries.errors import AlreadyAnswered
from cms.enquiries.personal import enquiry_data
from cms.models import Enquiry
from core.clock import today
from tests.accounts.doors import known
from tests.factories import ProducerFactory, ProductFactory, UserFactory

pytestmark = pytest.mark.django_db


def letter(**changes: Any) -> dict[str, Any]:
    return {
        "form_key": str(uuid.uuid4()),
        "website": "",
        "topic": "question",
        "message": "Đặt quà Tết thế nào?\nCảm ơn.",
        "full_name": "Trần Thử",
        "email": "thu@example.vn",
        "phone": "0912 345 678",
        **changes,
    }


def sent(**facts: Any) -> Enquiry:
    user = facts.pop("user", None)
    facts = {"topic": "question", "message": "Hỏi", **facts}
    return services.send(form_key=uuid.uuid4(), user=user, language="vi", facts=facts)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_letter_gets_a_code_and_a_page(client, language):
    with translation.override(language):
        address = reverse("enquiries:contact")
    assert address == {"vi": "/lien-he/", "en": "/en/contact/"}[language]
    form = client.get(address)

    response = client.post(address, letter())

    enquiry = Enquiry.objects.get()
    status = client.get(response.headers["Location"])
    assert (form.status_code, response.status_code, status.status_code) == (200, 303, 200)
    assert enquiry.code in status.content.decode()
    assert status.content.decode().count(str(enquiry.get_topic_display())) == 1
    assert (enquiry.phone, enquiry.language) == ("+84912345678", language)
    assert "no-store" in status.headers["Cache-Control"]
    assert not Message.objects.exists()


def test_pages_of_products_and_makers_lead_to_the_report(client):
    product = ProductFactory(stocked=True)
    producer = product.producer

    for page, address in (
        (product.get_absolute_url(), f"/lien-he/bao-sai/san-pham/{product.pk}/"),
        (producer.get_absolute_url(), f"/lien-he/bao-sai/chu-the/{producer.pk}/"),
    ):
        assert f'href="{address}"' in client.get(page).content.decode()
        response = client.post(address, letter(topic="counterfeit"))
        assert response.status_code == 303

    about = set(Enquiry.objects.values_list("product", "producer"))
    assert about == {(product.pk, None), (None, producer.pk)}


def test_what_visitors_cannot_see_cannot_be_reported(client):
    hidden = ProductFactory(is_public=False)
    unseen = ProducerFactory(is_public=False)

    for address in (
        f"/lien-he/bao-sai/san-pham/{hidden.pk}/",
        f"/lien-he/bao-sai/chu-the/{unseen.pk}/",
        "/lien-he/bao-sai/san-pham/99999999/",
    ):
        assert client.get(address).status_code == 404
        assert client.post(address, letter(topic="wrong")).status_code == 404
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"message": ""}, "bắt buộc"),
        ({"message": "x" * 4_001}, "4000"),
        ({"topic": "counterfeit"}, "counterfeit"),
        ({"topic": ""}, "bắt buộc"),
        ({"email": "thu@"}, "email"),
        ({"phone": "12"}, "0912 345 678"),
        ({"website": "https://spam.example"}, "để trống"),
        ({"form_key": "x"}, "UUID"),
    ],
)
def test_a_bad_letter_is_shown_again_with_what_was_typed(client, changes, words):
    response = client.post("/lien-he/", letter(**changes))

    page = response.content.decode()
    assert response.status_code == 200
    assert 'role="alert"' in page
    assert words.lower() in page.lower()
    assert "Trần Thử" in page
    assert not Enquiry.objects.exists()


def test_sent_twice_it_is_one_letter(client):
    form = letter()

    first, second = client.post("/lien-he/", form), client.post("/lien-he/", form)

    assert first.headers["Location"] == second.headers["Location"]
    assert Enquiry.objects.count() == 1


def test_a_form_without_our_token_is_refused():
    response = Client(enforce_csrf_checks=True).post("/lien-he/", letter())

    assert response.status_code == 403
    assert not Enquiry.objects.exists()


def test_a_village_behind_one_address_writes_and_a_script_is_stopped(client):
    for _again in range(70):
        assert client.post("/lien-he/", letter(email="thu@")).status_code == 200
    with time_machine.travel("2026-11-24T10:50:00Z", tick=False):
        answers = [client.post("/lien-he/", letter()) for _ in range(61)]

    assert [answer.status_code for answer in answers] == [303] * 60 + [429]
    assert answers[-1].headers["Retry-After"] == "600"


def test_only_its_link_opens_a_letter(client):
    enquiry, other = sent(), sent()

    for code, token in ((enquiry.code, other.token), (enquiry.code, "x"), ("ZZZZZZZZ", enquiry.token)):
        assert client.get(reverse("enquiries:status", args=[code, token])).status_code == 404


def test_what_was_written_cannot_become_a_page(client):
    enquiry = sent(message="<script>alert(1)</script>")

    assert "<script>alert(1)" not in client.get(enquiry.status_url).content.decode()


def test_the_office_answers_once_and_the_writer_is_told(client):
    enquiry = sent(email="thu@example.vn")
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    assert client.get(reverse("staff_enquiries:index")).status_code == 200
    assert client.get(reverse("staff_enquiries:inspect", args=[enquiry.pk])).status_code == 200

    response = client.post(
        reverse("staff_enquiries:answer", args=[enquiry.pk]), {"text": "Đặt trước 10 ngày."}
    )

    assert response.status_code == 302
    message = Message.objects.get(event="enquiry_answered")
    assert message.address == "thu@example.vn"
    client.logout()
    assert "Đặt trước 10 ngày." in client.get(enquiry.status_url).content.decode()
    assert ModelLogEntry.objects.filter(action="enquiry.answer").count() == 1
    with pytest.raises(AlreadyAnswered):
        services.answer(enquiry_id=enquiry.pk, by=UserFactory(), text="Nữa")


def test_letters_are_no_business_of_editors_or_strangers(client):
    enquiry = sent()
    address = reverse("staff_enquiries:inspect", args=[enquiry.pk])

    assert client.get(address).status_code == 302
    client.force_login(UserFactory())
    assert client.get(address).status_code in {302, 403}


def test_letters_of_an_address_that_was_only_typed_are_nobody_elses():
    liar = UserFactory(email="lan@example.vn")
    letter = sent(email="lan@example.vn")

    assert enquiry_data().export(liar) == []
    enquiry_data().erase(liar)

    assert list(Enquiry.objects.all()) == [letter]


def test_a_person_takes_their_letters_along_or_has_them_erased():
    user = known()
    # Written signed out, in capitals as phones like to do.
    mine, by_mail, foreign = sent(user=user), sent(email=user.email.upper()), sent(email="khac@example.vn")

    exported = enquiry_data().export(user)
    enquiry_data().erase(user)

    assert {row["code"] for row in exported} == {mine.code, by_mail.code}  # type: ignore[attr-defined]
    assert list(Enquiry.objects.all()) == [foreign]


def test_demo_letters_load_twice():
    load_demo_enquiries(today())
    load_demo_enquiries(today())

    assert Enquiry.objects.count() == 4
    assert set(Enquiry.objects.values_list("state", flat=True)) == {"new", "answered"}
