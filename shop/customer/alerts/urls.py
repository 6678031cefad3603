"""Addresses of alerts, below the account."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from shop.customer.alerts import views

app_name = "alerts"
urlpatterns = [
    path("", views.ListView.as_view(), name="list"),
    path(pgettext_lazy("url", "ask/<int:pk>/"), views.AskView.as_view(), name="ask"),
    path(pgettext_lazy("url", "confirm/<str:key>/"), views.ConfirmView.as_view(), name="confirm"),
    path(pgettext_lazy("url", "end/<str:key>/"), views.EndView.as_view(), name="end"),
]
