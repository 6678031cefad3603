"""Blocks of pages that are read: policies, guides, articles."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.field_block import CharBlock
from wagtail.images.blocks import ImageBlock

from .links import LinkBlock

RICH_TEXT = ["bold", "link", "document-link", "ul", "ol", "superscript"]


class HeadingBlock(CharBlock):
    """A heading of the second level."""

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "cms/blocks/heading.html"
        form_classname = "title"
        preview_value = "Đất đỏ đang vào mùa hái chín"


class PictureBlock(blocks.StructBlock):
    """A picture with the words that stand for it and the name of who made it."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=200, required=False)
    credit = blocks.CharBlock(
        label=_("Picture by"),
        max_length=100,
        required=False,
        help_text=_("Only where it differs from what the picture says."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "cms/blocks/picture.html"


class QuotationBlock(blocks.StructBlock):
    """What somebody said or wrote, and where."""

    text = blocks.TextBlock(label=_("Words"))
    who = blocks.CharBlock(label=_("Who"), max_length=120)
    source_url = blocks.URLBlock(label=_("Source"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "cms/blocks/quotation.html"
        preview_value = {"text": "Cành điều tỉa sau vụ được chẻ rồi phơi hai mùa nắng.", "who": "Trình diễn"}


class StepsBlock(blocks.StructBlock):
    """What happens one after another, each with its time limit where there is one."""

    steps = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("title", blocks.CharBlock(label=_("Step"), max_length=120)),
                ("text", blocks.TextBlock(label=_("Text"), required=False)),
                ("limit", blocks.CharBlock(label=_("Time limit"), max_length=80, required=False)),
            ]
        ),
        label=_("Steps"),
    )

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "cms/blocks/steps.html"
        preview_value = {"steps": [{"title": "Tiếp nhận", "text": "", "limit": "3 ngày làm việc"}]}


class TableBlock(blocks.StructBlock):
    """A small table with a heading row."""

    caption = blocks.CharBlock(label=_("Caption"), max_length=160)
    columns = blocks.ListBlock(
        blocks.CharBlock(label=_("Column"), max_length=80), label=_("Columns"), min_num=2
    )
    rows = blocks.ListBlock(
        blocks.ListBlock(blocks.CharBlock(label=_("Cell"), max_length=400, required=False), label=_("Row")),
        label=_("Rows"),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        template = "cms/blocks/table.html"
        preview_value = {"caption": "Phí", "columns": ["Việc", "Mức"], "rows": [["Mở gian hàng", "Miễn phí"]]}

    def clean(self, value: Any) -> Any:
        """Refuse a row that is longer or shorter than the heading row."""
        cleaned = super().clean(value)
        width = len(cleaned["columns"])
        if any(len(row) != width for row in cleaned["rows"]):
            raise blocks.StructBlockValidationError(
                block_errors={
                    "rows": ValidationError(_("Every row needs as many cells as there are columns."))
                }
            )
        return cleaned


class CallBlock(blocks.StructBlock):
    """A button that leads on."""

    link = LinkBlock()

    class Meta:
        icon = "link"
        label = _("Button")
        template = "cms/blocks/call.html"


class TextBlock(blocks.StreamBlock):
    """The body of a page that is read."""

    heading = HeadingBlock()
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT, template="cms/blocks/text.html")
    picture = PictureBlock()
    quotation = QuotationBlock()
    steps = StepsBlock()
    table = TableBlock()
    call = CallBlock()

    class Meta:
        template = "cms/blocks/stream.html"
