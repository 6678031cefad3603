"""Fields of forms for files that people send; what they hand on is clean."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile

from .errors import UploadRefused
from .kinds import PDF, PICTURES
from .papers import clean_paper
from .pictures import CleanPicture, clean_picture

#: Endings, for the dialogue in which a browser lets people choose.
PICTURE_ENDINGS = ",".join(sorted(f".{ending}" for kind in PICTURES for ending in kind.extensions))
PAPER_ENDINGS = ",".join([*(f".{ending}" for ending in sorted(PDF.extensions)), PICTURE_ENDINGS])


class PictureField(forms.FileField):
    """A picture; the cleaned value is a `CleanPicture` with a random name."""

    widget = forms.FileInput

    def to_python(self, data: "UploadedFile[Any] | None") -> CleanPicture | None:  # type: ignore[override]
        """Return the picture encoded anew."""
        if data in self.empty_values or data is None:
            return None
        try:
            return clean_picture(data)
        except UploadRefused as error:
            raise ValidationError(str(error), code="refused") from error

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Let browsers offer pictures first."""
        return {**super().widget_attrs(widget), "accept": PICTURE_ENDINGS}


class PaperField(forms.FileField):
    """A paper as PDF or picture; the cleaned value is a file with a random name."""

    widget = forms.FileInput

    def to_python(self, data: "UploadedFile[Any] | None") -> "ContentFile[bytes] | None":  # type: ignore[override]
        """Return the paper as it may be kept."""
        if data in self.empty_values or data is None:
            return None
        try:
            return clean_paper(data)
        except UploadRefused as error:
            raise ValidationError(str(error), code="refused") from error

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Let browsers offer papers first."""
        return {**super().widget_attrs(widget), "accept": PAPER_ENDINGS}
