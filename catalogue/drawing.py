"""Drawing all pictures and bands whose files are missing."""

from collections.abc import Callable

from catalogue.models import Product
from catalogue.pictures import draw, ensure_band, ensure_picture, fallback
from producers.models import Partner

_CHUNK = 1000
_REPORT_EVERY = 5000


def draw_missing(progress: Callable[[str], None]) -> None:
    """Draw every picture and band that has no file yet.

    Args:
        progress: Called with a line now and then, for the reader of a long command.
    """
    products = Product.objects.filter(parent__isnull=True).select_related("ocop_set", "branch", "producer")
    total = products.count()
    drawn = int(draw(fallback()))
    for number, product in enumerate(products.order_by("pk").iterator(_CHUNK), start=1):
        drawn += ensure_picture(product)
        if number % _REPORT_EVERY == 0:
            progress(f"{number} of {total} products looked at")
    progress(f"{total} products: {drawn} pictures drawn")
    producers = Partner.objects.all()
    bands = sum(ensure_band(producer) for producer in producers.iterator(_CHUNK))
    progress(f"{producers.count()} producers: {bands} bands drawn")
