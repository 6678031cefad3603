"""Rows of the form of prices and stock: as a browser sends them, and as they are stored."""

from producers.models import StockRecord


def row(record, /, **changes):
    """Return what a browser sends of one row that shows the stored numbers, with `changes` typed in."""
    fields = {
        "price": "120.000",
        "stock": "20",
        "seen_price": "120000",
        "seen_stock": "20",
    } | changes
    return {f"row-{record.pk}-{name}": value for name, value in fields.items() if value is not None}


def numbers(stock):
    return StockRecord.objects.values_list("price", "num_in_stock").get(pk=stock.pk)
