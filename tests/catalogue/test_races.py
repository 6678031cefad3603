"""A product settled by one process while another takes it off sale; a label saved by two at once."""

import pytest
from django.db import models

from catalogue.models import LabelContents, Product
from catalogue.passport import selling
from core.clock import today
from tests.factories import ProductFactory, SaleRuleFactory, SetFactory
from tests.racing import meanwhile, without_the_guard

pytestmark = pytest.mark.django_db(transaction=True)


def take_off_while_settling(product_id: int, *, guarded: bool) -> list[str]:
    """Take the product off sale while the settling of it has read and not yet written."""

    def settle() -> None:
        if not guarded:
            without_the_guard()
        selling.settle_sale([product_id], today())

    def take_off() -> None:
        if not guarded:
            without_the_guard()
        selling.take_off_sale(product_id=product_id)

    return meanwhile((selling, "complete_until"), settle, take_off)


@pytest.fixture
def product():
    ocop_set = SaleRuleFactory(ocop_set=SetFactory(set_number=7)).ocop_set
    made = ProductFactory(ocop_set=ocop_set)
    Product.objects.filter(pk=made.pk).update(for_sale_until=today())  # so that settling has to write
    return made


def test_a_product_taken_off_sale_stays_off(product):
    assert take_off_while_settling(product.pk, guarded=True) == []

    product.refresh_from_db()
    assert (product.published_for_sale_at, product.for_sale_until) == (None, None)


def test_without_the_guard_it_comes_back_or_somebody_is_refused(product):
    """The control: SQLite refuses the late writer, PostgreSQL lets it put the product back on sale."""
    broken = take_off_while_settling(product.pk, guarded=False)

    product.refresh_from_db()
    assert broken or product.published_for_sale_at is not None


def save_twice_at_once(label: LabelContents, *, guarded: bool) -> list[str]:
    """Save the label while another save of it has counted its version and not yet written."""

    def save() -> None:
        if not guarded:
            without_the_guard()
        LabelContents.objects.get(pk=label.pk).save()

    return meanwhile((models.Model, "save_base"), save, save)


def versions(label: LabelContents) -> list[int]:
    return sorted(label.history.values_list("version", flat=True))


def test_two_who_save_a_label_at_once_make_two_versions(product):
    assert save_twice_at_once(product.label, guarded=True) == []

    assert versions(product.label) == [1, 2, 3]


def test_without_the_guard_a_version_is_counted_twice_or_somebody_is_refused(product):
    """The control: SQLite refuses the late writer, PostgreSQL lets both write the same number."""
    broken = save_twice_at_once(product.label, guarded=False)

    assert broken or versions(product.label) == [1, 2, 2]
