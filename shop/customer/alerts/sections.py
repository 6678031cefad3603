"""The part of the account area that lists what a person waits for."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from shop.customer.alerts.models import ProductAlert
from shop.customer.alerts.services import OPEN
from shop.customer.sections import AccountSection


def waiting(user: User) -> AccountSection:
    """What a person waits for."""

    def text() -> str:
        count = ProductAlert.objects.filter(user=user, status__in=OPEN).count()
        return ngettext("%(count)s product", "%(count)s products", count) % {"count": count}

    return AccountSection(_("Waiting for stock"), reverse("alerts:list"), text)
