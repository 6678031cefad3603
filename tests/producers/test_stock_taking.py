import threading

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection

from core.generations import current
from producers import stock_taking
from producers.errors import StockNotChanged
from producers.models import StockChange, StockRecord
from producers.stock_taking import Step, Wanted, change_stock
from tests.factories import StockRecordFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def stock():
    return StockRecordFactory(price=120_000, num_in_stock=20)


def change(stock, *, price=None, stock_step=None, by=None):
    wanted = Wanted(stock.pk, Step(*price) if price else None, Step(*stock_step) if stock_step else None)
    return change_stock(producer=stock.partner, by=by or UserFactory(), wanted=[wanted])


def numbers(stock):
    return StockRecord.objects.values_list("price", "num_in_stock").get(pk=stock.pk)


class TestChange:
    def test_writes_both_numbers_and_who_changed_them(self, stock):
        person = UserFactory()

        assert change(stock, price=(120_000, 125_000), stock_step=(20, 34), by=person) == 2
        assert numbers(stock) == (125_000, 34)
        rows = StockChange.objects.filter(stock_record=stock).values_list(
            "kind", "before", "after", "changed_by"
        )
        assert set(rows) == {("price", 120_000, 125_000, person.pk), ("stock", 20, 34, person.pk)}

    def test_what_is_unchanged_leaves_no_trace(self, stock):
        assert change(stock, price=(120_000, 120_000), stock_step=(20, 20)) == 0
        assert not StockChange.objects.exists()

    def test_a_first_price_comes_from_none(self):
        stock = StockRecordFactory(price=None)

        change(stock, price=(None, 90_000))

        assert numbers(stock)[0] == 90_000
        assert StockChange.objects.get().before is None

    def test_what_lists_show_follows(self, stock):
        change(stock, price=(120_000, 99_000), stock_step=(20, 3))

        stock.product.refresh_from_db()
        assert (stock.product.price_from, stock.product.available) == (99_000, 3)

    def test_pages_kept_so_far_are_left_behind(self, stock, django_capture_on_commit_callbacks):
        before = current()

        with django_capture_on_commit_callbacks(execute=True):
            change(stock, stock_step=(20, 3))

        assert current() != before


class TestRefusal:
    def test_a_stale_price_is_not_written_over_a_newer_one(self, stock):
        change(stock, price=(120_000, 130_000))

        with pytest.raises(StockNotChanged) as refused:
            change(stock, price=(120_000, 110_000))

        assert numbers(stock)[0] == 130_000
        refusal = refused.value.refusals[stock.pk]
        assert "130.000" in refusal.price
        assert refusal.price_now == 130_000
        assert StockChange.objects.count() == 1

    def test_sending_the_same_form_twice_is_harmless(self, stock):
        change(stock, price=(120_000, 130_000))

        assert change(stock, price=(120_000, 130_000)) == 0

    def test_a_number_that_fits_does_not_hide_behind_one_that_is_done(self, stock):
        change(stock, price=(120_000, 130_000))

        assert change(stock, price=(120_000, 130_000), stock_step=(20, 5)) == 1
        assert numbers(stock) == (130_000, 5)

    def test_stock_never_falls_below_what_is_reserved(self, stock):
        stock.allocate(8)

        with pytest.raises(StockNotChanged) as refused:
            change(stock, stock_step=(20, 7))

        assert "8" in refused.value.refusals[stock.pk].stock
        assert change(stock, stock_step=(20, 8)) == 1

    def test_all_or_nothing(self, stock):
        other = StockRecordFactory(product__producer=stock.partner, num_in_stock=5)
        change(other, stock_step=(5, 6))
        wanted = [Wanted(stock.pk, stock=Step(20, 1)), Wanted(other.pk, stock=Step(5, 9))]

        with pytest.raises(StockNotChanged) as refused:
            change_stock(producer=stock.partner, by=UserFactory(), wanted=wanted)

        assert set(refused.value.refusals) == {other.pk}
        assert (numbers(stock)[1], numbers(other)[1]) == (20, 6)

    def test_stock_of_another_producer_is_not_found(self, stock):
        foreign = StockRecordFactory()

        with pytest.raises(ObjectDoesNotExist):
            change_stock(
                producer=stock.partner,
                by=UserFactory(),
                wanted=[Wanted(stock.pk, stock=Step(20, 1)), Wanted(foreign.pk, stock=Step(20, 1))],
            )

        assert (numbers(stock)[1], numbers(foreign)[1]) == (20, 20)


def change_at_once(stock, counts):
    """Let people who all saw 20 packs write different counts at the same moment; return who got through."""
    people = [UserFactory() for _count in counts]
    gate, won = threading.Barrier(len(counts)), []

    def write(person, count):
        gate.wait()
        try:
            change(stock, stock_step=(20, count), by=person)
            won.append(count)
        except StockNotChanged:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=pair) for pair in zip(people, counts, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return won


@pytest.mark.django_db(transaction=True)
class TestRace:
    def test_one_of_several_at_once_gets_through_and_the_others_are_told(self, stock):
        won = change_at_once(stock, [31, 32, 33, 34])

        assert len(won) == 1
        assert numbers(stock)[1] == won[0]
        assert StockChange.objects.count() == 1

    def test_control_without_the_condition_later_ones_write_over_earlier_ones(self, stock, monkeypatch):
        def write_anyway(producer, record_id, kind, step):
            return bool(StockRecord.objects.filter(pk=record_id).update(num_in_stock=step.wanted))

        monkeypatch.setattr(stock_taking, "_write", write_anyway)

        assert len(change_at_once(stock, [31, 32, 33, 34])) == 4
