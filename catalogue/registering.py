"""Putting a product of a producer into the register; visitors do not see it until staff show it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from catalogue.loading.reference import PRODUCT_CLASS
from catalogue.models import Product
from core.vietnamese import fold

Faults = dict[str, list[str]]


@transaction.atomic
def register(product: Product) -> Product:
    """Write a product of one size, hidden, with the branch of its set.

    Args:
        product: Not saved yet, with producer, set and Vietnamese name.

    Raises:
        ValidationError: By field, all that speaks against it.
    """
    faults = faults_of(product)
    if faults:
        raise ValidationError(faults)
    assert product.ocop_set is not None
    assert product.producer is not None
    kind, _made = get_model("catalogue", "ProductClass").objects.get_or_create(
        slug=PRODUCT_CLASS, defaults={"name": "OCOP"}
    )
    product.product_class = kind
    product.structure = Product.STANDALONE
    product.listing = Product.Listing.LISTED
    product.is_public = False
    product.is_demo = product.producer.is_demo
    product.branch = product.ocop_set.get_parent()
    product.full_clean(exclude={"slug", "product_class", "branch", "parent"})
    product.save()
    return product


def faults_of(product: Product, *, taken: bool | None = None) -> Faults:
    """Return what speaks against a new product, by field; fields may be empty.

    Args:
        product: Not saved yet.
        taken: Whether the producer has a product of that name; None: ask the database.
    """
    faults: Faults = {}
    if product.producer is not None and product.producer.merged_into_id is not None:
        faults["producer"] = [_("This producer was merged into another one.")]
    if bool(product.net_quantity) != bool(product.net_unit):
        faults["net_unit"] = [_("Give the net quantity together with its unit, or neither.")]
    if taken is None:
        same = Product.objects.filter(producer=product.producer, parent__isnull=True)
        taken = any(
            fold(title or "") == fold(product.title_vi) for title in same.values_list("title_vi", flat=True)
        )
    if taken:
        faults["title_vi"] = [_("This producer already has a product of that name.")]
    return faults
