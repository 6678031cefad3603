"""Rules of the passport that the database keeps itself: see `core.triggers`.

A check on `catalogue_product` would make SQLite build that table anew and lose its triggers; so these are
triggers too.
"""

from django.db import migrations

from core.triggers import install, refuse

_WEIGHTS = (3, 1) * 7
_SUM = " + ".join(
    f"{weight} * CAST(substr(NEW.upc, {place}, 1) AS INTEGER)" for place, weight in enumerate(_WEIGHTS, 1)
)
_NO_GTIN = (
    "NEW.upc IS NOT NULL AND (length(NEW.upc) <> 14 OR length(rtrim(NEW.upc, '0123456789')) > 0 "
    f"OR ({_SUM}) % 10 <> 0)"
)
_UNPUBLISHED = "NEW.for_sale_until IS NOT NULL AND NEW.published_for_sale_at IS NULL"
_PACK = "EXISTS (SELECT 1 FROM catalogue_product p WHERE p.id = NEW.product_id AND p.parent_id IS NOT NULL)"
_PARENT = "EXISTS (SELECT 1 FROM catalogue_product p WHERE p.id = NEW.product_id AND p.structure = 'parent')"
_FOREIGN = (
    "(SELECT producer_id FROM catalogue_product WHERE id = NEW.product_id) "
    "<> (SELECT producer_id FROM partner_paper WHERE id = NEW.paper_id)"
)

products = [
    refuse(
        f"product_{name}_{event.split()[0].lower()}",
        "catalogue_product",
        when="BEFORE",
        event=event,
        condition=condition,
        message=message,
    )
    for name, columns, condition, message in (
        ("gtin", "upc", _NO_GTIN, "a barcode is a GTIN of 14 digits with a right check digit"),
        (
            "for_sale",
            "for_sale_until, published_for_sale_at",
            _UNPUBLISHED,
            "a product on sale was published for sale",
        ),
    )
    for event in ("INSERT", f"UPDATE OF {columns}")
]
belongings = [
    refuse(
        f"{name}_{event.split()[0].lower()}",
        table,
        when="BEFORE",
        event=event,
        condition=condition,
        message=message,
    )
    for name, table, columns, condition, message in (
        (
            "label_owner",
            "catalogue_labelcontents",
            "product_id",
            _PACK,
            "a label belongs to a product, not to a pack size",
        ),
        (
            "lot_pack",
            "catalogue_lot",
            "product_id",
            _PARENT,
            "a lot belongs to what is sold, not to a parent",
        ),
        (
            "product_paper_producer",
            "catalogue_productpaper",
            "product_id, paper_id",
            _FOREIGN,
            "a paper and its product have one producer",
        ),
    )
    for event in ("INSERT", f"UPDATE OF {columns}")
]


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0006_passport"),
        ("partner", "0008_papers"),
    ]

    operations = [install(*products, *belongings)]
