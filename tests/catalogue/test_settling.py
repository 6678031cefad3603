"""The nightly task: the stored star equals the certificates in force, in a few queries."""

from datetime import time, timedelta

import pytest
from django.core.management import call_command

from catalogue.models import Product
from catalogue.settling import Settled, settle
from core import clock_jobs
from core.clock import today
from core.generations import CATALOGUE, current
from tests.factories import CertificateFactory, ProductFactory

pytestmark = pytest.mark.django_db


def stored(product: Product) -> tuple[object, object]:
    product.refresh_from_db()
    return product.stars_today, product.certified_until


def test_a_star_begins_on_its_first_day():
    certificate = CertificateFactory(issued_on=today() + timedelta(days=1), stars=3)
    assert stored(certificate.product) == (None, None)

    settled = settle(today() + timedelta(days=1))

    assert settled == Settled(ended=0, changed=1, in_force=1)
    assert stored(certificate.product) == (3, certificate.effective_until)


def test_a_star_ends_after_its_last_day():
    certificate = CertificateFactory()

    settled = settle(certificate.expires_on + timedelta(days=1))

    assert settled == Settled(ended=1, changed=0, in_force=0)
    assert stored(certificate.product) == (None, None)


def test_a_successor_takes_over_on_its_day():
    first = CertificateFactory(stars=3)
    second = CertificateFactory(product=first.product, stars=4, issued_on=today() + timedelta(days=5))

    settle(today() + timedelta(days=5))

    assert stored(first.product) == (4, second.effective_until)


def test_a_second_run_writes_nothing():
    CertificateFactory()
    ProductFactory()
    settle(today())

    assert settle(today()) == Settled(ended=0, changed=0, in_force=1)


def test_needs_few_queries_whatever_the_number(django_assert_max_num_queries):
    for days in range(5):
        CertificateFactory(issued_on=today() - timedelta(days=100 + days))

    with django_assert_max_num_queries(6):
        settle(today() + timedelta(days=2000))


def test_pages_are_made_anew_when_a_star_changed(django_capture_on_commit_callbacks):
    certificate = CertificateFactory()
    before = current([CATALOGUE])

    with django_capture_on_commit_callbacks(execute=True):
        settle(certificate.expires_on + timedelta(days=1))

    assert current([CATALOGUE]) != before


def test_runs_at_midnight_and_by_hand(capsys):
    CertificateFactory()

    call_command("settle_certificates")

    assert "1 products with a certificate in force" in capsys.readouterr().out
    job = next(job for job in clock_jobs.registered() if job.name == "settle certificates")
    assert job.when == clock_jobs.Daily(at=time(0, 0))
