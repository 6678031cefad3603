import threading

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from oscar.apps.order.exceptions import UnableToPlaceOrder
from oscar.apps.partner.abstract_models import AbstractStockRecord
from oscar.apps.partner.exceptions import InvalidStockAdjustment

from catalogue.models import Product
from producers.models import StockRecord
from tests.factories import (
    PackSizeFactory,
    ParentFactory,
    ProducerFactory,
    ProductFactory,
    StockRecordFactory,
)

pytestmark = pytest.mark.django_db


class TestAllocation:
    def test_reserves_up_to_what_is_there_and_no_more(self):
        stock = StockRecordFactory(num_in_stock=3)
        stock.allocate(3)

        with pytest.raises(UnableToPlaceOrder):
            stock.allocate(1)
        stock.refresh_from_db()
        assert (stock.num_in_stock, stock.num_allocated) == (3, 3)

    def test_what_leaves_the_house_was_reserved_first(self):
        stock = StockRecordFactory(num_in_stock=3)
        stock.allocate(2)
        stock.consume_allocation(2)

        assert (stock.num_in_stock, stock.num_allocated) == (1, 0)
        with pytest.raises(InvalidStockAdjustment):
            stock.consume_allocation(1)

    def test_more_than_was_reserved_cannot_be_freed(self):
        stock = StockRecordFactory(num_in_stock=3)
        stock.allocate(1)

        with pytest.raises(InvalidStockAdjustment):
            stock.cancel_allocation(2)

    def test_a_quantity_below_zero_is_refused(self):
        with pytest.raises(ValueError, match="not negative"):
            StockRecordFactory().allocate(-1)


def buy_at_once(stock, allocate, buyers):
    """Let several buyers take one pack at the same moment; return how many succeeded."""
    gate, won, lock = threading.Barrier(buyers), [], threading.Lock()

    def buy():
        mine = StockRecord.objects.get(pk=stock.pk)
        gate.wait()
        try:
            with transaction.atomic():
                allocate(mine)
        except (UnableToPlaceOrder, DatabaseError):
            pass
        else:
            with lock:
                won.append(1)
        finally:
            connection.close()

    threads = [threading.Thread(target=buy) for _ in range(buyers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(won)


@pytest.mark.django_db(transaction=True)
class TestRace:
    def test_the_last_packs_go_to_as_many_buyers_as_there_are_packs(self):
        stock = StockRecordFactory(num_in_stock=2)

        assert buy_at_once(stock, lambda mine: mine.allocate(1), buyers=8) == 2
        stock.refresh_from_db()
        assert stock.num_allocated == 2

    def test_control_without_the_condition_the_constraint_alone_must_refuse(self):
        """Oscar's own allocation asks nothing: only the database's check stops the third buyer."""
        stock = StockRecordFactory(num_in_stock=2)

        won = buy_at_once(stock, lambda mine: AbstractStockRecord.allocate(mine, 1), buyers=8)

        assert won == 2
        stock.refresh_from_db()
        with pytest.raises(IntegrityError), transaction.atomic():
            AbstractStockRecord.allocate(stock, 1)


class TestTheDatabase:
    def test_one_record_for_each_product(self):
        stock = StockRecordFactory()

        with pytest.raises(IntegrityError), transaction.atomic():
            StockRecordFactory(product=stock.product)

    def test_stock_of_another_producer_is_refused(self):
        with pytest.raises(DatabaseError), transaction.atomic():
            StockRecordFactory(partner=ProducerFactory())

    def test_a_product_with_stock_cannot_change_its_producer(self):
        product = StockRecordFactory().product

        with pytest.raises(DatabaseError), transaction.atomic():
            Product.objects.filter(pk=product.pk).update(producer=ProducerFactory())

    @pytest.mark.parametrize("numbers", [{"num_allocated": -1}, {"num_in_stock": 1, "num_allocated": 2}])
    def test_numbers_that_cannot_be_are_refused(self, numbers):
        with pytest.raises(IntegrityError), transaction.atomic():
            StockRecordFactory(**numbers)

    def test_another_currency_is_refused(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            StockRecordFactory(price_currency="USD")


class TestSummary:
    def summary(self, product):
        return Product.objects.values_list("price_from", "price_to", "available").get(pk=product.pk)

    def test_follows_every_change_of_the_pack_sizes(self):
        parent = ParentFactory()
        small = StockRecordFactory(product=PackSizeFactory(parent=parent), price=98_000, num_in_stock=5)
        large = StockRecordFactory(product=PackSizeFactory(parent=parent), price=365_000, num_in_stock=2)
        assert self.summary(parent) == (98_000, 365_000, 7)

        small.allocate(4)
        assert self.summary(parent) == (98_000, 365_000, 3)

        StockRecord.objects.filter(pk=large.pk).update(price=345_000)
        assert self.summary(parent) == (98_000, 345_000, 3)

        Product.objects.filter(pk=small.product_id).update(is_public=False)
        assert self.summary(parent) == (345_000, 345_000, 2)

        large.delete()
        assert self.summary(parent) == (None, None, 0)

    def test_is_not_written_back_by_a_product_read_earlier(self):
        product = ProductFactory()
        StockRecordFactory(product=product, price=120_000, num_in_stock=20)
        product.title_vi = "Tên mới"
        product.save()

        assert self.summary(product) == (120_000, 120_000, 20)
