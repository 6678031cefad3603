"""The first page of a language."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel

from cms.blocks import HomeBlock
from cms.fields import StreamField
from cms.home import home_context

from .base import SitePage


class HomePage(SitePage):
    """The first page; its blocks fill the places of the design, whose order does not change."""

    sections = StreamField(HomeBlock(), verbose_name=_("sections"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    content_panels: ClassVar[list[Panel]] = [*SitePage.content_panels, FieldPanel("sections")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the blocks show today."""
        return {**super().get_context(request, *args, **kwargs), **home_context(self.sections)}
