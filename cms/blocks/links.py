"""Links that editors set: to a page, to a part of the shop, or outside."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from cms.targets import address_of_view, view_choices
from core.addresses import page_in


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


class LinkValue(blocks.StructValue):
    """A link as templates read it: `.title`, `.url` (empty where nothing would answer)."""

    @property
    def url(self) -> str:
        """The address in the active language, or an empty text."""
        page: Page | None = self.get("page")
        if page is not None:
            shown = page_in(page, _language())
            return str(shown.url or "") if shown is not None else ""
        if view := self.get("view"):
            return address_of_view(view)
        return str(self.get("address") or "")

    @property
    def title(self) -> str:
        """The words in the active language; the page's title where none are given."""
        word = self.get("title_en") if _language() == "en" else self.get("title_vi")
        if word:
            return str(word)
        page: Page | None = self.get("page")
        shown = page_in(page, _language()) if page is not None else None
        return str(shown.title if shown is not None else self.get("title_vi") or "")


class LinkBlock(blocks.StructBlock):
    """One link, with words in both languages."""

    title_vi = blocks.CharBlock(label=_("Words in Vietnamese"), max_length=60, required=False)
    title_en = blocks.CharBlock(label=_("Words in English"), max_length=60, required=False)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    view = blocks.ChoiceBlock(label=_("Part of the shop"), choices=view_choices, required=False)
    address = blocks.URLBlock(label=_("Address outside"), required=False)

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue

    def clean(self, value: Any) -> Any:
        """Ask for one target, and for words where the target has none of its own."""
        cleaned = super().clean(value)
        targets = [name for name in ("page", "view", "address") if cleaned.get(name)]
        if len(targets) != 1:
            raise blocks.StructBlockValidationError(
                block_errors={
                    "page": ValidationError(
                        _("Choose a page, a part of the shop or an address: one of the three.")
                    )
                }
            )
        if targets != ["page"] and not (cleaned.get("title_vi") and cleaned.get("title_en")):
            raise blocks.StructBlockValidationError(
                block_errors={"title_vi": ValidationError(_("Give the words in both languages."))}
            )
        return cleaned


class MenuBlock(blocks.StreamBlock):
    """The sections of the main menu."""

    link = LinkBlock()

    class Meta:
        max_num = 7


class ColumnBlock(blocks.StructBlock):
    """A column of chosen links in the footer."""

    title_vi = blocks.CharBlock(label=_("Heading in Vietnamese"), max_length=40)
    title_en = blocks.CharBlock(label=_("Heading in English"), max_length=40)
    links = blocks.ListBlock(LinkBlock(), label=_("Links"))

    class Meta:
        icon = "list-ul"
        label = _("Links")


class PolicyColumnBlock(blocks.StructBlock):
    """A column that lists every policy: the law asks that each one is linked from the main screen."""

    title_vi = blocks.CharBlock(label=_("Heading in Vietnamese"), max_length=40)
    title_en = blocks.CharBlock(label=_("Heading in English"), max_length=40)

    class Meta:
        icon = "doc-full"
        label = _("All policies")


class FooterBlock(blocks.StreamBlock):
    """The columns of the footer."""

    links = ColumnBlock()
    policies = PolicyColumnBlock()

    class Meta:
        max_num = 4
