"""Public files on a site of one machine: uploads and drawn art. With a bucket nothing leads here."""

import posixpath

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve

#: Drawn art is named by a digest of what it shows, so it never changes under its name.
_FOREVER = "public, max-age=31536000, immutable"
_A_DAY = "public, max-age=86400"
#: Drawn art and renditions. Documents go out by Wagtail's own view, which knows who may read them; originals
#: of pictures go to nobody.
_PUBLIC = ("art/", "images/")
#: What a browser may show in place; anything else is offered for download.
_SHOWN = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif")


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Send one file of the media folder."""
    # `serve` would walk `images/../documents/` up again, past the folders that are public.
    is_straight = posixpath.normpath(path) == path
    if settings.MEDIA_STORAGE_URL or "\x00" in path or not is_straight or not path.startswith(_PUBLIC):
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["Cache-Control"] = _FOREVER if path.startswith("art/") else _A_DAY
    # An uploaded SVG could carry a script; opened on its own it may do nothing.
    response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    if not path.lower().endswith(_SHOWN):
        response.headers["Content-Disposition"] = "attachment"
    return response
