"""Labels of invented products: complete by the law of their set, so that they can be on sale."""

from collections.abc import Sequence
from datetime import date

from django.db import connection
from django.utils import timezone

from catalogue.demo.labels import demo_label
from catalogue.demo.passports import DECLARED
from catalogue.models import Category, LabelContents, Product, SaleMode, SaleRule
from catalogue.passport.completeness import NO_END

from .tables import Row, Table, next_id


class LabelMaker:
    """Writes labels and knows which sets are offered."""

    def __init__(self, sets: dict[int, Category], day: date) -> None:
        self._next = next_id(LabelContents)
        self._table = Table(
            LabelContents,
            version=1,
            responsible_name="Cơ sở hư cấu",
            responsible_address="Xã hư cấu, thành phố Đồng Nai",
            **_in_all_columns("origin", "Việt Nam", "Viet Nam"),
        )
        self._texts = {number: _texts_of(number) for number in sets}
        modes = SaleRule.modes_on(day)
        offered = {
            number for number, each in sets.items() if modes.get(each.pk, SaleMode.SHOW) != SaleMode.SHOW
        }
        field = Product._meta.get_field("published_for_sale_at")
        since = field.get_db_prep_save(timezone.now(), connection)
        self._sale = {
            number: {"published_for_sale_at": since, "for_sale_until": NO_END.isoformat()}
            for number in offered
        }

    def sale_of(self, number: int) -> dict[str, object]:
        """Return the columns of a product that is on sale, or nothing where its set is only shown."""
        return self._sale.get(number, {})

    def label_of(self, product: int, number: int, title_vi: str, title_en: str) -> Row:
        """Return the label of a product, by its primary key, of a set."""
        row = self._table.row(
            id=self._next,
            product_id=product,
            **self._texts[number],
            **_in_all_columns("name", title_vi, title_en),
        )
        self._next += 1
        return row

    def insert(self, rows: Sequence[Row]) -> None:
        """Write the rows."""
        self._table.insert(rows)


def _texts_of(number: int) -> dict[str, object]:
    label = demo_label(number, "")
    columns: dict[str, object] = {
        "shelf_life_days": label.shelf_life_days,
        "ethanol_percent": str(label.ethanol_percent) if label.ethanol_percent is not None else None,
        "declaration_number": "00/THU-TAI/0000" if number in DECLARED else "",
    }
    for name, words in label.texts.items():
        columns |= _in_all_columns(name, words.vi, words.en)
    columns |= _in_all_columns("ingredients", "Nguyên liệu hư cấu 100 %", "Invented ingredient 100 %")
    return columns | _in_all_columns("included", "Một buổi hư cấu", "An invented visit")


def _in_all_columns(name: str, vi: str, en: str) -> dict[str, str]:
    return {name: vi, f"{name}_vi": vi, f"{name}_en": en}
