from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from catalogue.certification import grant_grace, revoke
from catalogue.errors import AlreadyRevoked, GraceRefused
from catalogue.models import GraceRule
from tests.factories import CertificateFactory, RuleSetFactory

pytestmark = pytest.mark.django_db
EXPIRY = date(2026, 6, 30)


@pytest.fixture
def certificate():
    return CertificateFactory(issued_on=date(2023, 6, 30), expires_on=EXPIRY)


@pytest.fixture
def rule():
    return GraceRule.objects.create(
        rule_set=RuleSetFactory(), expires_from=date(2026, 5, 22), expires_to=date(2026, 7, 21), basis="thử"
    )


def test_no_grace_until_the_office_has_recorded_which_expiry_dates_qualify(certificate):
    with pytest.raises(GraceRefused):
        grant_grace(certificate_id=certificate.pk, until=EXPIRY + timedelta(days=1), reason="đang xét lại")


def test_grace_runs_to_the_180th_day_and_no_further(certificate, rule):
    with pytest.raises(GraceRefused):
        grant_grace(certificate_id=certificate.pk, until=EXPIRY + timedelta(days=181), reason="đang xét lại")

    granted = grant_grace(
        certificate_id=certificate.pk, until=EXPIRY + timedelta(days=180), reason="đang xét lại"
    )

    assert granted.effective_until == date(2026, 12, 27)


def test_an_expiry_outside_the_recorded_dates_gets_no_grace(rule):
    late = CertificateFactory(issued_on=date(2023, 8, 1), expires_on=date(2026, 8, 1))

    with pytest.raises(GraceRefused):
        grant_grace(certificate_id=late.pk, until=date(2026, 9, 1), reason="đang xét lại")


def test_grace_and_revocation_need_a_reason(certificate, rule):
    with pytest.raises(ValidationError):
        grant_grace(certificate_id=certificate.pk, until=EXPIRY + timedelta(days=9), reason="")
    with pytest.raises(ValidationError):
        revoke(certificate_id=certificate.pk, on=date(2026, 1, 1), reason="")


def test_a_revocation_ends_the_star_and_stands(certificate):
    revoked = revoke(certificate_id=certificate.pk, on=date(2026, 1, 1), reason="ngừng sản xuất")

    assert revoked.effective_until == date(2025, 12, 31)
    with pytest.raises(AlreadyRevoked):
        revoke(certificate_id=certificate.pk, on=date(2026, 2, 1), reason="lần nữa")


def test_every_change_is_kept_in_the_history(certificate):
    revoke(certificate_id=certificate.pk, on=date(2026, 1, 1), reason="ngừng sản xuất")

    newest, first = certificate.history.all()[:2]
    assert (newest.revoked_on, first.revoked_on) == (date(2026, 1, 1), None)
