"""The first page of `/cms/` tells what waits, to those who may do it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from catalogue.waiting import certificates_waiting, reports_waiting
from core.clock import today
from core.staff.groups import EDITORS, OFFICE
from tests.factories import CertificateFactory, PressReportFactory, UserFactory

DAY = today()


@pytest.fixture
def work(db):
    long_ago = DAY - timedelta(days=1_000)
    CertificateFactory(issued_on=long_ago, expires_on=DAY + timedelta(days=90))
    CertificateFactory(issued_on=long_ago, expires_on=DAY + timedelta(days=91))
    for _number in range(3):
        CertificateFactory(issued_on=long_ago, expires_on=DAY - timedelta(days=1))
    PressReportFactory()
    PressReportFactory()


def in_group(client, name):
    person = UserFactory(is_staff=True)
    person.groups.add(Group.objects.get(name=name))
    client.force_login(person)
    return person


def test_each_line_leads_to_the_list_of_exactly_these(client, work, rf):
    request = rf.get("/cms/")
    request.user = in_group(client, OFFICE)
    items = [*certificates_waiting(request), *reports_waiting(request)]

    assert [item.count for item in items] == [1, 3, 0, 2]
    for item in items:
        assert client.get(item.url).context["page_obj"].paginator.count == item.count
    html = client.get("/cms/").content.decode()
    for item in items:
        assert f'href="{item.url}"' in html


def test_who_may_not_see_the_register_is_told_nothing(client, work):
    in_group(client, EDITORS)

    html = client.get("/cms/").content.decode()

    assert reverse("staff_certificates:index") not in html
    assert "Việc đang chờ" not in html


def test_what_waits_costs_a_few_queries(client, work, rf, django_assert_num_queries):
    request = rf.get("/cms/")
    request.user = in_group(client, OFFICE)
    request.user.has_perm("catalogue.view_certificate")

    with django_assert_num_queries(4):
        list(certificates_waiting(request)), list(reports_waiting(request))
