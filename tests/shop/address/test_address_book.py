"""The address book: a person's own, one default, no doubles, so many and no more."""

import pytest
from django.db import IntegrityError, transaction

from core.clock import today
from shop.address.demo import BUYER, PLACES, load_addresses
from shop.address.errors import AddressBookFull, AddressKnown
from shop.address.models import Country, UserAddress
from shop.address.services import (
    MOST,
    AddressFields,
    add_address,
    change_address,
    make_default,
    remove_address,
)
from shop.order.models import ShippingAddress
from tests.factories import UnitFactory, UserAddressFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return UserFactory()


def fields(**changes):
    values = {"full_name": "Thị Nở", "phone": "+84912345678", "street": "Tổ 3, thôn Bù Môn"}
    return AddressFields(**values | {"unit": UnitFactory(code="25396", name="Xã Bom Bo")} | changes)


def default_of(user):
    return UserAddress.objects.get(user=user, is_default_for_shipping=True)


def test_a_new_site_knows_the_country():
    assert Country.objects.get(pk="VN").is_shipping_country


def test_an_address_reads_as_it_is_written_in_vietnam(user):
    address = add_address(user, fields(landmark="Đối diện cổng chợ"))

    assert address.summary == "Thị Nở, Tổ 3, thôn Bù Môn, xã Bom Bo, TP. Đồng Nai, Việt Nam"
    assert (address.place, address.phone_words) == ("xã Bom Bo, TP. Đồng Nai", "0912 345 678")


def test_oscars_copy_for_an_order_takes_all_of_it(user):
    copy = ShippingAddress()
    add_address(user, fields(landmark="Đối diện cổng chợ")).populate_alternative_model(copy)

    assert (copy.name, copy.line1, copy.line3, copy.line4) == (
        "Thị Nở",
        "Tổ 3, thôn Bù Môn",
        "xã Bom Bo",
        "TP. Đồng Nai",
    )
    assert (str(copy.phone_number), copy.notes, copy.country_id) == (
        "+84912345678",
        "Đối diện cổng chợ",
        "VN",
    )


def test_the_first_is_the_default_and_another_may_take_its_place(user):
    first = add_address(user, fields())
    second = add_address(user, fields(street="Chợ Bom Bo"))
    assert default_of(user) == first

    make_default(user, second.pk)
    assert default_of(user) == second
    change_address(user, second.pk, fields(street="Chợ Bom Bo cũ"), is_default=False)
    assert default_of(user) == second


def test_the_database_knows_one_default_only(user):
    UserAddressFactory(user=user, is_default_for_shipping=True)
    other = UserAddressFactory(user=user)

    with pytest.raises(IntegrityError), transaction.atomic():
        UserAddress.objects.filter(pk=other.pk).update(is_default_for_shipping=True)


def test_removing_the_default_names_an_heir(user):
    first = add_address(user, fields())
    second = add_address(user, fields(street="Chợ Bom Bo"))

    remove_address(user, first.pk)

    assert default_of(user) == second
    remove_address(user, second.pk)
    assert not UserAddress.objects.exists()


def test_the_same_twice_is_refused_with_a_sentence(user):
    add_address(user, fields())
    second = add_address(user, fields(street="Chợ Bom Bo"))

    with pytest.raises(AddressKnown, match="đã có"):
        add_address(user, fields(phone="+84987654321"))
    with pytest.raises(AddressKnown):
        change_address(user, second.pk, fields())


def test_a_book_has_an_end(user):
    unit = UnitFactory()
    for number in range(MOST):
        UserAddressFactory(user=user, unit=unit, line1=f"{number} đường Thử")

    with pytest.raises(AddressBookFull, match=str(MOST)):
        add_address(user, fields())


@pytest.mark.parametrize("verb", [make_default, remove_address])
def test_addresses_of_others_do_not_exist(user, verb):
    foreign = UserAddressFactory()

    with pytest.raises(UserAddress.DoesNotExist):
        verb(user, foreign.pk)
    with pytest.raises(UserAddress.DoesNotExist):
        change_address(user, foreign.pk, fields())


def test_the_demo_buyer_has_addresses_once():
    buyer = UserFactory(phone=BUYER.phone, is_demo=True)
    for code, _street, _landmark in PLACES:
        UnitFactory(code=code)

    assert load_addresses(today()) == "2 demo addresses added"
    assert load_addresses(today()) == "0 demo addresses added"
    assert UserAddress.objects.filter(user=buyer).count() == 2


def test_a_real_person_with_that_number_gets_none():
    UserFactory(phone=BUYER.phone)

    assert load_addresses(today()) == "0 demo addresses added"
