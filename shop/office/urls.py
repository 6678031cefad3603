"""Addresses of the office, below `/gian-hang/` and `/en/shop-office/`.

A shop is named by its number: it never changes, and cannot be taken for one of the words beside it. Whatever
stands below `<int:producer_id>/` is an `OfficeView`; a test walks all of it as a stranger.
"""

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import pgettext_lazy

from shop.office.views.certificates import CertificatesView
from shop.office.views.changes import ChangesView
from shop.office.views.invitations import InvitationView, InviteView, WithdrawView
from shop.office.views.members import LeaveView, MembersView, MemberView, RemoveView
from shop.office.views.overview import OverviewView
from shop.office.views.products import ProductsView
from shop.office.views.shops import ShopsView

app_name = "office"

members = [
    path("", MembersView.as_view(), name="members"),
    path(pgettext_lazy("url", "invite/"), InviteView.as_view(), name="invite"),
    path(
        pgettext_lazy("url", "invitations/<int:invitation_id>/withdraw/"),
        WithdrawView.as_view(),
        name="withdraw",
    ),
    path(pgettext_lazy("url", "leave/"), LeaveView.as_view(), name="leave"),
    path("<int:membership_id>/", MemberView.as_view(), name="member"),
    path(pgettext_lazy("url", "<int:membership_id>/remove/"), RemoveView.as_view(), name="remove"),
]

of_a_shop: list[URLPattern | URLResolver] = [
    path("", OverviewView.as_view(), name="overview"),
    path(pgettext_lazy("url", "products/"), ProductsView.as_view(), name="products"),
    path(pgettext_lazy("url", "certificates/"), CertificatesView.as_view(), name="certificates"),
    path(pgettext_lazy("url", "changes/"), ChangesView.as_view(), name="changes"),
    path(pgettext_lazy("url", "members/"), include(members)),
]

urlpatterns = [
    path("", ShopsView.as_view(), name="shops"),
    path(pgettext_lazy("url", "invitation/<str:token>/"), InvitationView.as_view(), name="invitation"),
    path("<int:producer_id>/", include(of_a_shop)),
]
