"""Word that a product is back: once, in the language of the asking, to nobody else."""

import pytest
from django.utils.translation import override

from accounts.messages.models import Message
from accounts.messages.texts import compose
from shop.customer.alerts import services
from shop.customer.models import ProductAlert
from tests.factories import ProductFactory, StockRecordFactory
from tests.shop.customer.waiting import ask_page, restock

pytestmark = pytest.mark.django_db


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
