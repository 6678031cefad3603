"""Quantities as visitors type them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shop.basket.models import MOST_PER_LINE
from shop.basket.services import Change

#: Digits only: `1.000` is a thousand to one reader and one to another, `1e9` is nobody's quantity.
_DIGITS = re.compile(r"[0-9]{1,9}")
_LINE = re.compile(r"line-([0-9]{1,18})-quantity")


class QuantityInput(forms.NumberInput):
    """A field for a number that shows what else was typed, too: browsers empty a number field of words."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Make it a field for text where the text is no number."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        if not re.fullmatch(r"-?[0-9]*", str("" if value is None else value), re.ASCII):
            context["widget"]["type"] = "text"
            for limit in ("min", "max", "step"):
                context["widget"]["attrs"].pop(limit, None)
        return context


class QuantityField(forms.IntegerField):
    """A whole number of packs; whatever is wrong is said in one sentence that tells what is right."""

    widget = QuantityInput

    def __init__(self, *, least: int, **kwargs: Any) -> None:
        super().__init__(min_value=least, max_value=MOST_PER_LINE, **kwargs)
        self.widget.attrs.update({"class": "quantity__field", "inputmode": "numeric"})

    def clean(self, value: Any) -> int:
        """Return the number.

        Raises:
            ValidationError: It is no whole number, or too small or too large.
        """
        text = str(value or "").strip()
        if not _DIGITS.fullmatch(text) or not self.min_value <= int(text) <= self.max_value:  # type: ignore[operator]
            words = _("Write a whole number from %(least)s to %(most)s.")
            raise ValidationError(words % {"least": self.min_value, "most": self.max_value})
        return int(text)


class AddForm(forms.Form):
    """How many packs go into the basket."""

    quantity = QuantityField(least=1, label=gettext_lazy("Quantity"))


class QuantitiesForm(forms.Form):
    """The quantities of some lines of a basket; 0 removes a line."""

    def __init__(self, lines: Iterable[int], titles: Mapping[int, str], data: Any = None) -> None:
        super().__init__(data, auto_id="%s")
        for pk in lines:
            self.fields[f"line-{pk}-quantity"] = QuantityField(
                least=0, label=titles.get(pk, ""), required=True
            )

    def changes(self) -> dict[int, Change]:
        """Return what was asked for, by line; hidden fields that are missing or broken count as not sent."""
        return {
            pk: Change(
                quantity=self.cleaned_data[f"line-{pk}-quantity"],
                was=_number(self.data.get(f"line-{pk}-was")),
                seen_price=_number(self.data.get(f"line-{pk}-price")),
            )
            for pk in lines_in(self.fields)
        }


def lines_in(data: Iterable[str]) -> list[int]:
    """Return the lines that a posted form names, in its order."""
    return [int(match[1]) for name in data if (match := _LINE.fullmatch(name))]


def _number(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"[0-9]{1,15}", text) else None
