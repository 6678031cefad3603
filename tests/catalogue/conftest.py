"""Loaded data for whole modules: loading all communes takes seconds, so no test does it for itself."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from catalogue.demo import load_demo
from catalogue.loading import load_press_records, load_reference
from catalogue.loading.sources import DATA_DIR
from catalogue.models import Category, Product, SaleMode
from core.clock import today
from regions.loading import load_units
from tests.catalogue.reading import GTIN
from tests.factories import ProductFactory, SaleRuleFactory, SetFactory

#: Takes the lines of progress and shows nothing.
QUIET: Callable[[str], None] = lambda line: None  # noqa: E731


@pytest.fixture(scope="module")
def reference(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load what `load_reference` loads, for one module; each test adds its own transaction inside."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_reference(QUIET)
        load_units(QUIET)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def press_records(reference: None) -> None:
    """Load the press records on top."""
    load_press_records(QUIET)


@pytest.fixture
def for_sale() -> Category:
    """A set whose products can be bought."""
    return SaleRuleFactory(ocop_set=SetFactory(set_number=7), mode=SaleMode.BUY).ocop_set


@pytest.fixture
def product(for_sale: Category) -> Product:
    """One that is on sale, with a barcode."""
    return ProductFactory(ocop_set=for_sale, stocked=True, upc=GTIN)


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """A copy of the data files that a test may break."""
    return Path(shutil.copytree(DATA_DIR, tmp_path / "data"))


@pytest.fixture(scope="module")
def demo_shops(reference: None) -> None:
    """Load the demo shops on top of the reference data, counted from today."""
    load_demo(QUIET, today())
