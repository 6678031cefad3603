"""Pages of text."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.search import index

from cms.blocks import TextBlock
from cms.fields import StreamField

from .base import SitePage


class StandardPage(SitePage):
    """A page of text: what the stars mean, accessibility, about us."""

    introduction = models.TextField(_("introduction"), blank=True, max_length=500)
    body = StreamField(TextBlock(), verbose_name=_("body"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["cms.HomePage", "cms.StandardPage"]
    subpage_types: ClassVar[list[str]] = ["cms.StandardPage"]
    content_panels: ClassVar[list[Panel]] = [
        *SitePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
    ]
    search_fields: ClassVar[list[index.BaseField]] = [
        *SitePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("page of text")
        verbose_name_plural = _("pages of text")
