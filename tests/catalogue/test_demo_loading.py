"""Loading the demo shops again: nothing doubles, dates move along, real producers are left alone."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from catalogue.demo import SHOPS, load_demo
from catalogue.models import (
    Certificate,
    LabelContents,
    Lot,
    LotEvent,
    Product,
    ProductPaper,
    ProductTaxTreatment,
)
from core.clock import today
from core.data_files import DataFileError
from producers.models import Paper, Partner, SellerTaxTreatment, StockRecord
from tests.catalogue.conftest import QUIET

State = Certificate.State
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_shops")]
TABLES = (
    *(Partner, Product, StockRecord, Certificate, SellerTaxTreatment, ProductTaxTreatment),
    *(LabelContents, Lot, LotEvent, Paper, ProductPaper),
)


def contents() -> list[list[tuple[object, ...]]]:
    return [list(table.objects.order_by("pk").values_list()) for table in TABLES]


def test_a_second_load_changes_nothing():
    before = contents()
    histories = Product.history.count(), Certificate.history.count()

    load_demo(QUIET, today())

    assert contents() == before
    assert (Product.history.count(), Certificate.history.count()) == histories


@pytest.mark.parametrize("days", [1, 400])
def test_a_later_load_moves_the_dates_and_keeps_counts_and_codes(days):
    before = [len(table) for table in contents()]
    codes = set(Certificate.objects.values_list("code", flat=True))
    later = today() + timedelta(days=days)

    load_demo(QUIET, later)

    assert [len(table) for table in contents()] == before
    assert set(Certificate.objects.values_list("code", flat=True)) == codes
    assert {each.state_on(later) for each in Certificate.objects.all()} == set(State)


def test_what_was_sold_stays_sold():
    record = StockRecord.objects.filter(num_in_stock__gt=5).first()
    StockRecord.objects.filter(pk=record.pk).update(num_in_stock=5, num_allocated=2)

    load_demo(QUIET, today())

    record.refresh_from_db()
    assert (record.num_in_stock, record.num_allocated) == (5, 2)


def test_a_product_no_longer_named_is_hidden(tmp_path: Path):
    text = (SHOPS / "rung-thua.toml").read_text(encoding="utf-8")
    shorter = text[: text.rindex("[[products]]")]
    (tmp_path / "rung-thua.toml").write_text(shorter, encoding="utf-8")

    load_demo(QUIET, today(), tmp_path)

    hidden = Product.objects.filter(is_public=False)
    assert [product.title_vi for product in hidden] == ["Sáp ong nguyên khối, 250 g"]


def test_an_edited_title_is_set_back_on_the_same_product():
    product = Product.objects.get(title_vi="Cà phê bột Robusta rang mộc")
    Product.objects.filter(pk=product.pk).update(title_vi="Cà phê đã sửa")

    load_demo(QUIET, today())

    product.refresh_from_db()
    assert product.title_vi == "Cà phê bột Robusta rang mộc"
    assert Product.objects.filter(parent__isnull=True).count() == 93


def test_a_leap_day_as_last_day_is_no_trouble():
    load_demo(QUIET, date(2028, 2, 29) + timedelta(days=70))

    assert Certificate.objects.filter(expires_on=date(2028, 2, 29)).exists()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('unit = "25222"', 'unit = "25225"', "did not become"),
        ('kind = "farm"', 'kind = "shop"', "shop"),
        ("set = 4", "set = 27", "no set 27"),
        ('ingredient = "honey"', 'ingredient = "gold"', "gold"),
        ("founded = 2015", "found = 2015", "found"),
        ("tagline.en", "tagline.fr", "'en' is missing"),
        ("packs = [", "packs = ", "cannot be read"),
    ],
)
def test_a_broken_shop_is_named_and_nothing_is_changed(tmp_path: Path, old, new, words):
    before = contents()
    text = (SHOPS / "rung-thua.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "rung-thua.toml").write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(DataFileError, match=words):
        load_demo(QUIET, today(), tmp_path)

    assert contents() == before


def test_a_real_producer_is_never_written_over():
    Partner.objects.filter(code="rung-thua").update(is_demo=False)

    with pytest.raises(DataFileError, match="no demo producer"):
        load_demo(QUIET, today())


def test_refuses_where_this_is_no_demo_site(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO is off"):
        call_command("load_demo", verbosity=0)
