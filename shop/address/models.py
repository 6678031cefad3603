"""The address book: a person, a street, a commune; two levels, as since 1/7/2025."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from oscar.apps.address.abstract_models import AbstractUserAddress

from accounts.phones import spaced
from regions.words import place_words, province_words, unit_words


class UserAddress(AbstractUserAddress):
    """Where a person has parcels sent.

    The commune says it all, under its name of today. Oscar's columns hold the same in words, since its order
    addresses are copied from them: `first_name` the whole name (a Vietnamese one has no parts), `line1` house
    and street, `line3` the commune, `line4` the province, `notes` the landmark that riders ask for. Title,
    last name, `line2`, state and postcode stay empty.
    """

    unit = models.ForeignKey(
        "regions.Unit", models.PROTECT, related_name="+", verbose_name=_("commune or ward")
    )
    country = models.ForeignKey("address.Country", models.PROTECT, default="VN", verbose_name=_("country"))

    class Meta(AbstractUserAddress.Meta):
        abstract = False
        ordering = ["-is_default_for_shipping", "-num_orders_as_shipping_address", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(is_default_for_shipping=True), name="address_one_default"
            )
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the place in words."""
        self.write_place()
        super().save(*args, **kwargs)

    def write_place(self) -> None:
        """Write commune and province in words beside the code; addresses are written in Vietnamese."""
        self.line3 = unit_words(self.unit, language="vi")
        self.line4 = province_words(self.unit.province, language="vi")

    @property
    def full_name(self) -> str:
        """Return the receiver's name."""
        return str(self.first_name)

    @property
    def place(self) -> str:
        """Return commune and province as they are called today, in the active language."""
        return place_words(self.unit)

    @property
    def phone_words(self) -> str:
        """Return the number as people write it."""
        return spaced(str(self.phone_number))


from oscar.apps.address.models import *  # type: ignore[assignment]  # Oscar's other models come last
