from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.db.utils import DatabaseError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.badges import badge_of, last_word_on
from catalogue.cards import cards_of, with_card_facts
from catalogue.certification import revoke
from catalogue.errors import CertificateChanged, CertificateMoved
from catalogue.models import Certificate, Product, read_code, store_star
from tests.catalogue.truth import star_on
from tests.factories import CertificateFactory, PackSizeFactory, ProductFactory, RuleSetFactory

pytestmark = pytest.mark.django_db
State = Certificate.State
DAY = date(2026, 11, 24)


def certificate(**facts):
    return CertificateFactory(**{"issued_on": date(2025, 1, 15), "expires_on": None, "stars": 3, **facts})


class TestStates:
    def test_a_day_before_the_first_is_upcoming(self):
        assert certificate().state_on(date(2025, 1, 14)) == State.UPCOMING

    def test_first_and_last_day_are_in_force(self):
        mine = certificate()

        assert mine.expires_on == date(2028, 1, 15)
        assert mine.state_on(date(2025, 1, 15)) == mine.state_on(date(2028, 1, 15)) == State.VALID
        assert mine.state_on(date(2028, 1, 16)) == State.EXPIRED

    def test_a_printed_last_day_wins(self):
        assert certificate(expires_on=date(2027, 12, 31)).state_on(date(2028, 1, 1)) == State.EXPIRED

    def test_grace_is_told_apart_from_valid_and_ends(self):
        mine = certificate(grace_until=date(2028, 7, 13), grace_reason="xét lại")

        assert mine.state_on(date(2028, 1, 16)) == State.GRACE
        assert mine.state_on(date(2028, 7, 14)) == State.EXPIRED

    def test_revocation_counts_from_its_day(self):
        mine = certificate(revoked_on=date(2026, 3, 1), revoked_reason="ngừng sản xuất")

        assert mine.state_on(date(2026, 2, 28)) == State.VALID
        assert mine.state_on(date(2026, 3, 1)) == State.REVOKED

    def test_an_upgrade_supersedes_from_its_first_day(self):
        first = certificate()
        certificate(product=first.product, issued_on=date(2026, 5, 1), stars=4)
        first.refresh_from_db()

        assert first.state_on(date(2026, 4, 30)) == State.VALID
        assert first.state_on(date(2026, 5, 1)) == State.SUPERSEDED
        assert first.effective_until == date(2026, 4, 30)


