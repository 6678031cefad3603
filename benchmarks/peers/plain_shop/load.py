"""Fills the plain shop: `python -m plain_shop.load 10000`, and prints the addresses of a hundred products."""

import os
import shutil
import sys
from pathlib import Path

import django
import oscar

BATCH = 1_000
CATEGORIES = 26
PARTNERS = 500


def load(count: int) -> None:
    """Write that many products, each in one category, with one stock record."""
    from django.conf import settings
    from django.core.management import call_command
    from oscar.core.loading import get_model

    call_command("migrate", run_syncdb=True, verbosity=0)
    # Without this file every card would look for it in vain, which would flatter us.
    picture = Path(oscar.__file__).parent / "static/oscar/img/image_not_found.jpg"
    Path(settings.MEDIA_ROOT).mkdir(parents=True, exist_ok=True)
    shutil.copy(picture, settings.MEDIA_ROOT)
    models = {
        name: get_model("catalogue", name)
        for name in ("Product", "ProductClass", "Category", "ProductCategory")
    }
    partners = get_model("partner", "Partner")
    records = get_model("partner", "StockRecord")

    kind = models["ProductClass"].objects.create(name="Goods", track_stock=True, requires_shipping=True)
    categories = [
        models["Category"].add_root(name=f"Category {n}", slug=f"category-{n}") for n in range(CATEGORIES)
    ]
    sellers = partners.objects.bulk_create(
        partners(name=f"Partner {n}", code=f"p{n}") for n in range(PARTNERS)
    )
    products = models["Product"].objects.bulk_create(
        (
            models["Product"](
                title=f"Roasted cashews with salt, bag of 500 g, number {n}",
                slug=f"roasted-cashews-{n}",
                upc=f"{n:013d}",
                structure="standalone",
                product_class=kind,
                description="Roasted in small batches, packed the same day. " * 6,
            )
            for n in range(count)
        ),
        batch_size=BATCH,
    )
    models["ProductCategory"].objects.bulk_create(
        (
            models["ProductCategory"](product=product, category=categories[n % CATEGORIES])
            for n, product in enumerate(products)
        ),
        batch_size=BATCH,
    )
    records.objects.bulk_create(
        (
            records(
                product=product,
                partner=sellers[n % PARTNERS],
                partner_sku=f"sku-{n}",
                price_currency="GBP",
                price=10 + n % 90,
                num_in_stock=50,
            )
            for n, product in enumerate(products)
        ),
        batch_size=BATCH,
    )
    for product in products[:: max(1, count // 100)]:
        print(product.get_absolute_url())


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plain_shop.settings")
    django.setup()
    load(int(sys.argv[1]))
