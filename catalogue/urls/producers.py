"""Addresses of producers, below `/chu-the/` and `/en/producers/`."""

from django.urls import path

from catalogue.views.producers import ProducerDetailView, ProducerListView

app_name = "producers"
urlpatterns = [
    path("", ProducerListView.as_view(), name="index"),
    path("<slug:slug>/", ProducerDetailView.as_view(), name="detail"),
]
