"""Whole đồng: format, parse, split, and the tax inside a price."""

import re
from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from django.db import models

NO_BREAK_SPACE = "\u00a0"
DONG = "₫"
#: Oscar's columns hold 12 digits with 2 decimals and overflow at 10 billion ₫.
MONEY_DIGITS = 18

_ONE = Decimal(1)
_AMOUNT = re.compile(
    r"(?P<digits>\d{1,3}(?:[.,\s\u00a0]\d{3})+|\d+)[\s\u00a0]*(?:₫|đ|d|vnd|vnđ|đồng)?", re.ASCII
)
_SHORT = re.compile(
    r"(?P<whole>\d+)(?:[.,](?P<part>\d+))?\s*(?P<unit>k|nghìn|ngàn|tr|triệu)(?P<tail>\d+)?", re.ASCII
)
_UNITS = {"k": 1_000, "nghìn": 1_000, "ngàn": 1_000, "tr": 1_000_000, "triệu": 1_000_000}


def vnd(amount: int | Decimal, language: str = "vi") -> str:
    """Write an amount of whole đồng: `120.000 ₫` in Vietnamese, `120,000 ₫` in English.

    Raises:
        ValueError: The amount has a fraction of a đồng.
    """
    if amount != int(amount):
        raise ValueError(f"{amount} is not a whole number of đồng")
    grouped = f"{int(amount):,}"
    if language != "en":
        grouped = grouped.replace(",", ".")
    return f"{grouped}{NO_BREAK_SPACE}{DONG}"


def parse_vnd(text: str) -> int:
    """Read an amount as people write it: `120.000`, `120,000 ₫`, `120k`, `1tr2`, `1,5 triệu`.

    Returns:
        Whole đồng, not negative.

    Raises:
        ValueError: The text is no amount, or has a fraction of a đồng.
    """
    plain = text.strip().lower()
    if short := _SHORT.fullmatch(plain):
        unit = _UNITS[short["unit"]]
        # In "1tr2" and "1,5tr" the digits behind are a decimal fraction of the unit.
        if short["part"] and short["tail"]:
            raise ValueError(f"{text!r} is not an amount")
        fraction = short["part"] or short["tail"] or ""
        amount = Decimal(f"{short['whole']}.{fraction or 0}") * unit
        if amount != int(amount):
            raise ValueError(f"{text!r} has a fraction of a đồng")
        return int(amount)
    if whole := _AMOUNT.fullmatch(plain):
        return int(re.sub(r"\D", "", whole["digits"]))
    raise ValueError(f"{text!r} is not an amount")


def whole(amount: Decimal) -> Decimal:
    """Round to whole đồng, halves up."""
    return amount.quantize(_ONE, rounding=ROUND_HALF_UP)


def round_discount(amount: Decimal, currency: str | None = None) -> Decimal:
    """Round an offer's amount down to whole đồng (`OSCAR_OFFER_ROUNDING_FUNCTION`)."""
    return Decimal(amount).quantize(_ONE, rounding=ROUND_DOWN)


def tax_inside(gross: int | Decimal, rate_percent: int) -> Decimal:
    """Return the VAT inside a price that includes it, in whole đồng.

    Args:
        gross: What the consumer pays, in đồng.
        rate_percent: The rate in per cent: 0, 5, 8 or 10.
    """
    return whole(Decimal(gross) * rate_percent / (100 + rate_percent))


def split(total: int, weights: Sequence[int]) -> list[int]:
    """Split whole đồng in proportion to `weights`, by largest remainder.

    The parts add up to `total`; equal remainders go to the earlier part. When all weights are 0 the parts
    are as equal as whole đồng allow.

    Raises:
        ValueError: There is no weight, a weight is negative, or the total is.
    """
    if not weights or min(weights) < 0 or total < 0:
        raise ValueError("a total and weights that are not negative are needed")
    scale = sum(weights)
    if scale == 0:
        weights, scale = [1] * len(weights), len(weights)
    parts = [total * weight // scale for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % scale), i))
    for index in by_remainder[: total - sum(parts)]:
        parts[index] += 1
    return parts


def widen(*abstract_models: type[models.Model]) -> None:
    """Give every money column of these abstract models `MONEY_DIGITS` digits.

    Called in a fork's `models.py` before Oscar's concrete classes are made, so that nothing is redeclared.
    Weights (3 decimals) stay as they are.
    """
    for model in abstract_models:
        for field in model._meta.local_fields:
            if isinstance(field, models.DecimalField) and field.decimal_places == 2:
                field.max_digits = MONEY_DIGITS
