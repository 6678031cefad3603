from datetime import time

from django.urls import URLPattern, URLResolver, path
from django.utils.translation import pgettext_lazy
from oscar.apps.catalogue.apps import CatalogueConfig as StockCatalogueConfig

from core import clock_jobs


class CatalogueConfig(StockCatalogueConfig):
    """Oscar's catalogue at Vietnamese and English addresses, without its ranges and reviews pages."""

    name = "catalogue"

    def ready(self) -> None:
        """Connect the receivers, hand the nightly task to the clock, fill the slots of the rooms below."""
        super().ready()
        # Models exist only now.
        from catalogue import photo_receivers, photos, receivers, settling  # noqa: PLC0415
        from catalogue.demo.people import load_people, log_ins  # noqa: PLC0415
        from catalogue.passport import selling  # noqa: PLC0415
        from catalogue.sitemaps import catalogue_sections  # noqa: PLC0415
        from catalogue.waiting import certificates_waiting, reports_waiting  # noqa: PLC0415
        from core.demo_loaders import demo_loaders  # noqa: PLC0415
        from core.demo_log_ins import demo_log_ins  # noqa: PLC0415
        from core.sitemaps import sitemap_sections  # noqa: PLC0415
        from core.staff import staff_panels  # noqa: PLC0415

        receivers.connect()
        photo_receivers.connect()
        clock_jobs.register("prepare photos", clock_jobs.Every(minutes=5), photos.sweep)
        staff_panels.fill(certificates_waiting)
        staff_panels.fill(reports_waiting, weight=1)
        clock_jobs.register("settle certificates", clock_jobs.Daily(at=time(0, 0)), settling.settle_today)
        clock_jobs.register("settle sales", clock_jobs.Daily(at=time(0, 0)), selling.settle_today)
        sitemap_sections.fill(catalogue_sections)
        demo_loaders.fill(load_people)
        demo_log_ins.fill(log_ins)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Return the product list, a branch or set, and a product (contract §3); what the press reported."""
        # Views need models, which exist only now.
        from catalogue.views.reported import ReportedListView  # noqa: PLC0415

        urls = [
            path("", self.catalogue_view.as_view(), name="index"),
            path(
                pgettext_lazy("url", "group/<slug:category_slug>/"),
                self.category_view.as_view(),
                name="category",
            ),
            path(pgettext_lazy("url", "reported/"), ReportedListView.as_view(), name="reported"),
            path("<slug:product_slug>-<int:pk>/", self.detail_view.as_view(), name="detail"),
        ]
        return self.post_process_urls(urls)
