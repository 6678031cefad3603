"""The main menu and the footer's columns."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from cms.blocks import FooterBlock, MenuBlock
from cms.fields import StreamField


@register_setting(icon="list-ul")
class Menu(BaseGenericSetting):
    """What stands in the header and in the footer; a link whose target is gone is left out."""

    main = StreamField(MenuBlock(), verbose_name=_("main menu"), blank=True)
    footer = StreamField(FooterBlock(), verbose_name=_("footer"), blank=True)

    panels: ClassVar[list[Panel]] = [FieldPanel("main"), FieldPanel("footer")]

    class Meta:
        verbose_name = _("menu and footer")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
