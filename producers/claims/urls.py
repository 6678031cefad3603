"""Addresses of claims and registrations, beside the office's own (contract §3)."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from producers.claims.views import ClaimView, RegisterView, StartView, StatusView

app_name = "claims"

urlpatterns = [
    path(pgettext_lazy("url", "register/"), StartView.as_view(), name="start"),
    path(pgettext_lazy("url", "register/new/"), RegisterView.as_view(), name="register"),
    path(pgettext_lazy("url", "register/<int:producer_id>/"), ClaimView.as_view(), name="claim"),
    path(pgettext_lazy("url", "register/<str:code>/open/<str:token>/"), StatusView.as_view(), name="status"),
]
