"""Orders of a person: the contract is kept as the law asks, the order itself forgets who it was for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.retention import retain
from core.personal_data import PersonalData
from shop.order.models import Order

if TYPE_CHECKING:
    from accounts.models import User

_ADDRESS = ("line1", "line2", "line3", "line4", "state", "postcode")


def order_data() -> PersonalData:
    """Orders, their addresses and notes."""
    return PersonalData(
        "orders",
        lambda user: [_contract(order) for order in _orders_of(user)],
        _erase,
        title=_("Your name, addresses and notes on orders"),
        kept=_(
            "Each order as a contract, out of sight, for 3 years after it was placed: "
            "the law on e-commerce asks for it."
        ),
    )


def _orders_of(user: "User") -> QuerySet[Order]:
    """Return the person's orders, those placed as a guest with their confirmed address included."""
    mine = Q(user=user)
    if email := user.verified_email():
        mine |= Q(user=None, guest_email__iexact=email)
    return Order.objects.filter(mine).select_related("shipping_address", "billing_address").order_by("pk")


def _erase(user: "User") -> None:
    """Hand each contract over, then take the person out of the order; what was sold and paid stays."""
    for order in _orders_of(user):
        payload = _contract(order)
        payload["buyer"] = {"full_name": user.full_name, "phone": user.phone, "email": user.email}
        retain(kind="contract", reference=order.number, payload=payload, since=order.date_placed.date())
        for address in (order.shipping_address, order.billing_address):
            if address is not None:
                address.delete()
        order.notes.all().delete()
        order.shipping_events.exclude(notes="").update(notes="")
        order.lines.exclude(partner_line_notes="").update(partner_line_notes="")
        for line in order.lines.all():
            line.attributes.update(value="")
        Order.objects.filter(pk=order.pk).update(user=None, guest_email="")


def _contract(order: Order) -> dict[str, Any]:
    """Write an order as JSON types, amounts in whole đồng."""
    return {
        "number": order.number,
        "placed_at": order.date_placed.isoformat(),
        "status": order.status,
        "guest_email": order.guest_email,
        "total_vnd": int(order.total_incl_tax),
        "shipping_vnd": int(order.shipping_incl_tax),
        "shipping_method": order.shipping_method,
        "shipping_address": _address(order.shipping_address),
        "billing_address": _address(order.billing_address),
        "lines": [
            {
                "title": line.title,
                "producer": line.partner_name,
                "quantity": line.quantity,
                "total_vnd": int(line.line_price_incl_tax),
                "notes": line.partner_line_notes,
                "choices": {choice.type: choice.value for choice in line.attributes.all()},
            }
            for line in order.lines.prefetch_related("attributes").order_by("pk")
        ],
        "notes": _texts(order.notes.all(), "message"),
        "delivery_notes": _texts(order.shipping_events.exclude(notes=""), "notes"),
    }


def _address(address: Any) -> dict[str, str] | None:
    if address is None:
        return None
    texts = {name: getattr(address, name) for name in _ADDRESS if getattr(address, name)}
    phone, notes = getattr(address, "phone_number", ""), getattr(address, "notes", "")
    return {"name": address.name, **texts, "phone": str(phone or ""), "notes": notes}


def _texts(rows: Iterable[Model], column: str) -> list[str]:
    return [getattr(row, column) for row in rows]
