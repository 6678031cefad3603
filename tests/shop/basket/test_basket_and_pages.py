"""The basket beside other pages: what it costs, what they show of it, and when it is removed."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from shop.basket.models import Basket, Line
from shop.basket.pruning import remove_old_baskets
from tests.factories import ParentFactory, ProducerFactory, UserFactory
from tests.shop.basket.conftest import add, page, send
from tests.site_pages import new_site, pages  # noqa: F401  fixtures are found by their names

pytestmark = pytest.mark.django_db


def line_of(product):
    return Line.objects.get(product=product)


def test_looking_writes_nothing(client, product_with, django_assert_num_queries):
    client.force_login(UserFactory())
    client.get("/gio-hang/")
    Client().get("/gio-hang/")

    assert not Basket.objects.exists()


@pytest.mark.usefixtures("new_site")
def test_the_queries_do_not_grow(client, pack_with, product_with, django_assert_max_num_queries):
    client.force_login(UserFactory())
    counts = []
    for number in range(1, 5):
        makers = [ProducerFactory() for _ in range(number)]
        for maker in makers:
            add(client, product_with(producer=maker))
        add(client, pack_with())
        send(client, save=Line.objects.filter(basket__status="Open").last().pk)
        page(client)
        with django_assert_max_num_queries(15) as asked:
            page(client)
        counts.append(len(asked))

    assert len(set(counts[1:])) == 1, counts


def test_the_count_for_public_pages_follows_every_change(client, product_with):
    product = product_with()

    assert add(client, product, 2).cookies["basket_count"].value == "2"
    line = line_of(product)
    assert send(client, **{f"line_{line.pk}_quantity": 7}).cookies["basket_count"].value == "7"
    assert send(client, **{f"line_{line.pk}_quantity": 0}).cookies["basket_count"].value == ""


@pytest.mark.usefixtures("new_site")
def test_public_pages_are_the_same_bytes_with_and_without_a_basket(client, product_with):
    product = product_with()
    add(client, product, 2)

    for address in ("/", "/san-pham/", product.get_absolute_url()):
        mine, other = client.get(address), Client().get(address)
        assert mine.content == other.content
        assert not mine.cookies


def test_the_product_page_offers_its_chosen_size(client, pack_with, for_sale):
    parent = ParentFactory(ocop_set=for_sale)
    first, second = pack_with(parent=parent, price=10_000), pack_with(parent=parent, price=20_000)
    sold_out = pack_with(parent=parent, price=30_000, stock=0)
    foreign = pack_with()

    def target(size):
        html = client.get(parent.get_absolute_url(), {"quy-cach": size}).content.decode()
        return re.findall(r'action="/gio-hang/them/(\d+)/"[^>]*data-add>\s*<div class="cluster">', html)

    assert target("") == [str(first.pk)]
    assert target(second.pk) == [str(second.pk)]
    assert target(foreign.pk) == [str(first.pk)]
    assert target(sold_out.pk) == []


def test_a_list_offers_what_needs_no_choice(client, pack_with, product_with, for_sale):
    alone = product_with()
    pack_with(parent=ParentFactory(ocop_set=for_sale))
    product_with(stock=0)

    html = client.get("/san-pham/").content.decode()

    assert re.findall(r"/gio-hang/them/(\d+)/", html) == [str(alone.pk)]


def test_old_baskets_of_guests_are_removed_and_others_kept(client, product_with):
    product = product_with()
    add(client, product)
    young, old, owned = Client(), Client(), Client()
    add(young, product)
    add(old, product)
    owned.force_login(UserFactory())
    add(owned, product)
    ids = list(Basket.objects.order_by("pk").values_list("pk", flat=True))
    long_ago = timezone.now() - timedelta(seconds=settings.OSCAR_BASKET_COOKIE_LIFETIME, days=2)
    Basket.objects.filter(pk__in=ids[2:]).update(touched_at=long_ago)

    assert remove_old_baskets() == 1
    assert remove_old_baskets() == 0

    assert list(Basket.objects.order_by("pk").values_list("pk", flat=True)) == [ids[0], ids[1], ids[3]]
    # Its cookie opens nothing any more, and adding begins anew.
    assert "Giỏ của bạn đang trống." in page(old)
    assert add(old, product).status_code == 303
