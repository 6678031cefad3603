"""What a common amount costs, so that packs of different sizes can be compared."""

from decimal import Decimal


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
