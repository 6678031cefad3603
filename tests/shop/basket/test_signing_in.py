"""A guest's basket comes along when its owner signs in."""

import pytest
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.signals import user_logged_in
from django.db import IntegrityError, transaction
from django.test import Client, RequestFactory
from django.urls import reverse

from shop.basket import services
from shop.basket.middleware import _signer
from shop.basket.models import Basket, Line
from tests.factories import UserFactory
from tests.shop.basket.conftest import add, held, page

pytestmark = pytest.mark.django_db

COOKIE = settings.OSCAR_BASKET_COOKIE_OPEN


@pytest.fixture
def owner():
    return UserFactory()


def sign_in(client, owner):
    """Sign in and open the basket."""
    client.force_login(owner)
    return page(client)


def test_sums_are_capped_by_the_stock_and_said(client, owner, product_with):
    plenty, scarce, new = product_with(), product_with(stock=4, title_vi="Rượu mơ"), product_with()
    mine = Client()
    mine.force_login(owner)
    add(mine, plenty, 2)
    add(mine, scarce, 3)
    add(client, plenty, 3)
    add(client, scarce, 2)
    add(client, new, 1)

    html = sign_in(client, owner)

    basket = Basket.open.get(owner=owner)
    assert dict(basket.lines.values_list("product", "quantity")) == {plenty.pk: 5, scarce.pk: 4, new.pk: 1}
    assert "có thêm 6 món đã chọn trước khi đăng nhập" in html
    assert "Rượu mơ: chỉ còn 4, nên số lượng là 4." in html
    assert not Basket.objects.filter(owner=None).exists()


def test_the_cookie_of_the_guest_goes_and_the_next_page_says_nothing(client, owner, product_with):
    add(client, product_with())
    client.force_login(owner)

    first = client.get("/gio-hang/")

    assert first.cookies[COOKIE].value == ""
    assert "trước khi đăng nhập" not in page(client)
    assert page(client).count("basket-line__name") == 1


def test_someone_without_a_basket_takes_the_guests(client, owner, product_with):
    product = product_with()
    add(client, product, 2)

    sign_in(client, owner)

    assert held() == [(product.pk, 2)]
    assert Line.objects.get().basket.owner == owner


def test_the_sign_in_itself_takes_it_along(owner, product_with, rf):
    guest = Client()
    product = product_with()
    add(guest, product, 2)
    request = RequestFactory().post("/")
    request.COOKIES[COOKIE] = guest.cookies[COOKIE].value
    request.session = guest.session

    login(request, owner, "django.contrib.auth.backends.ModelBackend")

    assert Line.objects.get().basket.owner == owner


def test_the_sign_in_sets_the_count_of_what_was_there_already(owner, product_with):
    earlier = Client()
    earlier.force_login(owner)
    add(earlier, product_with(), 4)
    owner.set_password("một mật khẩu dài")
    owner.save()
    owner.emailaddress_set.create(email=owner.email, verified=True, primary=True)

    response = Client().post(reverse("account_login"), {"login": owner.email, "password": "một mật khẩu dài"})

    assert response.status_code == 302, response.content.decode()
    assert response.cookies["basket_count"].value == "4"


def test_a_sign_in_without_a_request_is_no_matter(owner):
    user_logged_in.send(sender=type(owner), request=None, user=owner)

    assert not Basket.objects.exists()


def test_merging_twice_adds_once(client, owner, product_with):
    add(client, product_with(), 2)
    basket_id = Basket.objects.get().pk

    assert services.merge_guest_basket(user=owner, basket_id=basket_id)
    assert services.merge_guest_basket(user=owner, basket_id=basket_id) is None

    assert Line.objects.get().quantity == 2


def test_another_persons_basket_is_never_taken(owner, product_with):
    other = Client()
    other.force_login(UserFactory())
    add(other, product_with())
    theirs = Basket.objects.get()
    thief = Client()
    thief.cookies[COOKIE] = _signer.sign(str(theirs.pk))

    sign_in(thief, owner)

    theirs.refresh_from_db()
    assert theirs.owner != owner
    assert theirs.lines.count() == 1
    assert "Giỏ của bạn đang trống." in page(Client())


def test_what_cannot_be_had_comes_along_and_is_said_on_the_page(client, owner, product_with):
    product = product_with()
    add(client, product, 2)
    product.stockrecords.update(num_in_stock=0)

    html = sign_in(client, owner)

    assert held() == [(product.pk, 2)]
    assert "Hết hàng nên không tính tiền." in html


def test_signing_out_takes_the_count_away(client, owner, product_with):
    client.force_login(owner)
    add(client, product_with(), 2)
    assert client.cookies["basket_count"].value == "2"
    client.session.flush()

    client.get("/gio-hang/")

    assert client.cookies["basket_count"].value == ""


def test_a_person_has_one_open_basket(owner):
    Basket.objects.create(owner=owner)
    with pytest.raises(IntegrityError), transaction.atomic():
        Basket.objects.create(owner=owner)


def test_a_product_has_one_line_in_a_basket(client, product_with):
    add(client, product_with())
    line = Line.objects.get()
    line.pk, line.line_reference = None, "with-options"
    with pytest.raises(IntegrityError), transaction.atomic():
        line.save(force_insert=True)
