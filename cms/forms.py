"""Forms in which editors send pictures: alone, many at once, or while choosing one for a page."""

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from core.uploads.errors import UploadRefused
from core.uploads.pictures import CleanPicture, clean_picture


class PictureFormField(WagtailImageField):
    """Wagtail's field with our check in the place of its own, which decodes whatever comes."""

    def to_python(self, data: Any) -> CleanPicture | None:
        """Return the picture encoded anew, and leave nothing else in the request."""
        if data in self.empty_values:
            return None
        try:
            clean = clean_picture(data)
        except UploadRefused as error:
            raise ValidationError(str(error), code="refused") from error
        if isinstance(data, UploadedFile):
            _replace_content(data, clean)
        return clean


def _replace_content(upload: UploadedFile, clean: File) -> None:
    """Put the clean picture into what was sent.

    Sent many at once, a picture whose words are still missing is stored from the request until they come.
    """
    content = clean.read()
    clean.seek(0)
    upload.seek(0)
    upload.truncate()
    upload.write(content)
    upload.flush()
    upload.seek(0)
    upload.size = len(content)
    upload.name = f"{PurePath(upload.name or 'anh').stem}{PurePath(clean.name or '').suffix}"


class PictureForm(BaseImageForm):
    """The form of a picture; which fields it has, the model says."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if stock := self.fields.get("file"):
            self.fields["file"] = PictureFormField(
                label=stock.label, required=stock.required, widget=stock.widget, initial=stock.initial
            )
