"""The basket page: groups, sums, what changed meanwhile, quantities."""

import re

import pytest
from django.test import Client

from catalogue.models import ProductTaxTreatment
from core.clock import today
from shop.basket.models import Basket, Line
from tests.factories import ParentFactory, ProducerFactory, SellerTaxTreatmentFactory, UserFactory
from tests.shop.basket.conftest import add, held, page, send
from tests.site_pages import new_site, pages  # noqa: F401  fixtures are found by their names

pytestmark = pytest.mark.django_db


def line_of(product):
    return Line.objects.get(product=product)


def test_lines_stand_under_their_makers_with_sums(client, product_with):
    maker = ProducerFactory(name="Hợp tác xã Thử")
    first = product_with(price=100_000, producer=maker)
    second = product_with(price=33_333)
    third = product_with(price=50_000, producer=maker)
    for product, quantity in ((first, 2), (second, 3), (third, 1)):
        add(client, product, quantity)

    html = page(client)

    assert html.count("basket-group__head") == 2
    assert html.index("Hợp tác xã Thử") < html.index(second.producer.name)
    assert "250.000\u00a0₫" in html
    assert "99.999\u00a0₫" in html
    assert "349.999\u00a0₫" in html
    assert "Tiền hàng, 6 món" in html


def test_the_mark_of_a_demo_is_kept(client, product_with):
    add(client, product_with(is_demo=True, producer=ProducerFactory(is_demo=True)))

    assert page(client).split('id="main"')[1].count("demo-mark") == 2


def test_two_sizes_of_one_product_are_told_apart_by_the_names_of_their_controls(client, pack_with, for_sale):
    client.force_login(UserFactory())
    parent = ParentFactory(ocop_set=for_sale, title_vi="Mật ong")
    for label in ("Chai 250 ml", "Chai 500 ml"):
        add(client, pack_with(parent=parent, pack_label_vi=label))

    html = re.sub(r"<[^>]+>", "", page(client))

    for name in ("Mật ong, Chai 250 ml", "Mật ong, Chai 500 ml"):
        assert f"Số lượng {name}" in html
        assert f"Bỏ {name}" in html
        assert f"Để dành mua sau {name}" in html


def test_an_error_in_the_summary_names_the_size(client, pack_with, for_sale):
    size = pack_with(parent=ParentFactory(ocop_set=for_sale, title_vi="Mật ong"), pack_label_vi="Chai 500 ml")
    add(client, size)

    html = send(client, **{f"line_{line_of(size).pk}_quantity": "hai"}).content.decode()

    assert "Mật ong, Chai 500 ml" in html.split("message--error", 1)[1].split("</ul>")[0]


def test_an_empty_basket_has_words(client):
    html = page(client)

    assert "Giỏ của bạn đang trống." in html
    assert "/san-pham/" in html


def test_quantities_are_set_and_removed(client, product_with):
    first, second, third = product_with(), product_with(), product_with()
    for product in (first, second, third):
        add(client, product)

    response = send(
        client,
        **{f"line_{line_of(first).pk}_quantity": 4, f"line_{line_of(second).pk}_quantity": 0},
    )

    assert response.status_code == 303
    assert response.url == "/gio-hang/"
    assert held() == [(first.pk, 4), (third.pk, 1)]


def test_the_button_that_removes_comes_after_the_field_of_the_same_name(client, product_with):
    product = product_with(title_vi="Bánh tráng")
    add(client, product, 3)
    name = f"line-{line_of(product).pk}-quantity"

    html = client.post("/gio-hang/", f"{name}=3&{name}=0", "application/x-www-form-urlencoded", follow=True)

    assert held() == []
    assert "Đã bỏ khỏi giỏ: Bánh tráng." in html.content.decode()


def test_the_first_button_of_the_form_removes_nothing(client, product_with):
    """The enter key in a field presses a form's first button."""
    add(client, product_with())

    form = re.search(r'<form[^>]*id="basket".*?</form>', page(client), re.DOTALL)[0]

    assert "name=" not in re.search(r"<button[^>]*>", form)[0]


def test_more_than_are_left_is_lowered_and_said(client, product_with):
    product = product_with(stock=3, title_vi="Trà dây")
    add(client, product)

    html = send(client, follow=True, **{f"line_{line_of(product).pk}_quantity": 8}).content.decode()

    assert held() == [(product.pk, 3)]
    assert "Trà dây: chỉ còn 3, nên số lượng là 3." in html


@pytest.mark.parametrize("quantity", ["-1", "1e9", "hai", "", "2.5", "10000", "٣"])
def test_a_bad_quantity_changes_nothing_and_is_kept_in_its_field(client, product_with, quantity):
    first, second = product_with(), product_with(title_vi="Nấm mối")
    add(client, first)
    add(client, second, 2)
    line = line_of(second)

    response = send(client, **{f"line_{line_of(first).pk}_quantity": 5, f"line_{line.pk}_quantity": quantity})

    html = response.content.decode()
    assert response.status_code == 200
    assert html.count("Nhập số nguyên từ 0 đến 9999.") == 2
    assert f'href="#line-{line.pk}-quantity"' in html
    assert f'name="line-{line_of(first).pk}-quantity" value="5"' in html
    assert not quantity or f'value="{quantity}"' in html
    assert held() == [(first.pk, 1), (second.pk, 2)]


