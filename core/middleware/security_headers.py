"""Content security policy by area, and the permissions that pages may ask for."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class SecurityHeadersMiddleware(CSPMiddleware):
    """Strict everywhere; staff areas, whose pages hold scripts and styles, have a policy of their own."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Choose the policy by the address, then let django-csp write it."""
        if request.path_info.startswith(settings.STAFF_PREFIXES):
            response._csp_replace = settings.STAFF_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if settings.NOINDEX_ALL:  # a demo on a public address must not be found by search engines
            response.headers["X-Robots-Tag"] = "noindex"
        if "Cache-Control" not in response.headers and not request.path_info.startswith("/static/"):
            # Not a public page: nobody keeps it and no search engine lists it (architecture §11).
            response.headers["Cache-Control"] = "no-store"
            response.headers["X-Robots-Tag"] = "noindex"
        return super().process_response(request, response)
