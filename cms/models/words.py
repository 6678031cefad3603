"""Words and the legal identity of the site, in both languages, as editors set them."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="site")
class SiteWords(BaseGenericSetting):
    """Name, tagline, hotline; and the operator where it differs from the environment's `OPERATOR_*`."""

    name = models.CharField(_("name of the site"), max_length=40, default="Mỗi Xã")
    tagline_vi = models.CharField(_("tagline in Vietnamese"), max_length=80, blank=True)
    tagline_en = models.CharField(_("tagline in English"), max_length=80, blank=True)
    search_hint_vi = models.CharField(_("search hint in Vietnamese"), max_length=80, blank=True)
    search_hint_en = models.CharField(_("search hint in English"), max_length=80, blank=True)
    hotline = models.CharField(_("hotline"), max_length=20, blank=True)
    hours_vi = models.CharField(_("hours in Vietnamese"), max_length=60, blank=True)
    hours_en = models.CharField(_("hours in English"), max_length=60, blank=True)

    legal_name_vi = models.CharField(_("legal name"), max_length=200, blank=True)
    legal_name_en = models.CharField(_("legal name in English"), max_length=200, blank=True)
    business_code = models.CharField(_("business code, place and date"), max_length=200, blank=True)
    address_vi = models.CharField(_("address"), max_length=200, blank=True)
    address_en = models.CharField(_("address in English"), max_length=200, blank=True)
    zalo_url = models.URLField(_("Zalo"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    notice_url = models.URLField(
        _("entry in the ministry's register"),
        blank=True,
        help_text=_("Address at online.gov.vn; empty until the site is registered."),
    )
    is_demo_operator = models.BooleanField(_("the operator is fictional"), default=False)

    panels: ClassVar[list[Panel]] = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("tagline_vi"), FieldPanel("tagline_en")]),
        FieldRowPanel([FieldPanel("search_hint_vi"), FieldPanel("search_hint_en")]),
        FieldPanel("hotline"),
        FieldRowPanel([FieldPanel("hours_vi"), FieldPanel("hours_en")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("legal_name_vi"), FieldPanel("legal_name_en")]),
                FieldPanel("business_code"),
                FieldRowPanel([FieldPanel("address_vi"), FieldPanel("address_en")]),
                FieldPanel("zalo_url"),
                FieldPanel("email"),
                FieldPanel("notice_url"),
                FieldPanel("is_demo_operator"),
            ],
            heading=_("Operator"),
        ),
    ]

    class Meta:
        verbose_name = _("words and operator")

    def __str__(self) -> str:
        return self.name

    def word(self, field: str, language: str) -> str:
        """Return a text of two languages in that one; Vietnamese stands in for a missing translation."""
        value: Any = getattr(self, f"{field}_{language}", "") or getattr(self, f"{field}_vi")
        return str(value)
