"""Asking for word when a sold-out product is back, confirming and ending it."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.messages.models import Message
from accounts.messages.texts import compose
from catalogue.models import SaleMode
from core.personal_data import personal_data
from shop.customer.alerts import services
from shop.customer.models import ProductAlert
from tests.factories import (
    ParentFactory,
    ProductFactory,
    SaleRuleFactory,
    SetFactory,
    StockRecordFactory,
    UserFactory,
)
from tests.shop.customer.waiting import ask_page, restock

pytestmark = pytest.mark.django_db


def test_the_product_page_has_the_button(client, sold_out):
    html = client.get(sold_out.get_absolute_url()).content.decode()

    assert f'action="{ask_page(sold_out)}"' in html


def test_a_person_asks_with_one_button(client, sold_out, person):
    client.force_login(person)

    response = client.post(ask_page(sold_out), follow=True)

    assert "Chúng tôi sẽ báo khi có lại Mật ong." in response.content.decode()
    alert = ProductAlert.objects.get()
    assert (alert.user, alert.status) == (person, ProductAlert.ACTIVE)
    assert not Message.objects.exists()
    client.post(ask_page(sold_out))
    assert ProductAlert.objects.count() == 1


def test_a_guest_is_led_to_a_page_with_a_field(client, sold_out):
    response = client.post(ask_page(sold_out))

    assert response.status_code == 303
    assert 'name="contact"' in client.get(response.url).content.decode()
    assert not ProductAlert.objects.exists()


def test_a_person_with_nothing_confirmed_is_asked_too(client, sold_out):
    client.force_login(UserFactory())

    assert client.post(ask_page(sold_out)).url == ask_page(sold_out)
    assert not ProductAlert.objects.exists()


@pytest.mark.parametrize(
    ("contact", "channel", "address"),
    [
        (" Lan@Example.vn ", "email", "lan@example.vn"),
        ("0912 345 678", "sms", "+84912345678"),
    ],
)
def test_an_address_gets_a_link_whose_page_has_the_button(client, sold_out, contact, channel, address):
    response = client.post(ask_page(sold_out), {"contact": contact}, follow=True)

    assert contact.strip() in response.content.decode()
    message = Message.objects.get()
    assert (message.event, message.channel, message.address) == ("stock_alert_confirm", channel, address)
    alert = ProductAlert.objects.get()
    page = reverse("alerts:confirm", args=[alert.key])
    assert page in compose(message).body
    # A preview opens the link: nothing happens.
    opened = Client().get(page)
    assert opened.headers["X-Robots-Tag"] == "noindex"
    alert.refresh_from_db()
    assert alert.status == ProductAlert.UNCONFIRMED
    assert client.post(page).status_code == 303
    alert.refresh_from_db()
    assert alert.status == ProductAlert.ACTIVE
    client.post(page)
    assert "một lần, khi có hàng lại" in client.get(page).content.decode()


@pytest.mark.parametrize("contact", ["", " ", "lan", "a@", "@b", "123", "0912", "x" * 300 + "@example.vn"])
def test_a_bad_address_is_said_and_kept(client, sold_out, contact):
    response = client.post(ask_page(sold_out), {"contact": contact})

    html = response.content.decode()
    assert "message--error" in html
    assert not contact.strip() or f'value="{contact}"' in html
    assert not ProductAlert.objects.exists()
    assert not Message.objects.exists()


def test_asking_again_says_the_same_and_writes_once(client, sold_out):
    first = client.post(ask_page(sold_out), {"contact": "lan@example.vn"}, follow=True)
    again = client.post(ask_page(sold_out), {"contact": "lan@example.vn"}, follow=True)

    assert "đã gửi đường dẫn tới lan@example.vn" in first.content.decode()
    assert "đã gửi đường dẫn tới lan@example.vn" in again.content.decode()
    assert ProductAlert.objects.count() == 1
    assert Message.objects.count() == 1


def test_limits_by_network_and_by_address(client, sold_out):
    with time_machine.travel("2026-11-24T10:50:00Z", tick=False) as hour:
        contacts = ["lan@example.vn"] * 6 + [f"n{number}@example.vn" for number in range(56)]
        answers = [client.post(ask_page(sold_out), {"contact": contact}) for contact in contacts]
        assert [answer.status_code for answer in answers] == [303] * 5 + [429] + [303] * 55 + [429]
        assert answers[-1].headers["Retry-After"] == "600"
        hour.shift(600)
        assert client.post(ask_page(sold_out), {"contact": "lan@example.vn"}).status_code == 303


def test_nothing_to_wait_for(client, sold_out):
    in_stock = ProductFactory(ocop_set=sold_out.ocop_set, stocked=True)
    shown = ProductFactory(
        ocop_set=SaleRuleFactory(ocop_set=SetFactory(set_number=15), mode=SaleMode.SHOW).ocop_set
    )
    parent = ParentFactory(ocop_set=sold_out.ocop_set)
    hidden = ProductFactory(ocop_set=sold_out.ocop_set, is_public=False)

    for product, status in ((in_stock, 409), (shown, 409), (parent, 409), (hidden, 404)):
        assert client.post(ask_page(product), {"contact": "lan@example.vn"}).status_code == status
    assert client.get(reverse("alerts:ask", args=[987_654])).status_code == 404
    assert not ProductAlert.objects.exists()


def test_a_person_waits_for_so_many_and_no_more(client, sold_out, person, monkeypatch):
    monkeypatch.setattr(services, "MOST_PER_PERSON", 0)
    client.force_login(person)

    assert client.post(ask_page(sold_out)).status_code == 409


def test_ending_needs_a_button(client, sold_out, person):
    alert = services.ask(product_id=sold_out.pk, user=person)
    page = reverse("alerts:end", args=[alert.key])

    client.get(page)
    alert.refresh_from_db()
    assert alert.is_active
    client.post(page)
    restock(sold_out)

    alert.refresh_from_db()
    assert alert.is_cancelled
    assert services.tell() == 0
    assert client.get(reverse("alerts:end", args=["x"])).status_code == 404
    assert client.post(reverse("alerts:confirm", args=["x"])).status_code == 404


def test_a_person_sees_and_ends_their_own(client, sold_out, person):
    own = services.ask(product_id=sold_out.pk, user=person)
    other = services.ask(product_id=sold_out.pk, email="lan@example.vn")
    page = reverse("alerts:list")
    assert client.get(page).status_code == 302
    client.force_login(person)

    assert "Mật ong" in client.get(page).content.decode()
    assert client.post(page, {"end": other.key}).status_code == 404
    client.post(page, {"end": own.key})

    assert "Bạn chưa chờ sản phẩm nào." in client.get(page).content.decode()
    other.refresh_from_db()
    assert other.status == ProductAlert.UNCONFIRMED


def test_the_queries_do_not_grow_with_what_one_waits_for(client, person, django_assert_max_num_queries):
    client.force_login(person)
    page, counts = reverse("alerts:list"), []
    for _ in range(3):
        for _ in range(2):
            product = ProductFactory()
            SaleRuleFactory(ocop_set=product.ocop_set, mode=SaleMode.BUY)
            StockRecordFactory(product=product, num_in_stock=0)
            services.ask(product_id=product.pk, user=person)
        client.get(page)
        with django_assert_max_num_queries(15) as asked:
            assert product.title in client.get(page).content.decode()
        counts.append(len(asked))

    assert len(set(counts)) == 1, counts


def test_old_ones_are_removed(sold_out, person):
    waiting = services.ask(product_id=sold_out.pk, user=person)
    old = services.ask(product_id=sold_out.pk, email="lan@example.vn")
    ProductAlert.objects.filter(pk=old.pk).update(date_created=timezone.now() - timedelta(days=8))

    assert services.prune() == 1
    assert list(ProductAlert.objects.all()) == [waiting]


def test_copy_and_erasing(sold_out, person):
    services.ask(product_id=sold_out.pk, user=person)
    services.ask(product_id=sold_out.pk, email=person.email.upper())
    other = services.ask(product_id=sold_out.pk, email="lan@example.vn")
    part = next(found for filler in personal_data if (found := filler()).name == "stock_alerts")

    assert len(part.export(person)) == 2
    part.erase(person)

    assert list(ProductAlert.objects.all()) == [other]
