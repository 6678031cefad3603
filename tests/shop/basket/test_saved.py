"""What somebody keeps for later, and what becomes of baskets when a person is erased."""

import pytest
from django.urls import reverse

from core.personal_data import personal_data
from shop.basket.models import Basket, Line
from tests.factories import UserFactory
from tests.shop.basket.conftest import add, page, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(client):
    user = UserFactory()
    client.force_login(user)
    return user


def saved(client, **fields):
    return client.post(reverse("basket:saved"), fields, follow=True)


def lines(status):
    return dict(Line.objects.filter(basket__status=status).values_list("product", "quantity"))


def test_a_line_is_kept_and_taken_back(client, owner, product_with):
    product, other = product_with(title_vi="Trà"), product_with()
    add(client, product, 2)
    add(client, other)
    line = Line.objects.get(product=product)

    send(client, **{f"line_{line.pk}_quantity": 3, "save": line.pk})
    assert (lines("Open"), lines("Saved")) == ({other.pk: 1}, {product.pk: 3})
    html = page(client)
    assert "Đã để dành: Trà." in html
    assert "Tiền hàng, 1 món" in html

    add(client, product, 1)
    saved(client, take_back=Line.objects.get(basket__status="Saved").pk)
    assert (lines("Open"), lines("Saved")) == ({other.pk: 1, product.pk: 4}, {})


@pytest.mark.parametrize("typed", ["hai", "", "-1", "10000", "0"])
def test_a_line_is_kept_with_the_quantity_that_it_had_where_a_bad_one_was_typed(
    client, owner, product_with, typed
):
    product, other = product_with(), product_with()
    add(client, product, 2)
    add(client, other)
    line, second = Line.objects.get(product=product), Line.objects.get(product=other)

    response = send(
        client, save=line.pk, **{f"line_{line.pk}_quantity": typed, f"line_{second.pk}_quantity": 5}
    )

    assert response.status_code == 303
    assert (lines("Open"), lines("Saved")) == ({other.pk: 5}, {product.pk: 2})


def test_a_bad_quantity_of_another_line_is_said_and_nothing_is_kept(client, owner, product_with):
    product, other = product_with(), product_with()
    add(client, product, 2)
    add(client, other)
    line, second = Line.objects.get(product=product), Line.objects.get(product=other)

    response = send(client, save=line.pk, **{f"line_{second.pk}_quantity": "hai"})

    assert "Nhập số nguyên từ 0 đến 9999." in response.content.decode()
    assert lines("Open") == {product.pk: 2, other.pk: 1}


def test_keeping_twice_sums_up(client, owner, product_with):
    product = product_with()
    for _ in range(2):
        add(client, product, 2)
        send(client, save=Line.objects.get(basket__status="Open").pk)

    assert lines("Saved") == {product.pk: 4}


def test_what_is_sold_out_stays_kept(client, owner, product_with):
    product = product_with()
    add(client, product)
    send(client, save=Line.objects.get().pk)
    product.stockrecords.update(num_in_stock=0)

    html = saved(client, take_back=Line.objects.get().pk).content.decode()

    assert "Sản phẩm này đã hết hàng." in html
    assert lines("Saved") == {product.pk: 1}
    saved(client, remove=Line.objects.get().pk)
    assert not Line.objects.exists()


def test_a_guest_is_asked_to_sign_in_and_loses_nothing(client, product_with):
    product = product_with()
    add(client, product)

    response = send(client, save=Line.objects.get().pk)

    assert response.status_code == 303
    assert "next=/gio-hang/" in response.url
    assert lines("Open") == {product.pk: 1}
    assert client.post(reverse("basket:saved"), {"remove": 1}).status_code == 302


def test_lines_of_others_are_not_found(client, owner, product_with):
    stranger = Basket.objects.create(owner=UserFactory(), status=Basket.SAVED)
    product = product_with()
    line = Line.objects.create(
        basket=stranger, product=product, stockrecord=product.stockrecords.get(), line_reference="x"
    )

    for field in ("take_back", "remove"):
        assert saved(client, **{field: line.pk}).status_code == 404
    assert send(client, save=line.pk).status_code == 404
    assert lines("Saved") == {product.pk: 1}


def test_copy_and_erasing(client, owner, product_with):
    product = product_with(price=10_000, title_vi="Trà")
    add(client, product, 2)
    ordered = Basket.objects.create(owner=owner, status=Basket.SUBMITTED)
    part = next(found for filler in personal_data if (found := filler()).name == "baskets")

    found = part.export(owner)
    assert found[0]["lines"][0]["product"] == "Trà"
    assert found[0]["lines"][0]["price"] == 10_000
    part.erase(owner)

    ordered.refresh_from_db()
    assert ordered.owner is None
    assert list(Basket.objects.all()) == [ordered]
