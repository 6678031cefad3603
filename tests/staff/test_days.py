"""Days in staff forms and filters: shown as the language writes them, read in either way."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from accounts.models import User
from catalogue.models import Lot
from tests.factories import LotFactory

MADE = date(2026, 4, 3)


@pytest.fixture
def speak(admin):
    def in_language(code):
        profile = UserProfile.get_for_user(User.objects.get())
        profile.preferred_language = code
        profile.save()
        return admin

    return in_language


@pytest.mark.parametrize(
    ("language", "shown", "calendar"), [("vi", "03/04/2026", "d/m/Y"), ("en", "2026-04-03", "Y-m-d")]
)
def test_a_field_shows_the_day_as_the_language_writes_it(speak, language, shown, calendar):
    lot = LotFactory(made_on=MADE, best_before=None)

    html = speak(language).get(reverse("staff_lots:edit", args=[lot.pk])).content.decode()

    assert f'value="{shown}"' in html
    assert f'"format": "{calendar}"' in html


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("typed", ["03/04/2026", "2026-04-03"])
def test_both_ways_of_writing_are_read_and_the_day_comes_first(speak, language, typed):
    lot = LotFactory()

    speak(language).post(reverse("staff_lots:edit", args=[lot.pk]), {"made_on": typed, "best_before": ""})

    assert Lot.objects.get().made_on == MADE


def test_a_day_that_is_none_is_refused(admin):
    lot = LotFactory(made_on=MADE)

    response = admin.post(reverse("staff_lots:edit", args=[lot.pk]), {"made_on": "04/31/2026"})

    assert response.status_code == 200
    assert Lot.objects.get().made_on == MADE


@pytest.mark.parametrize("typed", ["04/04/2026", "2026-04-04"])
def test_a_filter_reads_them_too(admin, typed):
    LotFactory(made_on=MADE, code="DAU-THANG")
    LotFactory(made_on=date(2026, 5, 1), code="SAU-DO")

    response = admin.get(reverse("staff_lots:index"), {"made_on__lte": typed})

    html = response.content.decode()
    assert "DAU-THANG" in html
    assert "SAU-DO" not in html


@pytest.mark.parametrize("screen", ["staff_certificates", "staff_labels"])
@pytest.mark.parametrize("typed", ["01/02/2026", "2026-02-01"])
def test_ranges_and_moments_are_filtered_by_days(admin, screen, typed):
    name = {"staff_certificates": "expires_on_from", "staff_labels": "changed_at__gte"}[screen]

    html = admin.get(reverse(f"{screen}:index"), {name: typed}).content.decode()

    assert typed in html
    assert "error-message" not in html
