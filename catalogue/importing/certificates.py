"""Certificates from a sheet; each is issued by the same service as one that is typed."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.certification import faults_of, issue
from catalogue.models import Certificate, Product, RuleSet
from catalogue.periods import expiry_of
from core.vietnamese import fold

from .columns import Choice, Column, day, decimal, integer, text
from .sheet_resource import SheetResource

MOST_NUMBER = 2_147_483_647


def rule_sets() -> dict[str, RuleSet]:
    """Return the rule sets by code and by the number of the decision."""
    found = list(RuleSet.objects.all())
    return {rules.code: rules for rules in found} | {rules.decision_number: rules for rules in found}


def levels() -> dict[str, str]:
    """Return the levels of authority by their words in both languages."""
    words = {"Huyện": "district", "Tỉnh, thành phố": "province", "Tỉnh": "province", "Bộ": "centre"}
    return words | {"District": "district", "Province": "province", "Ministry": "centre"}


COLUMNS = (
    Column(
        "product",
        gettext_lazy("Product number"),
        integer(1, MOST_NUMBER),
        help=gettext_lazy("The number at the end of the product's address on this site."),
        example=120,
    ),
    Column(
        "product_name",
        gettext_lazy("Product name"),
        text(255),
        help=gettext_lazy("Must be the name on this site: it guards against a wrong number."),
        example="Hạt điều rang muối",
    ),
    Column(
        "producer_name",
        gettext_lazy("Producer name"),
        text(128),
        help=gettext_lazy("Must be the producer of that product on this site."),
        example="Hợp tác xã Ví Dụ",
    ),
    Column("stars", gettext_lazy("Number of stars"), integer(3, 5), example=4),
    Column("score", gettext_lazy("Score"), decimal(0, 100, 1), is_required=False, example=82.5),
    Column(
        "rule_set",
        gettext_lazy("Rule set"),
        Choice(rule_sets),
        help=gettext_lazy("Its code, such as 26-2026."),
        example="26-2026",
    ),
    Column("decision_number", gettext_lazy("Number of the decision"), text(80), example="0000/QĐ-UBND"),
    Column("decided_on", gettext_lazy("Day of the decision"), day, example=date(2026, 6, 28)),
    Column(
        "authority_level",
        gettext_lazy("Level of the authority"),
        Choice(levels),
        help=gettext_lazy("Huyện, Tỉnh or Bộ."),
        example="Tỉnh",
    ),
    Column(
        "authority_name", gettext_lazy("Name of the authority"), text(160), example="Ủy ban nhân dân tỉnh"
    ),
    Column("issued_on", gettext_lazy("Day of issue"), day, example=date(2026, 6, 28)),
    Column(
        "expires_on",
        gettext_lazy("Last day as printed"),
        day,
        is_required=False,
        help=gettext_lazy("Empty: 36 months after the day of issue."),
    ),
    Column("printed_code", gettext_lazy("Printed product code"), text(60), is_required=False),
    Column("source", gettext_lazy("Source of the data"), text(300), is_required=False),
)
_COPIED = (
    "stars", "score", "rule_set", "decision_number", "decided_on", "authority_level", "authority_name",
    "issued_on", "expires_on", "printed_code", "source",
)  # fmt: skip
#: Whose column may be empty, and which the model keeps as empty text.
_TEXTS = {"printed_code", "source", "decision_number", "authority_level", "authority_name"}


class CertificateResource(SheetResource):
    """One row, one certificate."""

    sheet_name = "Giấy chứng nhận"
    columns = COLUMNS

    class Meta:
        model = Certificate
        import_id_fields: tuple[str, ...] = ()
        fields: tuple[str, ...] = ()
        skip_diff = True
        store_instance = True

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """Read products, their certificates and the taken codes in three queries, however many rows."""
        numbers = {number for number in dataset["product"] if isinstance(number, int)}
        products = Product.objects.select_related("producer").filter(pk__in=numbers)
        self._products = {product.pk: product for product in products}
        self._periods: dict[int, list[tuple[date, date, str, bool]]] = defaultdict(list)
        for known in Certificate.objects.filter(product__in=numbers):
            self._periods[known.product_id].append((known.issued_on, known.expires_on, known.code, False))
        self._codes = {
            code.casefold(): owner
            for code, owner in Certificate.objects.exclude(printed_code="").values_list(
                "printed_code", "product_id"
            )
        }

    def fill(self, instance: Certificate, row: dict[str, Any], refused: dict[str, str]) -> None:
        """Find the product and compare its names; copy the rest."""
        for name in _COPIED:
            value = row[name]
            setattr(instance, name, "" if value is None and name in _TEXTS else value)
        if row["product"] is None:
            return
        product = self._products.get(row["product"])
        if product is None:
            refused["product"] = _("No product of this site has this number.")
            return
        instance.product = product
        if row["product_name"] and fold(row["product_name"]) != fold(product.title_vi):
            words = _("The product with this number is called “%(name)s”.")
            refused["product_name"] = words % {"name": product.title_vi}
        producer = product.producer.name if product.producer else ""
        if row["producer_name"] and fold(row["producer_name"]) != fold(producer):
            refused["producer_name"] = _("The product belongs to “%(name)s”.") % {"name": producer or "–"}

    def faults(self, instance: Certificate) -> dict[str, list[str]]:
        """Ask the rules of the programme, then what stands in the register and in the rows above."""
        product_id = instance.product_id
        owner = self._codes.get(instance.printed_code.casefold()) if instance.printed_code else None
        faults = faults_of(instance, taken_code=owner is not None and owner != product_id)
        if not product_id or not instance.issued_on:
            return faults
        if instance.printed_code:
            self._codes.setdefault(instance.printed_code.casefold(), product_id)
        expires = instance.expires_on or expiry_of(instance.issued_on)
        for issued, ended, code, of_this_file in self._periods[product_id]:
            where = {"code": code}
            if issued == instance.issued_on:
                words = _("The product already has a certificate of that day: %(code)s.")
                faults.setdefault("issued_on", []).append(words % where)
            elif instance.issued_on < issued <= expires:
                words = _("The period overlaps with the later certificate %(code)s. Record it on the screen.")
                faults.setdefault("issued_on", []).append(words % where)
            elif of_this_file and issued < instance.issued_on <= ended:
                words = _("The period overlaps with %(code)s of this file. Record renewals on the screen.")
                faults.setdefault("issued_on", []).append(words % where)
        row = _("row %(number)s") % {"number": self._number}
        self._periods[product_id].append((instance.issued_on, expires, row, True))
        return faults

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        """Remember the row's number, for those below that contradict it."""
        self._number = kwargs["numbers"][kwargs["row_number"] - 1]

    def do_instance_save(self, instance: Certificate, is_create: bool) -> None:
        """Issue it."""
        issue(instance)

    def title_of(self, instance: Certificate) -> str:
        """Name product, star and day."""
        return f"{instance.product.title}: {instance.stars} ★, {instance.issued_on:%d/%m/%Y}"
