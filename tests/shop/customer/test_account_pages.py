"""The account area: for its person alone, in both languages, without script, at a fixed price."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.consents.queries import has_consented
from accounts.models import ConsentRecord, User
from shop.address.models import UserAddress
from shop.customer.urls import urlpatterns
from tests.factories import UnitFactory, UserAddressFactory
from tests.shop.customer.account import address_of
from tests.site_pages import new_site, pages  # noqa: F401  fixtures are found by their names

pytestmark = pytest.mark.usefixtures("new_site")
PAGES = ["summary", "profile-update", "address-list", "address-create", "consents", "data", "data-erase"]
OF_AN_ADDRESS = ["address-detail", "address-delete", "address-change-default"]


def new_address(**changes):
    UnitFactory(code="25405", name="Xã Bom Bo")
    values = {
        "full_name": "Thị Nở",
        "phone": "0912 345 678",
        "province": "75",
        "unit": "25405",
        "street": "Tổ 3",
        "landmark": "",
    }
    return values | changes


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_open_for_their_person_and_are_kept_by_nobody(signed_in, name, language):
    response = signed_in.get(address_of(name, language=language))

    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert "style=" not in response.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_address_sends_strangers_to_the_log_in_and_back(client, method):
    for pattern in urlpatterns:
        if pattern.name in {"erased", "login"}:
            continue
        args = [1] if pattern.name in OF_AN_ADDRESS else []
        response = getattr(client, method)(address_of(pattern.name, *args))
        assert response.status_code == 302, pattern.name
        assert response.url.startswith(reverse("account_login"))
        assert "next=" in response.url


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", OF_AN_ADDRESS)
def test_addresses_of_others_are_not_found(signed_in, name, method):
    foreign = UserAddressFactory(is_default_for_shipping=False)
    if (name, method) == ("address-change-default", "get"):
        pytest.skip("takes forms only")

    response = getattr(signed_in, method)(address_of(name, foreign.pk), new_address())

    assert response.status_code == 404
    foreign.refresh_from_db()
    assert not foreign.is_default_for_shipping


@pytest.mark.parametrize("name", ["address-change-default", "data-export"])
def test_no_link_changes_or_hands_out_anything(signed_in, user, name):
    args = [UserAddressFactory(user=user).pk] if name in OF_AN_ADDRESS else []

    assert signed_in.get(address_of(name, *args)).status_code == 405


def test_forms_need_their_token(user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)

    assert client.post(address_of("address-create"), new_address()).status_code == 403
    assert not UserAddress.objects.exists()


def test_pages_cost_the_same_with_few_and_with_many_rows(signed_in, user):
    names = ["summary", "address-list", "consents", "data-erase"]
    costs = []
    for _round in range(2):
        for number in range(9):
            ConsentRecord.objects.create(
                user=user,
                purpose="marketing_sms",
                given=bool(number % 2),
                text_version="2026-11-24",
                language="vi",
                channel="account",
            )
            UserAddressFactory(user=user)
        for name in names:
            signed_in.get(address_of(name))  # the site's own words are read once
            with CaptureQueriesContext(connection) as queries:
                signed_in.get(address_of(name))
            costs.append(len(queries))

    assert costs[: len(names)] == costs[len(names) :]
    assert max(costs) <= 15, dict(zip(names, costs, strict=False))


def test_the_first_page_says_what_is_missing(signed_in, user):
    User.objects.filter(pk=user.pk).update(full_name="")
    page = signed_in.get(address_of("summary")).content.decode()

    assert "Chúng tôi chưa biết tên bạn." in page
    assert "Thêm địa chỉ nhận hàng" in page
    assert reverse("account_email") in page


def test_an_address_that_waits_for_its_link_is_told_as_such(signed_in, user):
    User.objects.filter(pk=user.pk).update(email=None)
    user.emailaddress_set.create(email="no.moi@example.vn", verified=False)

    summary = signed_in.get(address_of("summary")).content.decode()
    profile = signed_in.get(address_of("profile-update")).content.decode()

    assert "Xác nhận địa chỉ thư" in summary
    assert "Thêm thư điện tử" not in summary
    assert "no.moi@example.vn" in profile
    assert "chưa xác nhận" in profile


def test_the_first_page_is_quiet_when_all_is_there(signed_in, user):
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    UserAddressFactory(user=user)

    page = signed_in.get(address_of("summary")).content.decode()

    assert "Chào Thị Nở" in page
    assert "next-steps" not in page
    assert "1 địa chỉ" in page


def test_name_and_language_are_saved(signed_in, user):
    response = signed_in.post(address_of("profile-update"), {"full_name": "Thị Nở Em", "language": "en"})

    user.refresh_from_db()
    assert response.status_code == 302
    assert (user.full_name, user.language) == ("Thị Nở Em", "en")


@pytest.mark.parametrize("bad", [{"full_name": "", "language": "vi"}, {"full_name": "A", "language": "xx"}])
def test_a_bad_profile_is_shown_again_with_words(signed_in, user, bad):
    response = signed_in.post(address_of("profile-update"), bad)

    user.refresh_from_db()
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    assert (user.full_name, user.language) == ("Thị Nở", "vi")


def test_an_address_is_saved_without_script(signed_in, user):
    response = signed_in.post(address_of("address-create"), new_address())

    assert response.status_code == 303
    address = UserAddress.objects.get(user=user)
    assert (address.unit_id, str(address.phone_number)) == ("25405", "+84912345678")
    assert "xã Bom Bo, TP. Đồng Nai" in signed_in.get(response.url).content.decode()


def test_a_province_brings_its_communes_and_keeps_what_was_typed(signed_in):
    page = signed_in.post(
        address_of("address-create"), new_address(full_name="", street="Tổ 3", unit="", show_units="1")
    ).content.decode()

    assert '<option value="25405">Xã Bom Bo</option>' in page
    assert 'value="Tổ 3"' in page
    assert 'role="alert"' not in page
    assert not UserAddress.objects.exists()


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ({"full_name": ""}, "Họ và tên"),
        ({"phone": "12"}, "0912 345 678"),
        ({"province": ""}, "Tỉnh, thành phố"),
        ({"unit": ""}, "Hãy chọn xã, phường"),
        ({"unit": "99999"}, "Hãy chọn xã, phường"),
        ({"province": "xx"}, "Tỉnh, thành phố"),
        ({"street": ""}, "Số nhà và đường"),
        ({"street": "x" * 201}, "Số nhà và đường"),
        ({"unit": "", "province": "", "unit_text": "Không Đâu Cả"}, "Hãy chọn xã, phường"),
    ],
)
def test_a_bad_address_is_explained_and_kept(signed_in, bad, words):
    response = signed_in.post(address_of("address-create"), new_address(landmark="Cổng chợ", **bad))
    page = response.content.decode()

    assert response.status_code == 422
    assert words in page
    assert "Cổng chợ" in page
    assert not UserAddress.objects.exists()


def test_a_commune_of_another_province_is_not_taken(signed_in):
    other = UnitFactory(code="00004", province__code="01", province__name="Thành phố Hà Nội")

    response = signed_in.post(address_of("address-create"), new_address(unit=other.code))

    assert response.status_code == 422


def test_an_address_is_changed_and_removed(signed_in, user):
    address = UserAddressFactory(user=user)
    signed_in.post(address_of("address-detail", address.pk), new_address(street="Tổ 4"))
    address.refresh_from_db()
    assert address.line1 == "Tổ 4"

    assert "Tổ 4" in signed_in.get(address_of("address-delete", address.pk)).content.decode()
    assert UserAddress.objects.exists()
    signed_in.post(address_of("address-delete", address.pk))
    assert not UserAddress.objects.exists()


def test_boxes_start_empty_and_answers_are_kept_with_their_text(signed_in, user):
    assert "checked" not in signed_in.get(address_of("consents")).content.decode()

    signed_in.post(address_of("consents"), {"marketing_sms": "on"})
    page = signed_in.get(address_of("consents", language="en")).content.decode()
    assert has_consented(user, "marketing_sms")
    assert page.count("checked") == 1
    assert "số điện thoại của tôi" in page  # the text as it was read, though the page is English

    signed_in.post(address_of("consents"), {})
    assert not has_consented(user, "marketing_sms")
    assert "Withdrawn" in signed_in.get(address_of("consents", language="en")).content.decode()


def test_addresses_are_as_promised():
    assert address_of("summary") == "/tai-khoan/"
    assert address_of("summary", language="en") == "/en/account/"
