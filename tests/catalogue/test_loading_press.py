"""Press-reported products: as the file tells, never for sale, never certified, loaded whole or not at all."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from catalogue.loading import load_press_records
from catalogue.management.commands import load_public_records as command
from catalogue.models import Category, Certificate, PressReport, Product, SaleMode
from core.clock import today
from core.data_files import DataFileError
from producers.models import Partner, StockRecord
from tests.catalogue.conftest import QUIET

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("press_records")]

FILE = "binh-phuoc-products.csv"


def contents() -> list[list[tuple[object, ...]]]:
    tables = (Product, Product.history, Partner, PressReport)
    return [list(getattr(table, "objects", table).order_by("pk").values_list()) for table in tables]


def test_only_named_rows_become_products():
    counts = load_press_records(QUIET)

    assert (counts.rows, counts.products, counts.unnamed, counts.producers) == (74, 67, 7, 20)
    assert Product.objects.reported().count() == PressReport.objects.count() == 67
    assert not Product.objects.filter(title_vi__in=["Sầu riêng", "Giò chả", "Hoa khô nghệ thuật"]).exists()


def test_reported_products_are_neither_for_sale_nor_certified_nor_demo():
    for product in Product.objects.reported():
        assert product.sale_mode_on(today()) == SaleMode.SHOW
        assert not product.is_for_sale_on(today())
        assert not product.is_demo
        assert product.stars_today is None

    assert not StockRecord.objects.exists()
    assert not Certificate.objects.exists()
    assert not Product.objects.listed().exists()


def test_producers_are_reported_with_source_and_day():
    producers = Partner.objects.all()

    assert len(producers) == 20
    for producer in producers:
        assert producer.is_reported
        assert not producer.is_demo
        assert producer.source_url.startswith("http")
        assert producer.source_read_on == date(2026, 11, 23)


def test_the_row_is_kept_as_it_stood():
    report = PressReport.objects.get(row_number=68)

    assert report.row["name_vi"] == report.product.title_vi == "Kẹo hạt điều"
    assert report.row["note"].startswith("the article calls the range OCOP")
    assert (report.stars, report.year, report.file_name) == (None, 2025, FILE)
    assert report.name_is_back_translation
    assert report.read_on == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("when", "year"),
    [("2020 round, reported 2021", 2020), ("end of 2021", 2021), ("national recognition, June 2023", 2023)],
)
def test_the_year_is_that_of_the_round(when, year):
    years = PressReport.objects.filter(reported_when=when).values_list("year", flat=True)

    assert set(years) == {year}


def test_like_named_products_of_different_rounds_stay_apart():
    same = Product.objects.filter(title_vi="Hạt điều rang muối", producer__name="Công ty Cổ phần Hà Mỵ")

    reports = PressReport.objects.filter(product__in=same)

    assert len(same) == 2
    assert {(report.stars, report.reported_when) for report in reports} == {
        (4, "2023 round (15 four-star)"),
        (5, "national recognition, June 2023"),
    }


def test_what_the_file_leaves_open_stays_open():
    nest = Product.objects.get(title_vi="Yến sào Nam Phú")
    pomelo = Product.objects.get(title_vi="Bưởi da xanh")

    assert (nest.branch.code, nest.ocop_set) == ("I", None)
    assert (pomelo.producer, pomelo.ocop_set.set_number) == (None, 1)


def test_a_place_is_found_by_the_name_of_its_day():
    ha_my = Partner.objects.get(name="Công ty Cổ phần Hà Mỵ")

    assert ha_my.unit.name == "Phường Đồng Phú"  # a commune until 30/4/2026
    assert (ha_my.old_commune.name, ha_my.district.name) == ("Xã Tân Lập", "Huyện Đồng Phú")


def test_the_newest_word_on_each_part_of_a_place_counts():
    gia_bao = Partner.objects.get(name="Công ty Cổ phần Tập đoàn Gia Bảo")
    unknown = Partner.objects.get(name="Công ty Nam Hoa Thành")

    assert (gia_bao.unit.name, gia_bao.district.name) == ("Phường Bình Phước", "Thành phố Đồng Xoài")
    assert gia_bao.old_commune is None
    assert (unknown.unit, unknown.old_commune, unknown.district) == (None, None, None)


def test_a_second_load_changes_nothing():
    before = contents()

    load_press_records(QUIET)

    assert contents() == before


def test_a_claimed_product_and_producer_stay_as_their_owner_wrote_them():
    report = PressReport.objects.get(row_number=2)
    producer = report.product.producer
    Partner.objects.filter(pk=producer.pk).update(standing="active", name="Tên đã sửa")
    Product.objects.filter(pk=report.product_id).update(listing="listed", title_vi="Tên đã sửa")

    load_press_records(QUIET)

    producer.refresh_from_db()
    report.product.refresh_from_db()
    assert (producer.name, report.product.title_vi) == ("Tên đã sửa", "Tên đã sửa")
    assert Partner.objects.count() == 20


FIRST = "Điều nhân,4,"
BROKEN = [
    ("name_vi,stars,", "name_vi,", 1, "the header must be"),
    (FIRST, "Điều nhân,6,", 2, "stars is 6"),
    (FIRST, "Điều nhân,bốn,", 2, "stars is 'bốn'"),
    (FIRST, "Điều nhân,,", 2, "stars is empty"),
    (FIRST, ",4,", 2, "name_vi is empty"),
    ("Phường Bình Phước,Thực phẩm", "Phường Không Có,Thực phẩm", 56, "no unit Phường Không Có"),
    (",Phước Long,,", ",Không Có,,", 2, "no district Không Có"),
    ("Lộc Thiện,Lộc Ninh", "Lộc Thiên,Lộc Ninh", 23, "0 communes of Huyện Lộc Ninh"),
    ("Lộc Thiện,Lộc Ninh,Xã Lộc Tấn", "Lộc Thiện,Lộc Ninh,Xã Lộc Quang", 23, "did not become"),
    ("Thực phẩm,,named", "Đồ chơi,,named", 2, "group is 'Đồ chơi'"),
    ("Đồ uống,,kind_only", "Đồ uống,27,kind_only", 74, "likely_set_no_26_2026 is 27"),
    ("Thực phẩm,13,named", "Đồ uống,13,named", 16, "not of the branch"),
    ("named_product,,https", "named_product,,ftp", 2, "no address"),
    ("Doanh nghiệp", "Công ty", 2, "producer_type is 'Công ty'"),
    (FIRST, "Điều khác,4,", 2, "another report when it was loaded"),
]


@pytest.mark.parametrize(("old", "new", "row", "words"), BROKEN)
def test_a_broken_row_is_named_and_nothing_is_changed(data_folder: Path, old, new, row, words):
    before = contents()
    path = data_folder / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(DataFileError) as caught:
        load_press_records(QUIET, data_folder)

    assert (caught.value.file, caught.value.row) == (FILE, row)
    assert words in caught.value.reason
    assert contents() == before


def test_broken_letters_are_told_in_one_line(data_folder: Path, monkeypatch):
    before = contents()
    (data_folder / FILE).write_bytes(b"\xff" + (data_folder / FILE).read_bytes())
    monkeypatch.setattr(command, "load_press_records", partial(load_press_records, folder=data_folder))

    with pytest.raises(CommandError) as caught:
        call_command("load_public_records", verbosity=0)

    assert FILE in str(caught.value)
    assert "\n" not in str(caught.value)
    assert contents() == before


def test_a_row_that_breaks_late_leaves_nothing_behind(data_folder: Path):
    PressReport.objects.all().delete()
    Product.objects.all().delete()
    path = data_folder / FILE
    text = path.read_text(encoding="utf-8")
    # Seen only while the products are written: the set is not of the branch.
    path.write_text(text.replace("Thực phẩm,13,named", "Đồ uống,13,named"), encoding="utf-8")

    with pytest.raises(DataFileError):
        load_press_records(QUIET, data_folder)

    assert not Product.objects.exists()


def test_the_sets_come_first():
    Category.objects.update(set_number=None)

    with pytest.raises(DataFileError, match="load_reference comes first"):
        load_press_records(QUIET)
