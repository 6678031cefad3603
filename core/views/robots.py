"""`/robots.txt`: where machines need not go, and where the sitemap is."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from core.public_pages import public_page
from core.structured_data import absolute

#: Private areas by contract §3; search results are left to `noindex`, which a blocked page could not say.
PRIVATE = {
    "": ["/cms/", "/dashboard/", "/api/", "/webhooks/", "/health/", "/metrics", "/l/"],
    "vi": ["/gio-hang/", "/dat-hang/", "/don-hang/", "/tai-khoan/", "/gian-hang/"],
    "en": ["/en/basket/", "/en/checkout/", "/en/orders/", "/en/account/", "/en/shop-office/"],
}


@public_page()
def robots(request: HttpRequest) -> HttpResponse:
    """Keep machines out of private areas; out of everything on a public demo site."""
    if settings.NOINDEX_ALL:
        lines = ["User-agent: *", "Disallow: /"]
    else:
        lines = ["User-agent: *", *(f"Disallow: {path}" for paths in PRIVATE.values() for path in paths)]
        lines += ["", f"Sitemap: {absolute(reverse('sitemap'))}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
