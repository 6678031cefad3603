"""Price and stock of one size, as one row of a page."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.money import NO_BREAK_SPACE, parse_vnd, vnd
from producers.errors import Refusal
from producers.stock_taking import Step, Wanted
from shop.office.queries.products import StockLine

#: Whoever types 120 means 120 thousand, so that amounts of less are asked back.
LOWEST_PRICE = 1_000
HIGHEST_PRICE = 999_999_999
HIGHEST_STOCK = 999_999
ROW = re.compile(r"row-(?P<record>[0-9]{1,18})-(?P<field>price|stock)")

_COUNT = re.compile(r"\d{1,3}(?:[.,\s\u00a0]\d{3})+|\d+", re.ASCII)


class PriceField(forms.CharField):
    """Whole đồng, as people write them: `120.000`, `120000`, `120k`."""

    def clean(self, value: Any) -> int | None:
        """Return đồng, or None for an empty field that may stay so."""
        text = super().clean(value)
        if not text:
            return None
        try:
            amount = parse_vnd(text)
        except ValueError as error:
            raise ValidationError(_("Enter an amount in đồng, such as 120.000 or 120k.")) from error
        if amount < LOWEST_PRICE:
            raise ValidationError(
                _("A price has at least %(lowest)s. Write 120k or 120.000 for a hundred and twenty thousand.")
                % {"lowest": vnd(LOWEST_PRICE, get_language() or "vi")}
            )
        if amount > HIGHEST_PRICE:
            raise ValidationError(
                _("A price is at most %(highest)s.") % {"highest": vnd(HIGHEST_PRICE, get_language() or "vi")}
            )
        return amount


class CountField(forms.CharField):
    """A whole number of packs."""

    def clean(self, value: Any) -> int:
        """Return packs."""
        text = super().clean(value)
        if not _COUNT.fullmatch(text):
            raise ValidationError(_("Enter a whole number of packs, such as 40; 0 for none."))
        count = int(re.sub(r"\D", "", text))
        if count > HIGHEST_STOCK:
            raise ValidationError(_("Enter at most %(highest)s packs.") % {"highest": grouped(HIGHEST_STOCK)})
        return count


class StockForm(forms.Form):
    """One row: what the person saw travels along, so that a newer number is not written over."""

    price = PriceField(label=_("Price in ₫"), max_length=30, error_messages={"required": _("Enter a price.")})
    stock = CountField(
        label=_("Packs in stock"),
        max_length=15,
        error_messages={"required": _("Enter how many packs there are.")},
    )
    seen_price = forms.IntegerField(required=False, widget=forms.HiddenInput)
    seen_stock = forms.IntegerField(widget=forms.HiddenInput)

    use_required_attribute = False

    def __init__(self, line: StockLine, *, with_price: bool, data: Any = None) -> None:
        shown = {
            "price": "" if line.price is None else grouped(line.price),
            "stock": str(line.stock),
            "seen_price": line.price,
            "seen_stock": line.stock,
        }
        super().__init__(data, prefix=f"row-{line.record_id}", initial=shown)
        self.line = line
        if not with_price:
            del self.fields["price"], self.fields["seen_price"]
        elif line.price is None:
            self.fields["price"].required = False  # a size without a price may wait for one
        for name in ("price", "stock"):
            if name in self.fields:
                self.fields[name].widget.attrs |= {
                    "class": "form-field__control",
                    "inputmode": "numeric",
                    "autocomplete": "off",
                    "enterkeyhint": "done",
                }

    def wanted(self) -> Wanted:
        """Return what the valid form asks for."""
        typed = self.cleaned_data
        price = typed.get("price")
        return Wanted(
            self.line.record_id,
            price=None if price is None else Step(typed["seen_price"], price),
            stock=Step(typed["seen_stock"], typed["stock"]),
        )

    def refused(self, refusal: Refusal) -> "StockForm":
        """Return the row as it was typed, with what stands in the way; sent again, it counts as informed."""
        data = dict(self.data.items())
        data[self.add_prefix("seen_stock")] = str(refusal.stock_now)
        data[self.add_prefix("seen_price")] = "" if refusal.price_now is None else str(refusal.price_now)
        again = StockForm(self.line, with_price="price" in self.fields, data=data)
        again.is_valid()
        for name, words in (("price", refusal.price), ("stock", refusal.stock)):
            if words:
                again.add_error(name, words)
        return again


def grouped(number: int) -> str:
    """Write a number with the thousands apart, as the active language does."""
    return vnd(number, get_language() or "vi").partition(NO_BREAK_SPACE)[0]
