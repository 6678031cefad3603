"""Strangers stay outside the staff areas, and only one form lets staff in."""

import pytest
from django.contrib.auth.models import Group

from tests.factories import UserFactory

AREAS = ["/cms/", "/cms/pages/", "/cms/users/", "/dashboard/", "/dashboard/orders/", "/dashboard/offers/"]


@pytest.mark.parametrize("address", AREAS)
def test_a_stranger_is_sent_to_the_log_in(client, db, address):
    response = client.get(address, follow=True)

    assert response.redirect_chain[-1][0].startswith("/tai-khoan/dang-nhap/?next=")
    assert response.status_code == 200


@pytest.mark.parametrize("address", AREAS)
def test_a_customer_is_refused(client, db, address):
    client.force_login(UserFactory())

    response = client.get(address, follow=True)

    assert response.status_code == 403


def test_staff_without_a_group_see_no_orders(client, db):
    client.force_login(UserFactory(is_staff=True))

    assert client.get("/dashboard/orders/").status_code == 403


def test_a_group_without_rights_does_not_open_the_admin(client, db):
    user = UserFactory(is_staff=True)
    user.groups.add(Group.objects.create(name="Không quyền"))
    client.force_login(user)

    assert client.get("/cms/").status_code == 302


def test_oscars_own_form_lets_nobody_in(client, db):
    UserFactory(email="nv@example.vn", is_staff=True, is_superuser=True, password="bí mật để thử 1")

    response = client.post("/dashboard/login/", {"username": "nv@example.vn", "password": "bí mật để thử 1"})

    assert response.status_code in {302, 405}
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("address", ["/dashboard/users/", "/dashboard/users/1/", "/dashboard/pages/"])
def test_what_wagtail_does_better_is_not_routed(client, db, address):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))

    assert client.get(address).status_code == 404


def test_a_customers_name_leads_to_wagtails_screen(client, db):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    customer = UserFactory()

    response = client.get(f"/dashboard/customers/{customer.pk}/", follow=True)

    assert response.redirect_chain[-1][0] == f"/cms/users/edit/{customer.pk}/"
    assert response.status_code == 200
