import pytest

pytestmark = pytest.mark.django_db


def directives(response):
    return dict(part.split(" ", 1) for part in response["Content-Security-Policy"].split("; "))


@pytest.mark.parametrize("address", ["/", "/en/", "/san-pham/", "/chung-nhan/", "/khong-co/"])
def test_public_pages_allow_nothing_inline_and_nothing_from_outside(client, address):
    policy = directives(client.get(address))

    assert policy["default-src"] == "'self'"
    assert "unsafe-inline" not in str(policy)
    assert policy["form-action"] == "'self'"


def test_staff_areas_have_a_looser_policy_that_still_loads_nothing_from_outside(client):
    policy = directives(client.get("/cms/login/"))

    assert "'unsafe-inline'" in policy["script-src"]
    assert "http" not in str(policy)


def test_permissions_and_referrer_are_limited(client):
    response = client.get("/san-pham/")

    assert "geolocation=(self)" in response["Permissions-Policy"]
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.parametrize("address", ["/", "/san-pham/", "/robots.txt", "/khong-co/"])
def test_a_demo_on_a_public_address_is_kept_out_of_search_engines(client, settings, address):
    settings.NOINDEX_ALL = True

    assert client.get(address)["X-Robots-Tag"] == "noindex"
