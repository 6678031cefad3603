"""The last two administrators erase themselves at the same moment: one of them stays."""

import pytest
from django.db import connection

from accounts.models import User
from accounts.personal import erase
from tests.factories import UserFactory
from tests.racing import meanwhile, without_the_guard

pytestmark = pytest.mark.django_db(transaction=True)


def both_at_once(*, guarded: bool) -> list[str]:
    """Let the second begin while the first has counted the other and not yet gone."""
    first, second = (UserFactory(is_superuser=True, is_staff=True) for _ in range(2))

    def go(who: User) -> None:
        if not guarded:
            without_the_guard()
        erase.erase_person(User.objects.get(pk=who.pk))

    return meanwhile((erase, "identity_of"), lambda: go(first), lambda: go(second))


def test_one_administrator_is_left():
    (refusal,) = both_at_once(guarded=True)

    assert "quản trị viên duy nhất" in refusal
    assert User.objects.filter(is_superuser=True).count() == 1


def test_control_without_the_lock_none_is_left_or_somebody_is_refused():
    """SQLite has one writer and refuses the late one; PostgreSQL lets both go."""
    broken = both_at_once(guarded=False)

    left = User.objects.filter(is_superuser=True).count()
    assert left == 0 if connection.vendor == "postgresql" else broken
