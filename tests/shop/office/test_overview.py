from datetime import timedelta

import pytest
from django.test import Client

from core.clock import today
from producers.models import Partner
from tests.factories import (
    CertificateFactory,
    MembershipFactory,
    PackSizeFactory,
    ParentFactory,
    ProductFactory,
    SaleRuleFactory,
    StockRecordFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
#: Architecture and issue: at most this many queries a page, whatever it lists.
MOST_QUERIES = 15


def certificate(shop, title, *, ends_in_days, **more):
    until = today() + timedelta(days=ends_in_days)
    return CertificateFactory(
        product=ProductFactory(producer=shop, title_vi=title),
        issued_on=until - timedelta(days=1000),
        expires_on=until,
        **more,
    )


@pytest.fixture
def url(shop):
    return f"/gian-hang/{shop.pk}/"


class TestMyShops:
    def test_one_shop_opens_at_once(self, client, url):
        assert client.get("/gian-hang/").headers["Location"] == url

    def test_several_are_a_choice(self, owner, signed_in):
        second = MembershipFactory(user=owner.user).producer
        foreign = MembershipFactory().producer

        page = signed_in(owner.user).get("/gian-hang/").content.decode()

        assert owner.producer.name in page
        assert second.name in page
        assert foreign.name not in page

    def test_none_is_told_how_to_come_to_one(self, signed_in):
        page = signed_in(UserFactory()).get("/gian-hang/").content.decode()

        assert "chưa tham gia gian hàng nào" in page
        assert 'class="button button--text" href="/gian-hang/dang-ky/"' in page

    def test_visitors_log_in(self):
        response = Client().get("/en/shop-office/")

        assert response.status_code == 302
        assert "next=/en/shop-office/" in response.headers["Location"]


class TestOverview:
    def test_certificates_by_their_clocks(self, client, url, shop):
        certificate(shop, "Còn lâu", ends_in_days=400)
        certificate(shop, "Gần hết", ends_in_days=29)
        certificate(shop, "Hết rồi", ends_in_days=-3)
        certificate(
            shop,
            "Đang xét",
            ends_in_days=-20,
            grace_until=today() + timedelta(days=9),
            grace_reason="Chờ kết quả",
        )
        certificate(shop, "Thu hồi", ends_in_days=300, revoked_on=today(), revoked_reason="Dừng sản xuất")

        page = client.get(url).content.decode()

        assert "2 sản phẩm không còn hiện sao" in page
        assert "2 giấy hết hạn trong nửa năm tới" in page
        assert "Còn 30 ngày" in page
        assert "Còn 10 ngày" in page
        order = [page.index(f">{title}<") for title in ("Hết rồi", "Đang xét", "Gần hết", "Còn lâu")]
        assert order == sorted(order)

    @pytest.mark.parametrize(
        ("ends_in_days", "words", "is_time"),
        [
            (181, "Hồ sơ đánh giá lại: nộp từ", False),
            (180, "Nộp hồ sơ đánh giá lại ngay", True),
            (120, "Nộp hồ sơ đánh giá lại ngay", True),
            (119, "Hạn nộp hồ sơ đánh giá lại đã qua", True),
        ],
    )
    def test_when_to_hand_in_the_next_file(self, client, url, shop, ends_in_days, words, is_time):
        certificate(shop, "Điều", ends_in_days=ends_in_days)

        page = client.get(url).content.decode()

        assert words in page
        assert ("hết hạn trong nửa năm tới" in page) == is_time

    def test_a_certificate_with_its_successor_asks_for_nothing(self, client, url, shop):
        first = certificate(shop, "Điều", ends_in_days=40)
        CertificateFactory(product=first.product, issued_on=today() + timedelta(days=10))

        page = client.get(url).content.decode()

        assert "hồ sơ đánh giá lại" not in page.lower()
        assert "hết hạn trong nửa năm tới" not in page

    def test_low_stock_the_emptiest_first(self, client, url, shop):
        SaleRuleFactory()
        parent = ParentFactory(producer=shop, title_vi="Hạt điều rang")
        StockRecordFactory(product=PackSizeFactory(parent=parent, pack_label_vi="Túi lớn"), num_in_stock=4)
        StockRecordFactory(product=PackSizeFactory(parent=parent, pack_label_vi="Túi nhỏ"), num_in_stock=0)
        StockRecordFactory(product=ProductFactory(producer=shop, title_vi="Tiêu đủ"), num_in_stock=10)

        page = client.get(url).content.decode()

        assert page.index("Hạt điều rang, Túi nhỏ") < page.index("Hạt điều rang, Túi lớn")
        assert "Chỉ còn 4" in page
        assert "Tiêu đủ" not in page.split('id="clocks"')[0]
        assert "1 mặt hàng đã hết" in page

    def test_reserved_packs_are_not_left(self, client, url, shop):
        SaleRuleFactory()
        stock = StockRecordFactory(product__producer=shop, num_in_stock=12)
        stock.allocate(9)

        assert "Chỉ còn 3" in client.get(url).content.decode()

    def test_nothing_to_do(self, client, url):
        assert "không có việc gì chờ" in client.get(url).content.decode()

    def test_a_hidden_shop_works_in_its_office(self, client, url, shop):
        Partner.objects.filter(pk=shop.pk).update(is_public=False)

        assert client.get(url).status_code == 200

    def test_english(self, client, shop):
        page = client.get(f"/en/shop-office/{shop.pk}/").content.decode()

        assert "What to do next" in page
        assert f'href="/gian-hang/{shop.pk}/"' in page

    def test_nobody_keeps_it(self, client, url):
        response = client.get(url)

        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("path", ["", "san-pham/", "chung-nhan/", "thanh-vien/", "lich-su/"])
def test_queries_do_not_grow(client, url, shop, path, django_assert_max_num_queries):
    def fill(count):
        for number in range(count):
            parent = ParentFactory(producer=shop)
            for _ in range(2):
                StockRecordFactory(product=PackSizeFactory(parent=parent), num_in_stock=number)
            CertificateFactory(product=parent)
            MembershipFactory(producer=shop)
            client.post(
                f"{url}san-pham/",
                {
                    f"row-{parent.children.first().stockrecords.get().pk}-{name}": value
                    for name, value in {
                        "price": "99k",
                        "stock": str(number),
                        "seen_price": "120000",
                        "seen_stock": str(number),
                    }.items()
                },
            )

    SaleRuleFactory()
    fill(1)
    client.get(url + path)
    with django_assert_max_num_queries(MOST_QUERIES) as few:
        client.get(url + path)
    fill(9)
    with django_assert_max_num_queries(MOST_QUERIES) as many:
        client.get(url + path)
    assert len(many.captured_queries) == len(few.captured_queries)


def test_queries_of_my_shops_do_not_grow(owner, signed_in, django_assert_num_queries, settings):
    # Where sessions lie in Redis, theirs is no statement.
    expected = 2 if settings.REDIS_URL else 3
    browser = signed_in(owner.user)
    for _ in range(2):
        MembershipFactory(user=owner.user)
    browser.get("/gian-hang/")
    with django_assert_num_queries(expected):
        browser.get("/gian-hang/")
    for _ in range(6):
        MembershipFactory(user=owner.user)
    with django_assert_num_queries(expected):
        browser.get("/gian-hang/")


class TestTheAccount:
    def test_leads_members_to_their_shops(self, client, shop):
        page = client.get("/tai-khoan/").content.decode()

        assert 'href="/gian-hang/"' in page
        assert shop.name in page

    def test_says_nothing_of_shops_to_others(self, signed_in):
        assert 'href="/gian-hang/"' not in signed_in(UserFactory()).get("/tai-khoan/").content.decode()
