"""Addresses of letters and reports."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from cms.enquiries.views import ContactView, EnquiryStatusView, ReportProducerView, ReportProductView

app_name = "enquiries"

urlpatterns = [
    path("", ContactView.as_view(), name="contact"),
    path(
        pgettext_lazy("url", "report/product/<int:pk>/"), ReportProductView.as_view(), name="report_product"
    ),
    path(
        pgettext_lazy("url", "report/producer/<int:pk>/"),
        ReportProducerView.as_view(),
        name="report_producer",
    ),
    path(pgettext_lazy("url", "<str:code>/open/<str:token>/"), EnquiryStatusView.as_view(), name="status"),
]
