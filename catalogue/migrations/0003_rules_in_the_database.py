"""Rules that no constraint of Django expresses: see `core.triggers`."""

from django.db import migrations

from core.triggers import follow, install, refuse

_RECORDS = (
    "FROM partner_stockrecord s JOIN catalogue_product p ON p.id = s.product_id "
    "WHERE p.is_public AND (p.id = catalogue_product.id OR p.parent_id = catalogue_product.id)"
)
_SUMMARY = (
    f"UPDATE catalogue_product SET price_from = (SELECT MIN(s.price) {_RECORDS}), "
    f"price_to = (SELECT MAX(s.price) {_RECORDS}), "
    f"available = (SELECT COALESCE(SUM(s.num_in_stock - s.num_allocated), 0) {_RECORDS})"
)


def _summary_of(product: str) -> str:
    return f"{_SUMMARY} WHERE id = {product} OR id = (SELECT parent_id FROM catalogue_product WHERE id = {product})"


OVERLAP = "a product has one certificate in force at a time"

rules = install(
    refuse(
        "stock_producer_insert",
        "partner_stockrecord",
        when="BEFORE",
        event="INSERT",
        condition="COALESCE((SELECT producer_id FROM catalogue_product WHERE id = NEW.product_id), -1) <> NEW.partner_id",
        message="stock belongs to the producer of the product",
    ),
    refuse(
        "stock_producer_update",
        "partner_stockrecord",
        when="BEFORE",
        event="UPDATE OF partner_id, product_id",
        condition="COALESCE((SELECT producer_id FROM catalogue_product WHERE id = NEW.product_id), -1) <> NEW.partner_id",
        message="stock belongs to the producer of the product",
    ),
    refuse(
        "product_producer_update",
        "catalogue_product",
        when="BEFORE",
        event="UPDATE OF producer_id",
        condition=(
            "EXISTS (SELECT 1 FROM partner_stockrecord s WHERE s.product_id = NEW.id "
            "AND s.partner_id <> COALESCE(NEW.producer_id, -1))"
        ),
        message="stock belongs to the producer of the product",
    ),
    follow(
        "stock_summary_insert",
        "partner_stockrecord",
        event="INSERT",
        row="NEW",
        statement=_summary_of("NEW.product_id"),
    ),
    follow(
        "stock_summary_update",
        "partner_stockrecord",
        event="UPDATE OF price, num_in_stock, num_allocated",
        row="NEW",
        statement=_summary_of("NEW.product_id"),
    ),
    follow(
        "stock_summary_delete",
        "partner_stockrecord",
        event="DELETE",
        row="OLD",
        statement=_summary_of("OLD.product_id"),
    ),
    follow(
        "product_summary_update",
        "catalogue_product",
        event="UPDATE OF is_public, parent_id",
        row="NEW",
        statement=f"{_SUMMARY} WHERE id = NEW.id OR id = NEW.parent_id OR id = OLD.parent_id",
    ),
)

_TAKEN = (
    "EXISTS (SELECT 1 FROM catalogue_certificate c WHERE c.product_id = NEW.product_id AND c.id <> NEW.id "
    "AND NEW.effective_until >= NEW.effective_from AND c.effective_until >= c.effective_from "
    "AND c.effective_from <= NEW.effective_until AND c.effective_until >= NEW.effective_from)"
)
_PERIOD = "effective_from, effective_until, product_id"


def forbid_overlap(apps, editor):
    """An exclusion constraint on PostgreSQL, which also holds under concurrent writes; triggers on SQLite."""
    if editor.connection.vendor == "postgresql":
        editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist", None)
        editor.execute(
            "ALTER TABLE catalogue_certificate ADD CONSTRAINT certificate_periods_apart EXCLUDE USING gist "
            "(product_id WITH =, daterange(effective_from, effective_until + 1, '[)') WITH &&)",
            None,
        )
        return
    for name, event in (("insert", "INSERT"), ("update", f"UPDATE OF {_PERIOD}")):
        trigger = refuse(
            f"certificate_periods_{name}",
            "catalogue_certificate",
            when="BEFORE",
            event=event,
            # A new row has no id before it is written.
            condition=_TAKEN.replace("c.id <> NEW.id", "c.id <> COALESCE(NEW.id, -1)"),
            message=OVERLAP,
        )
        editor.execute(trigger.sqlite, None)


def allow_overlap(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute(
            "ALTER TABLE catalogue_certificate DROP CONSTRAINT IF EXISTS certificate_periods_apart", None
        )
        return
    for name in ("insert", "update"):
        editor.execute(f"DROP TRIGGER IF EXISTS certificate_periods_{name}", None)


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0002_initial"),
        ("partner", "0001_initial"),
    ]

    operations = [rules, migrations.RunPython(forbid_overlap, allow_overlap)]
