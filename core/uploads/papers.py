"""Papers that people send: a scan as PDF, kept as it came once nothing in it can act, or a photo of it."""

from typing import Any

from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _

from .errors import UploadRefused
from .kinds import PDF, PICTURES, kind_of
from .names import extension_of, random_name
from .pdf import refuse_unsafe_pdf
from .pictures import clean_picture, read_upload, refuse_wrong_extension


def clean_paper(upload: "File[Any]") -> "ContentFile[bytes]":
    """Return a paper that may be kept, under a name of ours: a PDF, or a picture encoded anew.

    Raises:
        UploadRefused: It is too large, neither PDF nor picture, broken, locked, or can do more than be read.
    """
    data = read_upload(upload)
    kind = kind_of(data)
    if kind in PICTURES:
        return clean_picture(upload)
    extension = extension_of(upload.name or "")
    if kind is not PDF:
        raise UploadRefused(
            _("This is neither a PDF nor a picture. Send a PDF, JPEG, PNG, WebP, AVIF or HEIC file.")
        )
    refuse_wrong_extension(PDF, extension)
    refuse_unsafe_pdf(data)
    return ContentFile(data, random_name("pdf"))
