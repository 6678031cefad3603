"""The invented catalogue: true to the rules of the database, marked as fictional, never beside orders."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.db.models import Count, F
from oscar.core.loading import get_model

from catalogue.models import Certificate, Product, SaleRule
from catalogue.passport.completeness import missing_for_sale
from catalogue.passport.selling import settle_sale
from catalogue.periods import lay_periods
from catalogue.settling import Settled, settle
from catalogue.synthetic import load_synthetic
from core.clock import today
from core.data_files import DataFileError
from producers.models import Partner, StockRecord
from tests.catalogue.conftest import QUIET
from tests.factories import CertificateFactory, ProducerFactory, ProductFactory, StockRecordFactory

pytestmark = pytest.mark.django_db

COUNT = 1500


@pytest.fixture
def synthetic(reference: None) -> None:
    load_synthetic(QUIET, products=COUNT, producers=30, seed=7, day=today())


@pytest.mark.usefixtures("synthetic")
def test_is_fictional_and_varied():
    assert Product.objects.filter(is_demo=True).count() == Product.objects.listed().count() == COUNT
    assert Partner.objects.filter(is_demo=True).count() == Partner.objects.count() == 30
    assert not Certificate.objects.filter(is_demo=False).exists()
    counts = Product.objects.aggregate(
        sets=Count("ocop_set", distinct=True),
        prices=Count("price_from", distinct=True),
        units=Count("producer__unit", distinct=True),
        districts=Count("producer__district", distinct=True),
        titles=Count("title_vi", distinct=True),
    )
    assert (counts["sets"], counts["titles"]) == (26, COUNT)
    assert counts["prices"] > 5
    assert counts["units"] > 10
    assert counts["districts"] > 5
    assert Product.objects.filter(available=0, price_from__isnull=False).exists()


@pytest.mark.usefixtures("synthetic")
def test_is_on_sale_by_the_law_of_its_set():
    for number in range(1, 27):
        product = Product.objects.filter(ocop_set__set_number=number).first()
        assert missing_for_sale(product, today()) == []
        assert product.is_published_on(today()) == (number not in {14, 15})
        assert product.label.name_vi == product.title_vi

    assert settle_sale(None, today()) == 0


@pytest.mark.usefixtures("synthetic")
def test_about_six_in_ten_have_a_certificate_in_force():
    in_force = Certificate.objects.in_force(today()).count()

    assert 0.55 * COUNT < in_force < 0.65 * COUNT
    assert Certificate.objects.count() > in_force
    assert set(Certificate.objects.values_list("stars", flat=True)) == {3, 4, 5}


@pytest.mark.usefixtures("synthetic")
def test_stored_stars_and_periods_are_what_the_rules_say():
    for certificate in Certificate.objects.all():
        (period,) = lay_periods([certificate])
        assert (certificate.effective_from, certificate.effective_until) == period
        certificate.clean_fields(exclude=["scan"])

    assert settle(today()) == Settled(0, 0, Certificate.objects.in_force(today()).count())


@pytest.mark.usefixtures("synthetic")
def test_stored_prices_and_stock_are_what_the_triggers_would_write():
    before = list(Product.objects.order_by("pk").values_list("pk", "price_from", "price_to", "available"))

    StockRecord.objects.update(price=F("price"))

    assert (
        list(Product.objects.order_by("pk").values_list("pk", "price_from", "price_to", "available"))
        == before
    )
    assert not StockRecord.objects.filter(product__ocop_set__set_number__in=(14, 15)).exists()


@pytest.mark.usefixtures("synthetic")
def test_the_rules_hold_again_afterwards():
    product = Product.objects.filter(stockrecords__isnull=False).first()
    product.stockrecords.update(price=1)
    product.refresh_from_db()
    assert product.price_from == 1

    with pytest.raises(IntegrityError), transaction.atomic():
        StockRecordFactory(product=ProductFactory(), partner=ProducerFactory())


@pytest.mark.usefixtures("synthetic")
def test_ordinary_saves_go_on_after_it():
    certificate = CertificateFactory()

    assert certificate.product.pk > Product.objects.filter(title_vi__endswith=" 1").count()
    assert StockRecordFactory().pk


def test_the_same_seed_makes_the_same_catalogue(reference: None):
    def catalogue_of(seed: int) -> list[tuple[object, ...]]:
        with transaction.atomic():
            load_synthetic(QUIET, products=50, producers=5, seed=seed, day=today())
            made = Product.objects.order_by("pk").values_list(
                "price_from", "ocop_set", "stars_today", "certified_until"
            )
            found = list(made)
            transaction.set_rollback(True)
        return found

    assert catalogue_of(1) == catalogue_of(1)
    assert catalogue_of(1) != catalogue_of(2)


def test_a_second_load_adds_to_the_first(reference: None):
    for _turn in range(2):
        call_command("load_synthetic", products=40, verbosity=0)

    assert Product.objects.count() == 80
    assert Partner.objects.count() == 2


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({"products": 0}, "--products"),
        ({"products": -5}, "--products"),
        ({"products": 10**9}, "--products"),
        ({"products": 10, "producers": 0}, "--producers"),
        ({"products": 10, "producers": 11}, "--producers"),
    ],
)
def test_refuses_bad_numbers(numbers, words):
    with pytest.raises(CommandError, match=words):
        call_command("load_synthetic", **numbers)


def test_refuses_words_for_numbers():
    with pytest.raises(CommandError, match="invalid int value"):
        call_command("load_synthetic", "--products", "many")


def test_refuses_where_orders_exist(reference: None):
    get_model("order", "Order").objects.create(
        number="1",
        currency="VND",
        total_incl_tax=1,
        total_excl_tax=1,
        shipping_incl_tax=0,
        shipping_excl_tax=0,
    )

    with pytest.raises(CommandError, match="There are orders here"):
        call_command("load_synthetic", products=10)

    assert not Product.objects.exists()


def test_refuses_without_reference_data():
    SaleRule.objects.all().delete()

    with pytest.raises(DataFileError, match="not loaded yet"):
        load_synthetic(QUIET, products=1, producers=1, seed=1, day=today())

    assert not Partner.objects.exists()
