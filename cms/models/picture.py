"""Pictures that editors and producers send: with credit and words, kept only as we encoded them."""

from typing import Any, ClassVar

from django.core.files.base import File
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)
from wagtail.search import index

from core.uploads.pictures import clean_picture


class PictureFile(WagtailImageFieldFile):
    """A file that takes nothing as it comes: whichever door it came through, it is encoded anew."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Save a clean copy under a random name.

        Raises:
            UploadRefused: It is no picture that may be kept; nothing is written.
        """
        clean = clean_picture(content, name)
        super().save(clean.name or name, clean, save)


class PictureFileField(WagtailImageField):
    """The field of such files."""

    attr_class = PictureFile


class Picture(AbstractImage):
    """A picture with the words that stand for it and the name of who made it."""

    file = PictureFileField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    alt_vi = models.CharField(
        _("what the picture shows, in Vietnamese"),
        max_length=200,
        help_text=_("Read aloud to people who do not see it, and shown where it cannot be loaded."),
    )
    alt_en = models.CharField(_("what the picture shows, in English"), max_length=200)
    credit = models.CharField(
        _("picture by"), max_length=100, help_text=_("Who took it; shown under the picture.")
    )

    admin_form_fields = (
        "title",
        "file",
        "alt_vi",
        "alt_en",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields: ClassVar[list[Any]] = [
        *AbstractImage.search_fields,
        index.SearchField("alt_vi"),
        index.SearchField("alt_en"),
        index.SearchField("credit"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the file first: width and height are those of the clean copy, not of what was sent."""
        if self.file and not self.file._committed:
            self.file.save(self.file.name or "", self.file.file, save=False)
        super().save(*args, **kwargs)

    @property
    def alt(self) -> str:
        """What the picture shows, in the active language where it was written."""
        words = self.alt_en if get_language() == "en" else self.alt_vi
        return words or self.alt_vi or self.alt_en

    @property
    def url(self) -> str:
        """Where a large copy lies; the original itself is given to nobody."""
        return self.get_rendition("max-1200x1200|format-webp").url

    @property
    def default_alt_text(self) -> str:
        """What Wagtail offers and shows; its title says who sent it, not what is to be seen."""
        return self.alt or self.title


class PictureRendition(AbstractRendition):
    """A smaller copy of a picture for one place of a page."""

    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="picture_rendition_once"
            ),
        ]
