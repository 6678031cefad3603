"""Addresses of certificates, below `/chung-nhan/` and `/en/certificates/`."""

from django.urls import path

from catalogue.views.certificates import (
    CertificateCheckView,
    CertificateDetailView,
    CertificateQrView,
    CertificateScanView,
)

app_name = "certificates"
urlpatterns = [
    path("", CertificateCheckView.as_view(), name="check"),
    path("<str:code>/", CertificateDetailView.as_view(), name="detail"),
    path("<str:code>/qr.svg", CertificateQrView.as_view(), name="qr"),
    path("<str:code>/scan", CertificateScanView.as_view(), name="scan"),
]
