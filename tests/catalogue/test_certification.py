import random
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from catalogue.certification import (
    correct,
    end_grace,
    grant_grace,
    issue,
    revoke,
    strike,
    take_back_revocation,
)
from catalogue.errors import AlreadyRevoked, CertificateChanged, GraceRefused, NotRevoked
from catalogue.models import Certificate, GraceRule
from catalogue.periods import expiry_of
from core.clock import today
from tests.factories import CertificateFactory, PackSizeFactory, ProductFactory, RuleSetFactory

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


def paper(**facts):
    """A certificate as it was read from paper, not saved."""
    product = facts.pop("product", None) or ProductFactory()
    return CertificateFactory.build(
        **{
            "product": product,
            "rule_set": RuleSetFactory(),
            "decided_on": today() - timedelta(days=10),
            "issued_on": today() - timedelta(days=10),
            "score": 80,
            **facts,
        }
    )


def test_an_issued_certificate_runs_36_months_and_supersedes_the_one_before():
    product = ProductFactory()
    first = CertificateFactory(product=product)

    second = issue(paper(product=product))

    first.refresh_from_db()
    product.refresh_from_db()
    assert second.expires_on == expiry_of(second.issued_on)
    assert first.superseded_by == second
    assert product.certified_until == second.expires_on


def test_a_demo_product_has_demo_certificates():
    assert issue(paper(product=ProductFactory(is_demo=True))).is_demo


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"stars": 6}, "stars"),
        ({"authority_level": "centre"}, "authority_level"),
        ({"score": 69}, "score"),
        ({"score": 101}, "score"),
        ({"decided_on": today() + timedelta(days=1), "issued_on": today() + timedelta(days=1)}, "decided_on"),
        ({"decided_on": date(2019, 1, 1)}, "decided_on"),
        ({"issued_on": today() - timedelta(days=11)}, "issued_on"),
        ({"expires_on": today() - timedelta(days=10)}, "expires_on"),
        ({"expires_on": today() + timedelta(days=365 * 6)}, "expires_on"),
        ({"decision_number": ""}, "decision_number"),
    ],
)
def test_what_speaks_against_a_certificate_is_said_by_field(facts, field):
    with pytest.raises(ValidationError) as refused:
        issue(paper(**facts))

    assert field in refused.value.message_dict
    assert not Certificate.objects.exists()


def test_a_pack_size_and_a_reported_product_get_no_certificate():
    for product in (PackSizeFactory(), ProductFactory(reported=True)):
        with pytest.raises(ValidationError) as refused:
            issue(paper(product=product))
        assert "product" in refused.value.message_dict


def test_all_faults_are_said_at_once():
    with pytest.raises(ValidationError) as refused:
        issue(paper(stars=5, score=10, authority_level="province", decision_number=""))

    assert set(refused.value.message_dict) == {"score", "authority_level", "decision_number"}


def test_a_printed_code_belongs_to_one_product():
    first = issue(paper(printed_code="75-25396-001-2026"))

    with pytest.raises(ValidationError):
        issue(paper(printed_code="75-25396-001-2026"))

    again = issue(paper(product=first.product, issued_on=today(), printed_code="75-25396-001-2026"))
    assert again.supersedes == first


def test_two_certificates_of_one_day_are_refused(certificate):
    with pytest.raises(ValidationError):
        issue(
            paper(
                product=certificate.product, issued_on=certificate.issued_on, decided_on=certificate.issued_on
            )
        )


def test_a_typing_error_is_mended_and_the_history_laid_out_anew(certificate):
    mended = correct(
        certificate_id=certificate.pk,
        revision=certificate.revision,
        printed={"stars": 3, "score": None, "expires_on": date(2027, 6, 30)},
    )

    certificate.product.refresh_from_db()
    assert mended.effective_until == date(2027, 6, 30)
    assert certificate.product.stars_today == 3


def test_a_correction_of_something_read_before_another_change_is_refused(certificate):
    revision = certificate.revision
    revoke(certificate_id=certificate.pk, on=date(2026, 1, 1), reason="ngừng sản xuất")

    with pytest.raises(CertificateChanged):
        correct(certificate_id=certificate.pk, revision=revision, printed={"stars": 3})


def test_only_what_is_printed_can_be_corrected(certificate):
    with pytest.raises(ValueError, match="revoked_on"):
        correct(certificate_id=certificate.pk, revision=certificate.revision, printed={"revoked_on": None})


def test_a_revocation_recorded_by_mistake_is_taken_back(certificate):
    revoke(certificate_id=certificate.pk, on=date(2026, 1, 1), reason="nhầm")

    assert take_back_revocation(certificate_id=certificate.pk).effective_until == EXPIRY
    with pytest.raises(NotRevoked):
        take_back_revocation(certificate_id=certificate.pk)


def test_a_row_that_should_never_have_been_goes_unless_it_was_revoked(certificate):
    newer = CertificateFactory(product=certificate.product, issued_on=date(2026, 1, 1), stars=3)
    strike(certificate_id=newer.pk)
    certificate.refresh_from_db()
    assert (certificate.superseded_by, certificate.effective_until) == (None, EXPIRY)

    revoke(certificate_id=certificate.pk, on=date(2026, 1, 1), reason="ngừng sản xuất")
    with pytest.raises(ValidationError):
        strike(certificate_id=certificate.pk)


def test_grace_can_end_early_and_a_revoked_certificate_gets_none(certificate, rule):
    grant_grace(certificate_id=certificate.pk, until=EXPIRY + timedelta(days=100), reason="đang xét lại")

    ended = end_grace(certificate_id=certificate.pk, on=EXPIRY + timedelta(days=50))
    assert ended.effective_until == EXPIRY + timedelta(days=49)
    assert end_grace(certificate_id=certificate.pk, on=EXPIRY).grace_until is None
    with pytest.raises(GraceRefused):
        end_grace(certificate_id=certificate.pk, on=EXPIRY)

    revoke(certificate_id=certificate.pk, on=EXPIRY, reason="ngừng sản xuất")
    with pytest.raises(GraceRefused):
        grant_grace(certificate_id=certificate.pk, until=EXPIRY + timedelta(days=9), reason="đang xét lại")


def test_a_replaced_certificate_gets_no_grace(certificate, rule):
    CertificateFactory(product=certificate.product, issued_on=date(2026, 6, 1))

    with pytest.raises(GraceRefused):
        grant_grace(certificate_id=certificate.pk, until=EXPIRY + timedelta(days=9), reason="đang xét lại")


@pytest.mark.parametrize("seed", range(30))
def test_the_database_and_the_object_agree_on_the_state_of_any_day(seed):
    dice = random.Random(seed)
    product, start = ProductFactory(), date(2022, 1, 1)
    for _turn in range(dice.randint(1, 4)):
        start += timedelta(days=dice.randint(1, 900))
        mine = CertificateFactory(product=product, issued_on=start)
        if dice.random() < 0.3:
            mine.grace_until, mine.grace_reason = (
                mine.expires_on + timedelta(days=dice.randint(1, 180)),
                "thử",
            )
        if dice.random() < 0.3:
            mine.revoked_on, mine.revoked_reason = start + timedelta(days=dice.randint(0, 1300)), "thử"
        mine.save()

    for _day in range(12):
        day = date(2022, 1, 1) + timedelta(days=dice.randint(0, 4000))
        told = {mine.pk: mine.state_on(day) for mine in Certificate.objects.select_related("superseded_by")}
        found = {
            mine.pk: state for state in Certificate.State for mine in Certificate.objects.in_state(state, day)
        }
        assert found == told
