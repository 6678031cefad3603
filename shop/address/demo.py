"""Addresses of the demo's buyer, so that checkout and address book are not empty."""

from datetime import date

from accounts.models import User
from catalogue.demo.people import PEOPLE
from regions.models import Unit
from shop.address.models import UserAddress
from shop.address.services import AddressFields, add_address

BUYER = PEOPLE[0]
#: Commune, street and landmark; streets of these names do not exist there.
PLACES = (
    ("25405", "Số 1, đường Trình Diễn", "Cạnh nhà văn hóa thôn"),
    ("25195", "Số 2, đường Ví Dụ", ""),
)


def load_addresses(_day: date) -> str:
    """Save the buyer's addresses, if there are none."""
    buyer = User.objects.filter(phone=BUYER.phone, is_demo=True).first()
    if buyer is None or UserAddress.objects.filter(user=buyer).exists():
        return "0 demo addresses added"
    for code, street, landmark in PLACES:
        unit = Unit.objects.select_related("province").get(code=code)
        add_address(buyer, AddressFields(BUYER.full_name, str(buyer.phone), unit, street, landmark))
    return f"{len(PLACES)} demo addresses added"
