"""Words at the root of the site that are not free for pages, since a part of the shop answers there."""

from django.http import Http404
from django.urls import resolve
from django.utils.translation import override

#: Contract §3, with the parts that are still to come; what is routed today is asked of Django itself.
RESERVED = {
    "vi": {
        "san-pham",
        "chu-the",
        "chung-nhan",
        "tim-kiem",
        "gio-hang",
        "dat-hang",
        "don-hang",
        "tai-khoan",
        "gian-hang",
        "tim-nguon-hang",
        "chuong-trinh",
    },
    "en": {
        "products",
        "producers",
        "certificates",
        "search",
        "basket",
        "checkout",
        "orders",
        "account",
        "shop-office",
        "sourcing",
        "programme",
    },
}
#: Addresses without a language: the other language's prefix, staff, machines, short links.
RESERVED_AT_ROOT = {
    "en",
    "vi",
    "c",
    "l",
    "01",
    "cms",
    "dashboard",
    "documents",
    "api",
    "webhooks",
    "health",
    "metrics",
    "static",
    "media",
}


def is_taken_by_shop(slug: str, language: str) -> bool:
    """Say whether a page of this slug, right under the home of that language, could never be opened."""
    if slug in RESERVED.get(language, set()):
        return True
    prefix = "/" if language == "vi" else f"/{language}/"
    if language == "vi" and slug in RESERVED_AT_ROOT:
        return True
    with override(language):
        try:
            match = resolve(f"{prefix}{slug}/")
        except Http404:
            return False
    return match.url_name != "wagtail_serve"
