"""Who asks, as far as limits need to know."""

import pytest

from core.client import Limit


@pytest.mark.parametrize(
    ("first", "then", "same"),
    [
        ("203.0.113.7", "203.0.113.7", True),
        ("203.0.113.7", "203.0.113.8", False),
        ("203.0.113.7", "::ffff:203.0.113.7", True),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2:bbbb::2", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("user:5", "user:6", False),
    ],
)
def test_one_line_is_one_visitor(db, first, then, same):
    limit = Limit("thử", most=1, window_seconds=3_600)

    assert limit.count(first)

    assert limit.count(then) is not same
