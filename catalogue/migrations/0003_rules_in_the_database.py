"""Rules that no constraint of Django expresses: see `core.triggers`."""

from django.db import migrations

from core.triggers import Trigger, follow, install, refuse

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


def _rows_of(product: str) -> str:
    return (
        f"catalogue_product WHERE id = {product} "
        f"OR id = (SELECT parent_id FROM catalogue_product WHERE id = {product}) ORDER BY id"
    )


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
            "EXISTS (SELECT 1 FROM partner_stockrecord s JOIN catalogue_product p ON p.id = s.product_id "
            "WHERE (p.id = NEW.id OR p.parent_id = NEW.id) AND s.partner_id <> COALESCE(NEW.producer_id, -1))"
        ),
        message="stock belongs to the producer of the product",
    ),
    follow(
        "stock_summary_insert",
        "partner_stockrecord",
        event="INSERT",
        row="NEW",
        statement=_summary_of("NEW.product_id"),
        lock=_rows_of("NEW.product_id"),
    ),
    follow(
        "stock_summary_update",
        "partner_stockrecord",
        event="UPDATE OF price, num_in_stock, num_allocated",
        row="NEW",
        statement=_summary_of("NEW.product_id"),
        lock=_rows_of("NEW.product_id"),
    ),
    follow(
        "stock_summary_delete",
        "partner_stockrecord",
        event="DELETE",
        row="OLD",
        statement=_summary_of("OLD.product_id"),
        lock=_rows_of("OLD.product_id"),
    ),
    follow(
        "product_summary_update",
        "catalogue_product",
        event="UPDATE OF is_public, parent_id",
        row="NEW",
        statement=f"{_SUMMARY} WHERE id = NEW.id OR id = NEW.parent_id OR id = OLD.parent_id",
        lock="catalogue_product WHERE id IN (NEW.id, NEW.parent_id, OLD.parent_id) ORDER BY id",
    ),
)

_NO_CERTIFICATE = (
    "EXISTS (SELECT 1 FROM catalogue_product p WHERE p.id = NEW.product_id "
    "AND (p.parent_id IS NOT NULL OR p.listing = 'reported'))"
)
_ON_A_PRODUCT = "a certificate belongs to a product of the shop, not to a pack size or a report"


def _longest_grace(event: str, name: str) -> Trigger:
    """Refuse grace past the 180th day after the expiry (Art. 12 of 26/2026/QĐ-TTg); dates differ in SQL."""
    message = "grace lasts at most 180 days past the expiry"
    kind = {"when": "BEFORE", "event": event, "message": message}
    days = "julianday(NEW.grace_until) - julianday(NEW.expires_on) > 180"
    sqlite = refuse(name, "catalogue_certificate", condition=days, **kind).sqlite
    days = "NEW.grace_until - NEW.expires_on > 180"
    return Trigger(
        name,
        "catalogue_certificate",
        sqlite,
        refuse(name, "catalogue_certificate", condition=days, **kind).postgresql,
    )


certificates = install(
    refuse(
        "certificate_product_insert",
        "catalogue_certificate",
        when="BEFORE",
        event="INSERT",
        condition=_NO_CERTIFICATE,
        message=_ON_A_PRODUCT,
    ),
    refuse(
        "certificate_product_update",
        "catalogue_certificate",
        when="BEFORE",
        event="UPDATE OF product_id",
        condition=_NO_CERTIFICATE,
        message=_ON_A_PRODUCT,
    ),
    refuse(
        "product_certified_update",
        "catalogue_product",
        when="BEFORE",
        event="UPDATE OF parent_id, listing",
        condition=(
            "(NEW.parent_id IS NOT NULL OR NEW.listing = 'reported') "
            "AND EXISTS (SELECT 1 FROM catalogue_certificate c WHERE c.product_id = NEW.id)"
        ),
        message=_ON_A_PRODUCT,
    ),
    _longest_grace("INSERT", "certificate_grace_insert"),
    _longest_grace("UPDATE OF grace_until, expires_on", "certificate_grace_update"),
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

    operations = [rules, certificates, migrations.RunPython(forbid_overlap, allow_overlap)]
