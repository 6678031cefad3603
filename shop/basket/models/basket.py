"""Oscar's basket, read in a number of queries that does not grow, and at most one open for each person."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from oscar.apps.basket.abstract_models import AbstractBasket

if TYPE_CHECKING:
    from .line import Line


class Basket(AbstractBasket):
    """What somebody means to buy. It reserves nothing: stock is allocated when an order is made."""

    #: The last change by its owner; baskets of guests are removed some time after it.
    touched_at = models.DateTimeField(default=timezone.now, editable=False)

    if TYPE_CHECKING:
        _lines: models.QuerySet[Line] | None

    class Meta(AbstractBasket.Meta):
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["status", "touched_at"], name="basket_of_guests", condition=Q(owner=None))
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["owner"], condition=Q(status="Open"), name="basket_open_once"),
            models.UniqueConstraint(fields=["owner"], condition=Q(status="Saved"), name="basket_saved_once"),
        ]

    def all_lines(self) -> Any:
        """Return the lines as they can be bought now, read once for the life of this object.

        Where fewer are left than were asked for, `line.quantity` is what is left and `line.asked` what was
        asked for; it is 0 where the product cannot be bought at all. Nothing of it is written.
        """
        from shop.basket.reading import judge, with_facts  # noqa: PLC0415  it reads through the models

        if self.pk is None:
            return self.lines.model.objects.none()
        if self._lines is None:
            self._lines = with_facts(self.lines.order_by("pk"))
            if self.has_strategy:
                judge(list(self._lines), self.strategy)
        return self._lines