def test_stock_that_went_down_is_said_and_only_a_form_writes_it(client, product_with):
    product = product_with(stock=10, price=10_000)
    add(client, product, 5)
    page(client)
    product.stockrecords.update(num_in_stock=3)

    for _again in range(2):
        html = page(client)
        assert "Chỉ còn 3, nên số lượng giảm từ 5 xuống." in html
        assert "30.000\u00a0₫" in html
        assert held() == [(product.pk, 5)]

    send(client, **{f"line_{line_of(product).pk}_quantity": 3, f"line_{line_of(product).pk}_was": 3})
    assert held() == [(product.pk, 3)]
    assert "giảm từ" not in page(client)


def test_a_new_price_is_said_until_the_form_that_showed_it_is_sent(client, product_with):
    product = product_with(price=100_000)
    add(client, product)
    product.stockrecords.update(price=110_000)
    line = line_of(product)

    html = page(client)
    assert "Giá nay là 110.000\u00a0₫; lúc bạn chọn là 100.000\u00a0₫." in html

    # Sent by a page that still showed the old price: not known yet.
    send(client, **{f"line_{line.pk}_quantity": 1, f"line_{line.pk}_price": 100_000})
    assert "Giá nay là" in page(client)

    shown = re.search(rf'name="line-{line.pk}-price" value="(\d+)"', html)[1]
    send(client, **{f"line_{line.pk}_quantity": 1, f"line_{line.pk}_price": shown})
    assert "Giá nay là" not in page(client)
    assert line_of(product).price_incl_tax == 110_000


def test_what_is_sold_out_or_gone_is_said_and_not_counted(client, product_with):
    kept, sold_out, hidden = product_with(price=10_000), product_with(), product_with()
    for product in (kept, sold_out, hidden):
        add(client, product, 2)
    sold_out.stockrecords.update(num_in_stock=0)
    hidden.is_public = False
    hidden.save()

    response = client.get("/gio-hang/")
    html = response.content.decode()

    assert "Hết hàng nên không tính tiền." in html
    assert "Không còn bán nữa nên không tính tiền." in html
    assert "Tiền hàng, 2 món" in html
    assert response.cookies["basket_count"].value == "2"
    # They are no obstacle to changing the rest, and may be taken out.
    send(client, **{f"line_{line_of(kept).pk}_quantity": 1, f"line_{line_of(hidden).pk}_quantity": 0})
    assert held() == [(kept.pk, 1), (sold_out.pk, 2)]


def test_tax_lies_inside_the_price(client, product_with):
    product = product_with(price=108_000)
    SellerTaxTreatmentFactory(producer=product.producer, rate_percent=8)
    other = product_with(price=105_000)
    SellerTaxTreatmentFactory(producer=other.producer, rate_percent=8)
    ProductTaxTreatment.objects.create(product=other, valid_from=today(), rate_percent=5)

    add(client, product)
    add(client, other)

    basket = client.get("/gio-hang/").wsgi_request.basket
    assert [(line.line_price_incl_tax, line.line_price_excl_tax) for line in basket.all_lines()] == [
        (108_000, 100_000),
        (105_000, 100_000),
    ]
    assert "213.000\u00a0₫" in page(client)


def test_lines_of_another_basket_are_not_found(client, product_with):
    other = Client()
    product = product_with()
    add(other, product, 2)
    line = line_of(product)

    for fields in ({f"line_{line.pk}_quantity": 1}, {f"line_{line.pk}_quantity": "x"}, {"save": line.pk}):
        assert send(client, **fields).status_code == 404
        assert send(Client(), **fields).status_code == 404
    add(client, product_with())
    assert send(client, **{f"line_{line.pk}_quantity": 0}).status_code == 404
    assert (product.pk, 2) in held()


def test_not_even_beside_lines_of_ones_own(client, product_with):
    other = Client()
    foreign, own = product_with(), product_with()
    add(other, foreign, 2)
    add(client, own)

    response = send(
        client, **{f"line_{line_of(own).pk}_quantity": 5, f"line_{line_of(foreign).pk}_quantity": 1}
    )

    assert response.status_code == 404
    assert held() == [(foreign.pk, 2), (own.pk, 1)]


def test_two_tabs_do_not_undo_each_other(client, product_with):
    first, second, third = product_with(), product_with(), product_with()
    for product in (first, second, third):
        add(client, product)
    shown = {
        f"line_{line_of(product).pk}_{name}": 1
        for product in (first, second, third)
        for name in ("quantity", "was")
    }
    # The other tab adds to the first, and removes the second.
    add(client, first, 2)
    removed = line_of(second).pk
    send(client, **{f"line_{removed}_quantity": 0})

    html = send(client, follow=True, **{**shown, f"line_{line_of(third).pk}_quantity": 4}).content.decode()

    assert held() == [(first.pk, 3), (third.pk, 4)]
    assert "đã bị bỏ khỏi giỏ trước đó" in html


def test_a_session_that_ended_is_said(client, product_with):
    client.force_login(UserFactory())
    product = product_with()
    add(client, product, 2)
    client.session.flush()

    response = send(client, follow=True, **{f"line_{line_of(product).pk}_quantity": 1})

    assert response.status_code == 200
    assert "Phiên đăng nhập đã hết" in response.content.decode()
    assert held() == [(product.pk, 2)]


def test_a_session_that_ended_loses_nothing_that_is_added(client, product_with):
    owner = UserFactory()
    client.force_login(owner)
    add(client, product_with(), 2)
    client.session.flush()

    added = product_with()
    assert add(client, added, 1).status_code == 303

    assert Basket.objects.get(owner=None).lines.get().product == added
