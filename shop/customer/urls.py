"""Addresses below `/tai-khoan/`; the doors of the account (`accounts.doors`) stand beside them."""

from django.urls import path
from django.utils.translation import pgettext_lazy
from django.views.generic import RedirectView

from shop.address import views as address
from shop.customer.views import consents, data, front, profile

urlpatterns = [
    path("", front.FrontView.as_view(), name="summary"),
    # Oscar reverses this name.
    path(
        pgettext_lazy("url", "enter/"),
        RedirectView.as_view(pattern_name="account_login", query_string=True),
        name="login",
    ),
    path(pgettext_lazy("url", "profile/"), profile.ProfileView.as_view(), name="profile-update"),
    path(pgettext_lazy("url", "addresses/"), address.AddressListView.as_view(), name="address-list"),
    path(pgettext_lazy("url", "addresses/new/"), address.AddressCreateView.as_view(), name="address-create"),
    path(
        pgettext_lazy("url", "addresses/<int:pk>/"), address.AddressEditView.as_view(), name="address-detail"
    ),
    path(
        pgettext_lazy("url", "addresses/<int:pk>/remove/"),
        address.AddressRemoveView.as_view(),
        name="address-delete",
    ),
    path(
        pgettext_lazy("url", "addresses/<int:pk>/default/"),
        address.AddressDefaultView.as_view(),
        name="address-change-default",
    ),
    path(pgettext_lazy("url", "consents/"), consents.ConsentsView.as_view(), name="consents"),
    path(pgettext_lazy("url", "data/"), data.DataView.as_view(), name="data"),
    path(pgettext_lazy("url", "data/export/"), data.ExportView.as_view(), name="data-export"),
    path(pgettext_lazy("url", "data/erase/"), data.EraseView.as_view(), name="data-erase"),
    path(pgettext_lazy("url", "erased/"), data.ErasedView.as_view(), name="erased"),
]
