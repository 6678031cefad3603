"""Wish lists: private to their owner, one line a product."""

import pytest
from django.test import Client
from django.urls import reverse

from core.personal_data import personal_data
from shop.basket.models import Line as BasketLine
from shop.wishlists import services
from shop.wishlists.models import Line, WishList
from tests.factories import PackSizeFactory, ProductFactory, SaleRuleFactory, UserFactory
from tests.site_pages import new_site, pages  # noqa: F401  fixtures are found by their names

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return UserFactory()


@pytest.fixture
def browser(owner):
    client = Client()
    client.force_login(owner)
    return client


@pytest.fixture
def product():
    return ProductFactory(ocop_set=SaleRuleFactory().ocop_set, stocked=True, title_vi="Hạt điều")


def add_page(product):
    return reverse("wishlists:add", args=[product.pk])


def test_the_button_of_the_product_page_saves_to_the_first_list(client, browser, product):
    assert f'action="{add_page(product)}"' in client.get(product.get_absolute_url()).content.decode()

    html = browser.post(add_page(product), follow=True).content.decode()
    browser.post(add_page(product))

    assert "Đã lưu vào danh sách: Hạt điều." in html
    assert "120.000\u00a0₫" in html
    assert list(Line.objects.values_list("wishlist__name", "product")) == [("Món tôi muốn mua", product.pk)]
    assert WishList.objects.get().visibility == WishList.PRIVATE


def test_a_guest_signs_in_and_is_asked_then(client, browser, product):
    response = client.post(add_page(product))

    assert response.status_code == 303
    assert f"next={add_page(product)}" in response.url
    # The page after signing in changes nothing by itself.
    page = browser.get(add_page(product))
    assert "csrfmiddlewaretoken" in page.content.decode()
    assert client.get(add_page(product)).status_code == 302
    assert not WishList.objects.exists()


def test_a_pack_size_is_saved_as_its_product(browser):
    size = PackSizeFactory()

    browser.post(add_page(size))

    assert Line.objects.get().product == size.parent


def test_what_visitors_do_not_see_cannot_be_saved(browser):
    hidden = ProductFactory(is_public=False)

    assert browser.post(add_page(hidden)).status_code == 404
    assert browser.get(add_page(hidden)).status_code == 404
    assert browser.post(reverse("wishlists:add", args=[987_654])).status_code == 404


def test_lists_are_made_renamed_and_removed(browser, owner):
    lists = reverse("wishlists:lists")
    assert "Đặt tên cho danh sách." in browser.post(lists, {"name": " "}).content.decode()

    page = browser.post(lists, {"name": "Quà Tết"}).url
    assert "Quà Tết" in browser.get(page).content.decode()
    assert browser.post(page, {"name": ""}).status_code == 200
    browser.post(page, {"name": "Quà Tết cho mẹ"})
    made = WishList.objects.get()
    assert made.name == "Quà Tết cho mẹ"

    remove = reverse("wishlists:remove", args=[made.key])
    assert "Quà Tết cho mẹ" in browser.get(remove).content.decode()
    assert WishList.objects.exists()
    browser.post(remove)
    assert not WishList.objects.exists()


def test_products_are_moved_and_taken_out(browser, owner, product):
    first = services.add(user=owner, product_id=product.pk)
    second = services.create(user=owner, name="Khác")
    line = Line.objects.get()
    page = reverse("wishlists:detail", args=[first.key])

    browser.post(page, {"move": line.pk, f"to-{line.pk}": second.key})
    assert Line.objects.get().wishlist == second
    assert browser.post(page, {"take_out": line.pk}).status_code == 404
    browser.post(reverse("wishlists:detail", args=[second.key]), {"take_out": line.pk})

    assert not Line.objects.exists()


def test_a_wish_goes_into_the_basket_by_its_own_button(browser, owner, product):
    wish_list = services.add(user=owner, product_id=product.pk)
    html = browser.get(reverse("wishlists:detail", args=[wish_list.key])).content.decode()
    address = reverse("basket:add", args=[product.pk])
    assert f'formaction="{address}"' in html

    browser.post(address, {"quantity": 1, "csrfmiddlewaretoken": "x"})

    assert BasketLine.objects.get().product == product
    assert Line.objects.exists()


def test_a_product_that_is_gone_keeps_its_name(browser, owner, product):
    wish_list = services.add(user=owner, product_id=product.pk)
    product.is_public = False
    product.save()

    html = browser.get(reverse("wishlists:detail", args=[wish_list.key])).content.decode()

    assert "Hạt điều" in html
    assert "Sản phẩm này không còn bán." in html


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ["detail", "remove"])
def test_lists_of_others_are_not_found(client, browser, owner, product, name, method):
    foreign = services.add(user=UserFactory(), product_id=product.pk)
    address = reverse(f"wishlists:{name}", args=[foreign.key])

    assert getattr(browser, method)(address).status_code == 404
    assert getattr(client, method)(address).status_code == 302
    assert WishList.objects.filter(pk=foreign.pk).exists()


def test_nothing_is_saved_or_moved_into_lists_of_others(browser, owner, product):
    foreign = services.create(user=UserFactory(), name="Của người khác")
    own = services.add(user=owner, product_id=product.pk)
    line = Line.objects.get()

    assert browser.post(add_page(product), {"list": foreign.key}).status_code == 404
    page = reverse("wishlists:detail", args=[own.key])
    assert browser.post(page, {"move": line.pk, f"to-{line.pk}": foreign.key}).status_code == 404
    assert not foreign.lines.exists()


def test_lists_have_limits(browser, owner, product, monkeypatch):
    monkeypatch.setattr(services, "MOST_LISTS", 1)
    monkeypatch.setattr(services, "MOST_LINES", 1)
    services.add(user=owner, product_id=product.pk)

    html = browser.post(reverse("wishlists:lists"), {"name": "Hai"}).content.decode()
    assert "Bạn đã có 1 danh sách." in html
    full = browser.post(add_page(ProductFactory()), follow=True)

    assert "Danh sách này đã có 1 sản phẩm." in full.content.decode()
    assert Line.objects.count() == 1


@pytest.mark.usefixtures("new_site")
def test_the_queries_do_not_grow(browser, owner, django_assert_max_num_queries):
    counts = []
    for _ in range(3):
        services.add(user=owner, product_id=ProductFactory(stocked=True).pk)
        wish_list = services.add(user=owner, product_id=ProductFactory(stocked=True).pk)
        page = reverse("wishlists:detail", args=[wish_list.key])
        browser.get(page)
        with django_assert_max_num_queries(15) as asked:
            browser.get(page)
        counts.append(len(asked))

    assert len(set(counts)) == 1, counts


def test_copy_and_erasing(owner, product):
    services.add(user=owner, product_id=product.pk)
    other = services.create(user=UserFactory(), name="Của người khác")
    part = next(found for filler in personal_data if (found := filler()).name == "wish_lists")

    assert part.export(owner)[0]["products"] == ["Hạt điều"]
    part.erase(owner)

    assert list(WishList.objects.all()) == [other]
