"""GTINs, lot codes and the links that packs carry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.gs1 import check_digit, digital_link, is_lot_code, read_gtin, shown_gtin


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("96385074", "00000096385074"),
        ("036000291452", "00036000291452"),
        ("4006381333931", "04006381333931"),
        ("9506000134352", "09506000134352"),
        ("10614141000415", "10614141000415"),
        (" 4006381-333931 ", "04006381333931"),
    ],
)
def test_published_numbers_of_every_length_are_read(typed, stored):
    assert read_gtin(typed) == stored
    assert read_gtin(shown_gtin(stored)) == stored


@pytest.mark.parametrize(
    "typed",
    [
        *("", "0", "123", "4006381333932", "400638133393", "40063813339311111", "4006381333931a"),
        *("４００６３８１３３３９３１", "٤٠٠٦٣٨١٣٣٣٩٣١", "00000000000000", "00000000", "-4006381333931x"),
        *("4006381\n333931", "4.006381333931e12", "NaN"),
    ],
)
def test_what_is_no_gtin_is_refused(typed):
    with pytest.raises(ValueError, match=r"GTIN|check digit"):
        read_gtin(typed)


@given(st.text("0123456789", min_size=13, max_size=13).filter(int), st.integers(0, 13), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(digits, place, step):
    right = digits + check_digit(digits)
    wrong = right[:place] + str((int(right[place]) + step) % 10) + right[place + 1 :]

    assert read_gtin(right) == right
    with pytest.raises(ValueError, match=r"check digit|noughts"):
        read_gtin(wrong)


@pytest.mark.parametrize("code", ["L1", "a" * 20, "A/B", "A%2F", "10-11-2026", "!\"%&'()*+,-.:;<=>?_"])
def test_codes_of_set_82_are_lot_codes(code):
    assert is_lot_code(code)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "a" * 21,
        "lô 1",
        "Lô",
        "A B",
        "A\tB",
        "A\x00",
        "#1",
        "[1]",
        ".",
        "..",
        "/A",
        "A/",
        "A//B",
        "A/../B",
        "🌰",
    ],
)
def test_other_codes_are_refused(code):
    assert not is_lot_code(code)


def test_a_link_quotes_what_an_address_cannot_hold(settings):
    settings.SITE_URL = "https://ocop.example"

    assert digital_link("09506000134352") == "https://ocop.example/01/09506000134352"
    assert digital_link("09506000134352", "A/B%") == "https://ocop.example/01/09506000134352/10/A%2FB%25"
