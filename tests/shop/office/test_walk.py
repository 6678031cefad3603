"""A stranger walks every address of the office; new pages are walked by themselves.

The addresses come from the URL patterns and the methods from the views. A pattern with a part for which there
is no example fails, and so does a page of a shop that is no `OfficeView`.
"""

from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

from producers.models import Role
from shop.office.access import OfficeView
from tests.factories import InvitationFactory, MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db

METHODS = ("get", "post", "put", "patch", "delete")
#: Makes an example of each part of an address, as it belongs to a shop.
EXAMPLES = {
    "producer_id": lambda shop: shop.pk,
    "membership_id": lambda shop: MembershipFactory(producer=shop, role=Role.VIEWER).pk,
    "invitation_id": lambda shop: InvitationFactory(producer=shop).pk,
}
#: Pages that belong to no shop; each has tests of its own.
OF_NO_SHOP = {"shops", "invitation"}


@dataclass(frozen=True)
class Address:
    """One pattern of the office."""

    name: str
    parts: tuple[str, ...]
    view: type
    language: str

    def url(self, shop, *, of=None):
        """Return the address at `shop`, other parts taken from the shop `of`."""
        parts = {part: EXAMPLES[part](shop if part == "producer_id" else of or shop) for part in self.parts}
        with override(self.language):
            return reverse(f"office:{self.name}", kwargs=parts)

    @property
    def methods(self):
        return [method for method in METHODS if hasattr(self.view, method)]


def addresses_in(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses_in(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            yield pattern


def office_patterns():
    with override("vi"):
        found = get_resolver().namespace_dict["office"][1]
        return [(pattern.name, pattern) for pattern in addresses_in(found.url_patterns)]


def parts_of(name):
    with override("vi"):
        possibilities = get_resolver().namespace_dict["office"][1].reverse_dict.getlist(name)
    return tuple(possibilities[0][0][0][1])


ADDRESSES = [
    Address(name, parts_of(name), pattern.callback.view_class, language)
    for name, pattern in office_patterns()
    if name not in OF_NO_SHOP
    for language in ("vi", "en")
]
WALK = [pytest.param(each, id=f"{each.language}-{each.name}") for each in ADDRESSES]


def test_there_is_something_to_walk():
    assert {"overview", "products", "member", "withdraw"} <= {each.name for each in ADDRESSES}
    assert any("post" in each.methods for each in ADDRESSES)


@pytest.mark.parametrize("address", WALK)
def test_every_page_is_of_a_shop_and_has_examples(address):
    assert "producer_id" in address.parts, "list it among OF_NO_SHOP, and test who may open it"
    assert set(address.parts) <= set(EXAMPLES), "give an example of its parts"
    assert issubclass(address.view, OfficeView)
    assert set(address.view.readers) | set(address.view.writers) <= set(Role)


@pytest.mark.parametrize("address", WALK)
class TestStranger:
    def test_a_foreign_shop_is_not_found(self, address, signed_in):
        stranger = signed_in(MembershipFactory().user)
        url = address.url(MembershipFactory().producer)

        for method in METHODS:
            assert getattr(stranger, method)(url).status_code == 404, method

    def test_signed_out_people_are_led_to_the_log_in(self, address):
        url = address.url(MembershipFactory().producer)

        for method in address.methods:
            response = getattr(Client(), method)(url)
            assert response.status_code == 302, method
            assert f"next={url}" in response.headers["Location"]

    def test_people_without_a_shop_find_nothing(self, address, signed_in):
        url = address.url(MembershipFactory().producer)

        assert signed_in(UserFactory()).get(url).status_code == 404


@pytest.mark.parametrize("address", [each for each in WALK if each.values[0].parts != ("producer_id",)])
def test_foreign_things_are_not_found_at_the_own_shop(address, signed_in):
    ours = MembershipFactory()
    url = address.url(ours.producer, of=MembershipFactory().producer)

    for method in address.methods:
        assert getattr(signed_in(ours.user), method)(url).status_code == 404, method


@pytest.mark.parametrize("address", WALK)
@pytest.mark.parametrize("role", list(Role))
def test_own_pages_answer_as_the_role_reaches(address, role, signed_in):
    shop = MembershipFactory().producer
    browser = signed_in(MembershipFactory(producer=shop, role=role).user)
    url = address.url(shop)

    for method in address.methods:
        allowed = role in (address.view.readers if method == "get" else address.view.writers)
        response = getattr(browser, method)(url)
        if allowed:
            assert response.status_code in {200, 302, 303}, method
        else:
            assert response.status_code == 403, method
            assert "vai trò" in response.content.decode().lower() or address.language == "en"


#: What each page's forms are for; a page with forms that is missing here fails.
WRITERS = {
    "products": {Role.OWNER, Role.SALES, Role.PACKER},
    "invite": {Role.OWNER},
    "withdraw": {Role.OWNER},
    "member": {Role.OWNER},
    "remove": {Role.OWNER},
    "leave": set(Role),
}


def test_who_may_write_is_as_agreed():
    found = {each.name: set(each.view.writers) for each in ADDRESSES if each.methods != ["get"]}

    assert found == WRITERS
