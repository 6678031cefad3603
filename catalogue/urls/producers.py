"""Addresses of producers, below `/chu-the/` and `/en/producers/`."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from catalogue.views.passport import PaperCopyView
from catalogue.views.producers import ProducerDetailView, ProducerListView

app_name = "producers"
urlpatterns = [
    path("", ProducerListView.as_view(), name="index"),
    path("<slug:slug>/", ProducerDetailView.as_view(), name="detail"),
    path(pgettext_lazy("url", "<slug:slug>/papers/<str:code>"), PaperCopyView.as_view(), name="paper"),
]
