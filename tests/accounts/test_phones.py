"""One spelling of a phone number in the database, whatever people type."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import E164
from accounts.phones import spaced, to_e164


@pytest.mark.parametrize(
    "typed",
    [
        "0912 000 111",
        "0912000111",
        "0912.000.111",
        "(0912) 000-111",
        "+84912000111",
        "+84 912 000 111",
        "84912000111",
        "84 912 000 111",
        "0084912000111",
        " 0912\u00a0000\u00a0111 ",
        "０９１２０００１１１",
    ],
)
def test_every_spelling_is_one_number(typed):
    assert to_e164(typed) == "+84912000111"


@pytest.mark.parametrize("typed", ["+1 202 555 0143", "+82 2-312-3456", "02513 822 288"])
def test_foreign_and_fixed_numbers_are_numbers_too(typed):
    E164(to_e164(typed))


@pytest.mark.parametrize(
    "typed", ["", "0", "12", "0912", "091200011122334455", "abc", "+84", "x" * 5_000, "\x00"]
)
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(ValidationError):
        to_e164(typed)


@given(st.text(max_size=40))
def test_any_text_is_refused_or_becomes_e164(typed):
    try:
        number = to_e164(typed)
    except ValidationError:
        return
    E164(number)
    assert to_e164(number) == number


def test_pages_show_numbers_as_people_write_them():
    assert spaced("+84912345678").replace(" ", "") == "0912345678"
    assert spaced("+12025550143").startswith("+1 ")
