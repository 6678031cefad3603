"""Handing out a stored file; one that its storage has lost is said to be missing, not a fault of the site."""

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render


class FileMissing(Http404):
    """The record names a file that the storage does not have."""


def public_file(file: FieldFile) -> FileResponse:
    """Show a file that anybody may see, under its own name.

    Raises:
        FileMissing: There is no such file.
    """
    return _answer(file, (file.name or "").rsplit("/", 1)[-1], as_attachment=False)


def private_file(request: HttpRequest, file: FieldFile, name: str) -> HttpResponseBase:
    """Hand a file out to staff, to be saved; a browser shows nothing of it on our address.

    Args:
        request: The caller has looked whether this person may have it.
        file: Of a private storage.
        name: Under which it is saved, without its ending.

    Returns:
        The file, or a page of Wagtail's admin with status 404 that says that it is missing.
    """
    stored = file.name or ""
    ending = f".{stored.rsplit('.', 1)[-1]}" if "." in stored else ""
    try:
        response = _answer(file, f"{name}{ending}", as_attachment=True)
    except FileMissing:  # Wagtail's admin has one page for every Http404, which says less
        return render(request, "staff/no_file.html", status=404)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _answer(file: FieldFile, name: str, *, as_attachment: bool) -> FileResponse:
    if not file:
        raise FileMissing
    try:
        opened = file.open("rb")
    except OSError as error:
        raise FileMissing from error
    response = FileResponse(opened, as_attachment=as_attachment, filename=name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
