import pytest

from catalogue.demo.people import SHOP
from core.clock import today
from producers.models import Invitation, Membership, Role, StockChange, StockRecord
from shop.office.demo import MEMBERS, SECOND_SHOP, load_office
from tests.factories import ProducerFactory, StockRecordFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def shops():
    shop = ProducerFactory(code=SHOP)
    for _ in range(4):
        StockRecordFactory(product__producer=shop)
    ProducerFactory(code=SECOND_SHOP)


def test_loading_twice_changes_nothing(shops):
    first = load_office(today())
    numbers = list(StockRecord.objects.order_by("pk").values("price", "num_in_stock"))
    rows = [model.objects.count() for model in (Membership, Invitation, StockChange)]

    assert load_office(today()) == first
    assert [model.objects.count() for model in (Membership, Invitation, StockChange)] == rows
    assert list(StockRecord.objects.order_by("pk").values("price", "num_in_stock")) == numbers


def test_members_are_demo_people_in_every_role(shops):
    load_office(today())

    members = Membership.objects.select_related("user")
    assert {member.role for member in members} >= {Role.OWNER, Role.SALES, Role.VIEWER}
    assert len(members) == len(MEMBERS)
    assert all(member.user.is_demo for member in members)


def test_the_history_ends_at_what_is_stored(shops):
    load_office(today())

    for change in StockChange.objects.select_related("stock_record"):
        record = change.stock_record
        assert change.after == (record.price if change.kind == "price" else record.num_in_stock)