class TestTheDatabase:
    @pytest.mark.parametrize("stars", [0, 2, 6])
    def test_refuses_stars_that_no_council_awards(self, stars):
        with pytest.raises(IntegrityError), transaction.atomic():
            certificate(stars=stars)

    def test_refuses_an_expiry_before_the_issue(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            certificate(expires_on=date(2025, 1, 14))

    def test_refuses_a_revocation_before_the_issue(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            certificate(revoked_on=date(2025, 1, 14), revoked_reason="sai")

    def test_refuses_two_certificates_in_force_at_once_even_past_the_model(self):
        first = certificate()
        second = certificate(product=first.product, issued_on=date(2026, 5, 1))

        with pytest.raises(DatabaseError), transaction.atomic():
            Certificate.objects.filter(pk=second.pk).update(effective_from=date(2026, 4, 1))

    def test_lets_an_older_certificate_be_recorded_later(self):
        newer = certificate(issued_on=date(2026, 5, 1))
        older = certificate(product=newer.product, issued_on=date(2024, 1, 1))

        assert older.effective_until == date(2026, 4, 30)
        assert older.superseded_by == newer


class TestTheStoredStar:
    def test_is_written_by_the_certificates_own_save(self):
        with time_machine.travel("2026-11-24T12:00+07:00", tick=False):
            mine = certificate(stars=4)
            mine.product.refresh_from_db()

            assert (mine.product.stars_today, mine.product.certified_until) == (4, date(2028, 1, 15))

    def test_is_taken_back_by_a_revocation(self):
        with time_machine.travel("2026-11-24T12:00+07:00", tick=False):
            mine = certificate()
            mine.revoked_on, mine.revoked_reason = DAY, "ngừng sản xuất"
            mine.save()
            mine.product.refresh_from_db()

            assert mine.product.stars_today is None


class TestCodes:
    def test_are_read_as_people_type_them(self):
        assert read_code("ab-o1 il9z") == "AB01119Z"

    def test_are_unique_and_without_misleading_letters(self):
        codes = {certificate().code for _ in range(20)}

        assert len(codes) == 20
        assert not set("".join(codes)) & set("ILOU")


days = st.dates(min_value=date(2020, 1, 1), max_value=date(2034, 12, 31))
facts = st.fixed_dictionaries(
    {
        "issued_on": days | st.just(date(2024, 2, 29)) | st.just(date(2028, 2, 29)),
        "stars": st.integers(min_value=3, max_value=5),
        "revoked_after": st.none() | st.integers(min_value=0, max_value=1_500),
        "grace_days": st.none() | st.integers(min_value=1, max_value=180),
    }
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    history=st.lists(facts, min_size=1, max_size=5, unique_by=lambda fact: fact["issued_on"]),
    loose_days=st.lists(days, min_size=1, max_size=3),
    settles=st.booleans(),
)
def test_what_pages_and_lists_show_is_what_the_dates_say(history, loose_days, settles):
    """Over random histories and days, with the nightly task and without it."""
    with transaction.atomic():
        product = ProductFactory()
        for fact in history:
            issued = fact["issued_on"]
            mine = CertificateFactory.build(
                product=product, issued_on=issued, stars=fact["stars"], expires_on=None
            )
            mine.rule_set = RuleSetFactory()
            if fact["revoked_after"] is not None:
                mine.revoked_on, mine.revoked_reason = (
                    issued + timedelta(days=fact["revoked_after"]),
                    "vi phạm",
                )
            mine.save()
            if fact["grace_days"]:
                mine.grace_until, mine.grace_reason = (
                    mine.expires_on + timedelta(days=fact["grace_days"]),
                    "xét lại",
                )
                mine.save()
        certificates = list(Certificate.objects.filter(product=product))
        edges = {
            day + timedelta(days=step)
            for c in certificates
            for day in (c.issued_on, c.effective_until, c.expires_on)
            for step in (-1, 0, 1)
        }
        for day in sorted({*edges, *loose_days}):
            if settles:
                store_star(product.pk, day)
            expected = (star_on(certificates, day) or (None,))[0]
            in_force = list(Certificate.objects.in_force(day).filter(product=product))
            stored = Product.objects.filter(pk=product.pk, certified_until__gte=day).first()
            read = with_card_facts(Product.objects.filter(pk=product.pk))
            card = cards_of(read, day)[0]
            joined = (
                Product.objects.with_star(day).filter(pk=product.pk).values_list("usable__stars", flat=True)
            )

            assert [c.stars for c in in_force] == ([expected] if expected else [])
            assert card.badge.stars == expected
            assert list(joined) == [expected]
            if settles:
                assert (stored.stars_today if stored else None) == expected
            assert all(
                (c.state_on(day) in {State.VALID, State.GRACE}) == (c in in_force) for c in certificates
            )
            assert badge_of(last_word_on(certificates, day), day).stars == expected
        transaction.set_rollback(True)


class TestWriters:
    """Whoever writes, the history stays whole."""

    def test_an_object_read_before_a_revocation_cannot_undo_it(self):
        mine = certificate()
        stale = Certificate.objects.get(pk=mine.pk)
        revoke(certificate_id=mine.pk, on=date(2026, 3, 1), reason="ngừng sản xuất")
        stale.score = 90

        with pytest.raises(CertificateChanged):
            stale.save()
        assert Certificate.objects.get(pk=mine.pk).revoked_on == date(2026, 3, 1)

    def test_one_issued_between_two_others_takes_its_place(self):
        first = certificate()
        certificate(product=first.product, issued_on=date(2027, 6, 1))
        between = certificate(product=first.product, issued_on=date(2026, 6, 1))
        first.refresh_from_db()
        first.save()

        assert first.superseded_by == between
        assert first.effective_until == date(2026, 5, 31)

    def test_a_certificate_stays_with_its_product(self):
        mine = certificate()
        mine.product = ProductFactory()

        with pytest.raises(CertificateMoved):
            mine.save()

    def test_a_row_taken_away_leaves_a_whole_history_and_no_star(self):
        with time_machine.travel("2026-11-24T12:00+07:00", tick=False):
            first = certificate()
            second = certificate(product=first.product, issued_on=date(2026, 5, 1), stars=5)
            second.delete()
            first.refresh_from_db()
            first.product.refresh_from_db()

            assert (first.superseded_by, first.effective_until) == (None, date(2028, 1, 15))
            assert first.product.stars_today == 3
            first.delete()
            first.product.refresh_from_db()
            assert first.product.stars_today is None

    @pytest.mark.parametrize("owner", ["a pack size", "a product of the press"])
    def test_nothing_but_a_product_of_the_shop_can_carry_one(self, owner):
        product = PackSizeFactory() if owner == "a pack size" else ProductFactory(reported=True)

        with pytest.raises(DatabaseError), transaction.atomic():
            certificate(product=product)

    def test_grace_past_the_180th_day_is_refused_by_the_database(self):
        mine = certificate(grace_until=date(2028, 7, 13), grace_reason="xét lại")
        mine.grace_until = date(2028, 7, 14)

        with pytest.raises(DatabaseError), transaction.atomic():
            mine.save()
