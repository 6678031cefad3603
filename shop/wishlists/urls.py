"""Addresses of wish lists, below the account."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from shop.wishlists import views

app_name = "wishlists"
urlpatterns = [
    path("", views.ListsView.as_view(), name="lists"),
    path(pgettext_lazy("url", "add/<int:pk>/"), views.AddView.as_view(), name="add"),
    path("<slug:key>/", views.DetailView.as_view(), name="detail"),
    path(pgettext_lazy("url", "<slug:key>/remove/"), views.RemoveView.as_view(), name="remove"),
]
