"""What a common amount costs, so that packs of different sizes can be compared."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from catalogue.models import Product


def unit_price(
    price: int | Decimal, quantity: int, unit: str, *, by_kilogram: bool
) -> tuple[int, str] | None:
    """Return the price of a common amount and that amount's name, rounded to 10 đồng.

    Args:
        price: Of the pack, in đồng.
        quantity: In the pack: grams, millilitres or pieces.
        unit: "g", "ml" or "piece".
        by_kilogram: Fresh goods are compared by the kilogram, packs by 100 grams.

    Returns:
        Đồng and "kg", "100 g", "100 ml" or "piece"; None where one piece is the pack.
    """
    if not quantity or (unit == "piece" and quantity == 1):
        return None
    amount, basis = {"g": (1000, "kg") if by_kilogram else (100, "100 g"), "ml": (100, "100 ml")}.get(
        unit, (1, "piece")
    )
    return round(Decimal(price) * amount / quantity / 10) * 10, basis


def best_size_of(sizes: Iterable[Product]) -> dict[str, Any] | None:
    """Return what `ProductQuerySet.with_best_size` reads, of pack sizes that are read already."""
    priced = [size for size in sizes if size.price_from is not None and size.net_quantity]
    if len({size.net_unit for size in priced}) != 1:
        return None
    best = min(priced, key=lambda size: (Decimal(size.price_from or 0) / (size.net_quantity or 1), size.pk))
    return {"price": best.price_from, "quantity": best.net_quantity, "unit": best.net_unit}
