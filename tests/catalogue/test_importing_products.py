"""Products from a sheet: hidden until staff have looked, each fault told with its row and column."""

import pytest

from catalogue.importing import carry_out, try_out
from catalogue.models import Product
from tests.catalogue.sheets import file_of
from tests.factories import ProducerFactory, ProductFactory, SetFactory, UserFactory

pytestmark = pytest.mark.django_db


class TestProducts:
    def row(self, of=None, **values):
        producer = of or ProducerFactory()
        SetFactory()
        return {
            "producer": producer.pk,
            "producer_name": producer.name,
            "ocop_set": 7,
            "title_vi": "Hạt điều rang muối",
            "title_en": "Salted cashews",
            "net_quantity": 500,
            "net_unit": "g",
            **values,
        }

    def test_are_registered_hidden_with_the_branch_of_their_set(self):
        producer = ProducerFactory()
        content = file_of(
            self.row(producer), self.row(producer, title_vi="Hạt điều mật ong"), kind="products"
        )
        assert try_out("products", content).is_clean
        assert not Product.objects.exists()

        carry_out("products", content, UserFactory())

        mine = Product.objects.get(title_vi="Hạt điều rang muối")
        assert (mine.producer, mine.branch, mine.is_public) == (producer, mine.ocop_set.get_parent(), False)
        assert (mine.net_quantity, mine.net_unit, mine.slug_vi) == (500, "g", "hat-dieu-rang-muoi")

    @pytest.mark.parametrize(
        ("values", "heading", "words"),
        [
            ({"producer": 10**9}, "Số của chủ thể", "không có chủ thể"),
            ({"producer_name": "Khác"}, "Tên chủ thể", "tên là"),
            ({"ocop_set": 27}, "Số của bộ sản phẩm", "từ 1 đến 26"),
            ({"ocop_set": 8}, "Số của bộ sản phẩm", "Không có bộ"),
            ({"title_vi": None}, "Tên tiếng Việt", "để trống"),
            ({"net_unit": None}, "Đơn vị lượng tịnh", "cả hai"),
            ({"net_quantity": -5}, "Khối lượng tịnh", "từ 1"),
            ({"net_unit": "kg"}, "Đơn vị lượng tịnh", "Hãy gõ một trong"),
            ({"net_quantity": "500"}, "Khối lượng tịnh", "dạng số"),
        ],
    )
    def test_faults_are_told(self, values, heading, words):
        content = file_of(self.row(**values), kind="products")

        problems = try_out("products", content).problems

        assert [(one.row, one.column) for one in problems] == [(2, heading)]
        assert words in problems[0].words
        assert not Product.objects.exists()

    def test_a_name_is_taken_once_by_a_producer(self):
        known = ProductFactory(title_vi="Hạt Điều Rang Muối")
        content = file_of(
            self.row(known.producer),
            self.row(known.producer, title_vi="Mới"),
            self.row(known.producer, title_vi="mới"),
            self.row(),
            kind="products",
        )

        problems = try_out("products", content).problems

        assert [(one.row, one.column) for one in problems] == [(2, "Tên tiếng Việt"), (4, "Tên tiếng Việt")]
        assert "dòng 3" in problems[1].words
