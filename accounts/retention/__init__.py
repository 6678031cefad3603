"""What the law makes us keep of people who had themselves erased, and for how long.

A room that erases a person hands over first what must stay: `retain(kind="contract", …)`. The record is out
of every ordinary screen, each look at it is written down with a reason, and the clock removes it after its
day.
"""

from accounts.retention.services import retain

__all__ = ["retain"]
