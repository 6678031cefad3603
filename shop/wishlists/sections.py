"""The part of the account area that holds the wish lists."""

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from shop.customer.sections import AccountSection
from shop.wishlists.models import WishList


def wish_lists(user: User) -> AccountSection:
    """A person's lists."""

    def text() -> str:
        wishes = WishList.objects.filter(owner=user).aggregate(count=Count("lines"))["count"]
        return ngettext("%(count)s product", "%(count)s products", wishes) % {"count": wishes}

    return AccountSection(_("Wish lists"), reverse("wishlists:lists"), text)
