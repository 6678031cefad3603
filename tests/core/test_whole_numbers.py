"""Numbers in addresses and forms."""

import pytest

from core.whole_numbers import whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("42", 42), ("9" * 18, 10**18 - 1)])
def test_a_number_that_a_table_holds_is_read(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize("text", [None, "", "-1", "1.0", " 1", "²", "１", "9" * 19, "1" * 30, "một"])
def test_anything_else_is_none(text):
    assert whole_number(text) is None
