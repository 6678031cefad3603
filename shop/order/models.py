from oscar.apps.order import abstract_models as stock

from core.money import widen

widen(
    stock.AbstractOrder,
    stock.AbstractLine,
    stock.AbstractLinePrice,
    stock.AbstractPaymentEvent,
    stock.AbstractOrderDiscount,
    stock.AbstractOrderLineDiscount,
    stock.AbstractSurcharge,
)

from oscar.apps.order.models import *
