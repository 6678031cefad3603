"""Products from a sheet; they are hidden until staff have looked at them."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.models import Category, Product
from catalogue.registering import faults_of, register
from core.vietnamese import fold
from producers.models import Partner

from .certificates import MOST_NUMBER
from .columns import Choice, Column, integer, text
from .sheet_resource import SheetResource


def units() -> dict[str, str]:
    """Return the units of the net quantity by their signs and words."""
    return {"g": "g", "gam": "g", "ml": "ml", "cái": "piece", "piece": "piece"}


COLUMNS = (
    Column(
        "producer",
        gettext_lazy("Producer number"),
        integer(1, MOST_NUMBER),
        help=gettext_lazy("As in the address of the producer's staff screen."),
        example=12,
    ),
    Column(
        "producer_name",
        gettext_lazy("Producer name"),
        text(128),
        help=gettext_lazy("Must be the name on this site: it guards against a wrong number."),
        example="Hợp tác xã Ví Dụ",
    ),
    Column("ocop_set", gettext_lazy("Number of the set"), integer(1, 26), example=7),
    Column("title_vi", gettext_lazy("Name in Vietnamese"), text(255), example="Hạt điều rang muối"),
    Column(
        "title_en", gettext_lazy("Name in English"), text(255), is_required=False, example="Salted cashews"
    ),
    Column("description_vi", gettext_lazy("Description"), text(2000), is_required=False),
    Column(
        "net_quantity", gettext_lazy("Net quantity"), integer(1, 10_000_000), is_required=False, example=500
    ),
    Column(
        "net_unit",
        gettext_lazy("Unit of the net quantity"),
        Choice(units),
        is_required=False,
        help=gettext_lazy("g, ml or cái."),
        example="g",
    ),
)


class ProductResource(SheetResource):
    """One row, one product of one size."""

    sheet_name = "Sản phẩm"
    columns = COLUMNS

    class Meta:
        model = Product
        import_id_fields: tuple[str, ...] = ()
        fields: tuple[str, ...] = ()
        skip_diff = True
        store_instance = True

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """Read producers, sets and the names that are taken in three queries, however many rows."""
        numbers = {number for number in dataset["producer"] if isinstance(number, int)}
        self._producers = Partner.objects.in_bulk(numbers)
        self._sets = {one.set_number: one for one in Category.objects.filter(set_number__isnull=False)}
        taken = Product.objects.filter(producer__in=numbers, parent__isnull=True)
        self._names = {
            (owner, fold(title or "")): f"№ {pk}"
            for pk, owner, title in taken.values_list("pk", "producer_id", "title_vi")
        }

    def fill(self, instance: Product, row: dict[str, Any], refused: dict[str, str]) -> None:
        """Find producer and set, compare the name; copy the rest."""
        instance.title_vi, instance.title_en = row["title_vi"] or "", row["title_en"]
        instance.description_vi = row["description_vi"] or ""
        if not {"net_quantity", "net_unit"} & set(refused):
            instance.net_quantity, instance.net_unit = row["net_quantity"], row["net_unit"] or ""
        if row["ocop_set"] is not None:
            instance.ocop_set = self._sets.get(row["ocop_set"])
            if instance.ocop_set is None:
                refused["ocop_set"] = _("There is no such set.")
        if row["producer"] is None:
            return
        producer = self._producers.get(row["producer"])
        if producer is None:
            refused["producer"] = _("No producer of this site has this number.")
            return
        instance.producer = producer
        if row["producer_name"] and fold(row["producer_name"]) != fold(producer.name):
            words = _("The producer with this number is called “%(name)s”.")
            refused["producer_name"] = words % {"name": producer.name}

    def faults(self, instance: Product) -> dict[str, list[str]]:
        """Ask the rules for a product, then what stands in the shop and in the rows above."""
        faults = faults_of(instance, taken=False)
        if instance.producer_id and instance.title_vi:
            key = (instance.producer_id, fold(instance.title_vi))
            if key in self._names:
                words = _("This producer already has a product of that name: %(which)s.")
                faults.setdefault("title_vi", []).append(words % {"which": self._names[key]})
            self._names.setdefault(key, _("row %(number)s") % {"number": self._number})
        return faults

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        """Remember the row's number, for those below that contradict it."""
        self._number = kwargs["numbers"][kwargs["row_number"] - 1]

    def do_instance_save(self, instance: Product, is_create: bool) -> None:
        """Register it."""
        register(instance)

    def title_of(self, instance: Product) -> str:
        """Name product and producer."""
        return f"{instance.title_vi} ({instance.producer})"
