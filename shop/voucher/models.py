from oscar.apps.voucher.abstract_models import AbstractVoucher

from core.money import widen

widen(AbstractVoucher)

from oscar.apps.voucher.models import *
