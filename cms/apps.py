from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Pages")

    def ready(self) -> None:
        """Listen for changes and fill the slots of the rooms below."""
        from cms import receivers  # noqa: PLC0415  models exist only now
        from cms.enquiries.demo import load_demo_enquiries  # noqa: PLC0415
        from cms.enquiries.panels import enquiries_waiting  # noqa: PLC0415
        from cms.enquiries.personal import enquiry_data  # noqa: PLC0415
        from cms.sitemaps import page_sections  # noqa: PLC0415
        from core.demo_loaders import demo_loaders  # noqa: PLC0415
        from core.personal_data import personal_data  # noqa: PLC0415
        from core.sitemaps import sitemap_sections  # noqa: PLC0415
        from core.staff import staff_panels  # noqa: PLC0415

        receivers.connect()
        sitemap_sections.fill(page_sections)
        personal_data.fill(enquiry_data)
        staff_panels.fill(enquiries_waiting, weight=6)
        demo_loaders.fill(load_demo_enquiries)
