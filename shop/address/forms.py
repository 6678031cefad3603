"""Forms that ask where a parcel goes; the checkout builds on the same fields (contract §4)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.phones import spaced, to_e164
from regions.models import Province, Unit
from regions.queries import find_units
from regions.words import place_words
from shop.address.models import UserAddress
from shop.address.services import AddressFields

_CONTROL = {"class": "form-field__control"}
#: The button that loads the communes of the chosen province, where no script does.
SHOW_UNITS = "show_units"


class PlaceFields(forms.Form):
    """Province, commune, street and landmark.

    The commune is chosen by typing any name it goes or went by (`components/unit_picker.html`); without
    script, in two steps from two lists.
    """

    #: What was typed into the type-ahead field: kept when something else is wrong, and looked up when the
    #: person typed a whole name and chose nothing.
    unit_text = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    province = forms.ChoiceField(label=_("Province or city"), widget=forms.Select(attrs=_CONTROL))
    unit = forms.CharField(label=_("Commune or ward"), required=False, widget=forms.Select(attrs=_CONTROL))
    street = forms.CharField(
        label=_("House number and street"),
        max_length=200,
        widget=forms.TextInput(attrs=_CONTROL | {"autocomplete": "street-address"}),
        help_text=_("Or hamlet and group: “tổ 3, thôn Bù Môn”."),
    )
    landmark = forms.CharField(
        label=_("Landmark"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs=_CONTROL | {"autocomplete": "off"}),
        help_text=_("What the rider should look for: “opposite the market gate”."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        province, unit = self.fields["province"], self.fields["unit"]
        assert isinstance(province, forms.ChoiceField)
        assert isinstance(unit.widget, forms.Select)
        provinces = Province.objects.order_by("folded")
        province.choices = [("", "—"), *((p.code, p.name) for p in provinces)]
        code = self["province"].value() or ""
        units = Unit.objects.filter(province_id=code).select_related("province").order_by("folded", "code")
        unit.widget.choices = [("", "—"), *((u.code, u.name) for u in units)]
        self.chosen = next((one for one in units if one.code == self["unit"].value()), None)

    def clean(self) -> dict[str, Any]:
        """Turn the code into the unit; a unit of another province than the chosen one is not taken."""
        data: dict[str, Any] = super().clean() or {}
        typed = data.get("unit_text") or ""
        unit = Unit.objects.select_related("province").filter(code=data.get("unit") or "").first()
        if unit is None and typed:
            found = find_units(typed, limit=2)
            unit = found[0].unit if len(found) == 1 else None
        if typed:  # province and list were never seen
            self.errors.pop("province", None)
        if unit is not None and (typed or unit.province_id == data.get("province")):
            return data | {"unit": unit, "province": unit.province_id}
        if "province" not in self.errors:
            self.add_error("unit", _("Choose the commune or ward from the list."))
        return data

    @property
    def place(self) -> str:
        """Return the chosen commune in words, or what was typed."""
        if self.chosen is not None:
            return place_words(self.chosen)
        return str(self["unit_text"].value() or "")


class DeliveryFields(PlaceFields):
    """Who receives, and where."""

    full_name = forms.CharField(
        label=_("Full name"),
        max_length=150,
        widget=forms.TextInput(attrs=_CONTROL | {"autocomplete": "name"}),
    )
    phone = forms.CharField(
        label=_("Phone"),
        max_length=30,
        widget=forms.TextInput(attrs=_CONTROL | {"autocomplete": "tel", "inputmode": "tel"}),
        help_text=_("The rider calls it before coming."),
    )

    field_order = ("full_name", "phone", "unit_text", "province", "unit", "street", "landmark")

    def clean_phone(self) -> str:
        """Return the number as it is stored."""
        return to_e164(self.cleaned_data["phone"])

    def address_fields(self) -> AddressFields:
        """Return what a valid form asks for."""
        data = self.cleaned_data
        return AddressFields(data["full_name"], data["phone"], data["unit"], data["street"], data["landmark"])


class UserAddressForm(DeliveryFields):
    """An entry of the address book."""

    is_default = forms.BooleanField(
        label=_("Send parcels here unless I say otherwise"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "choice"}),
    )

    @staticmethod
    def initial_of(address: UserAddress) -> dict[str, Any]:
        """Return what the form shows of a saved address."""
        return {
            "full_name": address.full_name,
            "phone": spaced(str(address.phone_number)),
            "province": address.unit.province_id,
            "unit": address.unit_id,
            "street": address.line1,
            "landmark": address.notes,
            "is_default": address.is_default_for_shipping,
        }
