"""Whether visitors see a product at all; selling it is another matter."""

from django.db import transaction
from django.utils.translation import gettext as _

from catalogue.errors import ProductStaysHidden
from catalogue.models import Product


@transaction.atomic
def hide(product_id: int) -> bool:
    """Take a product off the public pages, with its pack sizes; False where it was off them already."""
    return _show(product_id, shown=False)


@transaction.atomic
def show(product_id: int) -> bool:
    """Put a product back on the public pages; False where it was there already.

    Raises:
        Product.DoesNotExist: There is no such product.
        ProductStaysHidden: All that the press reported about it was merged or dismissed.
    """
    product = Product.objects.select_for_update().get(pk=product_id)
    if product.is_reported and not product.press_reports.shown().exists():
        raise ProductStaysHidden(
            _("“%(product)s” stands on no report any more: open its report again.")
            % {"product": product.title}
        )
    return _show(product_id, shown=True)


def _show(product_id: int, *, shown: bool) -> bool:
    product = Product.objects.select_for_update().get(pk=product_id)
    if product.is_public is shown:
        return False
    product.is_public = shown
    product.save()
    return True
