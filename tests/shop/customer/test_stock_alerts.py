"""Asking for word when a sold-out product is back, and getting it once."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

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

pytestmark = pytest.mark.django_db


@pytest.fixture
def sold_out():
    product = ProductFactory(ocop_set=SaleRuleFactory().ocop_set, title_vi="Mật ong", title_en="Honey")
    StockRecordFactory(product=product, num_in_stock=0)
    product.refresh_from_db()
    return product


@pytest.fixture
def person():
    user = UserFactory(phone="+84900000077")
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user


def ask_page(product):
    return reverse("alerts:ask", args=[product.pk])


def restock(product, packs=5):
    record = product.stockrecords.get()
    record.num_in_stock = packs
    record.save()


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
    for number in range(5):
        assert client.post(ask_page(sold_out), {"contact": "lan@example.vn"}).status_code == 303, number
    assert client.post(ask_page(sold_out), {"contact": "lan@example.vn"}).status_code == 429
    for number in range(4):
        client.post(ask_page(sold_out), {"contact": f"n{number}@example.vn"})

    response = client.post(ask_page(sold_out), {"contact": "noch@example.vn"})

    assert response.status_code == 429
    assert response.headers["Retry-After"] == "3600"


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


def test_word_goes_out_once_in_the_language_of_the_asking(client, sold_out, person):
    client.force_login(person)
    with override("en"):
        client.post(ask_page(sold_out))
    services.confirm(services.ask(product_id=sold_out.pk, phone="+84912345678").key)
    services.ask(product_id=sold_out.pk, email="not-confirmed@example.vn")
    Message.objects.all().delete()
    assert services.tell() == 0

    restock(sold_out)
    assert services.tell(sold_out.pk) == 2
    assert services.tell() == 0
    restock(sold_out, 0)
    restock(sold_out)
    assert services.tell() == 0

    by_address = {message.address: message for message in Message.objects.all()}
    assert set(by_address) == {person.email, "+84912345678"}
    assert "Honey" in compose(by_address[person.email]).body
    assert f"/en/products/honey-{sold_out.pk}/" in compose(by_address[person.email]).body
    assert "Mat ong da co hang lai" in compose(by_address["+84912345678"]).body
    assert set(ProductAlert.objects.values_list("status", flat=True)) == {
        ProductAlert.CLOSED,
        ProductAlert.UNCONFIRMED,
    }


def test_an_unconfirmed_phone_of_a_person_is_not_written_to(sold_out, person):
    services.ask(product_id=sold_out.pk, user=person)
    restock(sold_out)

    services.tell()

    assert [message.channel for message in Message.objects.all()] == ["email"]


def test_the_worker_is_called_when_stock_comes_and_somebody_waits(sold_out, person, monkeypatch):
    called = []
    monkeypatch.setattr("shop.customer.alerts.receivers.tell_later", called.append)
    restock(sold_out)
    restock(sold_out, 0)
    assert called == []
    sold_out.refresh_from_db()
    services.ask(product_id=sold_out.pk, user=person)

    restock(sold_out, 0)
    assert called == []
    restock(sold_out, 3)
    assert called == [sold_out.pk]


def test_stock_that_orders_have_reserved_is_no_stock(sold_out, person):
    restock(sold_out, 2)
    sold_out.stockrecords.get().allocate(2)
    sold_out.refresh_from_db()
    services.ask(product_id=sold_out.pk, user=person)

    assert services.tell() == 0
    sold_out.stockrecords.get().cancel_allocation(1)
    assert services.tell() == 1


def test_what_is_not_for_sale_any_more_is_not_announced(sold_out, person):
    services.ask(product_id=sold_out.pk, user=person)
    restock(sold_out)
    type(sold_out).objects.filter(pk=sold_out.pk).update(is_public=False)

    assert services.tell() == 0
    assert ProductAlert.objects.get().is_active


def test_those_who_wait_for_a_hidden_product_keep_no_word_from_others(sold_out, person, monkeypatch):
    monkeypatch.setattr(services, "BATCH", 1)
    hidden = ProductFactory(ocop_set=sold_out.ocop_set)
    StockRecordFactory(product=hidden, num_in_stock=0)
    hidden.refresh_from_db()
    services.ask(product_id=hidden.pk, user=person)
    type(hidden).objects.filter(pk=hidden.pk).update(is_public=False)
    services.ask(product_id=sold_out.pk, user=person)
    for product in (hidden, sold_out):
        restock(product)

    assert services.tell() == 1
    assert ProductAlert.objects.get(status=ProductAlert.ACTIVE).product_id == hidden.pk


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


def test_an_address_that_never_ends_is_kept_out_of_the_database(client, sold_out):
    cache.clear()
    response = client.post(ask_page(sold_out), {"contact": "lan@example.vn\x00"})

    assert response.status_code == 200
    assert not ProductAlert.objects.exists()
