"""Suggestions for the field in which people type their commune."""

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.views import View

from core.public_pages import PublicPage, do_not_store
from regions.suggestions import suggest


class UnitSuggestView(View):
    """Answer what fits `q`, within `province` when it is given; the same for everybody."""

    public_page = PublicPage(frozenset({"q", "province"}))

    def get(self, request: HttpRequest) -> JsonResponse:
        """Answer as JSON."""
        found = suggest(request.GET.get("q", ""), request.GET.get("province") or None)
        response = JsonResponse({"units": [asdict(one) for one in found]})
        do_not_store(response)
        return response
