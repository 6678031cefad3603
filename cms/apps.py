from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Pages")

    def ready(self) -> None:
        """Listen for changes and fill the slots of the rooms below."""
        from cms import receivers  # noqa: PLC0415  models exist only now
        from cms.sitemaps import page_sections  # noqa: PLC0415
        from core.sitemaps import sitemap_sections  # noqa: PLC0415

        receivers.connect()
        sitemap_sections.fill(page_sections)
