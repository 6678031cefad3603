"""Oscar's settings: whole đồng, Vietnamese addresses, nothing that runs inside the request."""

from typing import Any

from oscar.defaults import OSCAR_DASHBOARD_NAVIGATION

_STOCK_NAVIGATION: list[dict[str, Any]] = OSCAR_DASHBOARD_NAVIGATION

OSCAR_SHOP_NAME = "Mỗi Xã"
OSCAR_DEFAULT_CURRENCY = "VND"
OSCAR_CURRENCY_FORMAT = {"VND": {"currency_digits": True}}
OSCAR_OFFER_ROUNDING_FUNCTION = "core.money.round_discount"
OSCAR_OFFERS_INCL_TAX = True
# Oscar's own function writes đ as u0111.
OSCAR_SLUG_FUNCTION = "core.vietnamese.slug_of"
OSCAR_REQUIRED_ADDRESS_FIELDS = ("line1", "country")
OSCAR_ALLOW_ANON_CHECKOUT = True
OSCAR_ALLOW_ANON_REVIEWS = False
OSCAR_MODERATE_REVIEWS = True
# Alerts are sent by tasks; eager ones mail while stock rows are locked.
OSCAR_EAGER_ALERTS = False
OSCAR_SEND_REGISTRATION_EMAIL = False
OSCAR_THUMBNAILER = "catalogue.thumbnails.PictureThumbnailer"
OSCAR_PRODUCTS_PER_PAGE = 24
#: In seconds: a guest finds the basket again for 30 days after the last change.
OSCAR_BASKET_COOKIE_LIFETIME = 30 * 24 * 60 * 60

#: Users and pages are Wagtail's; what Oscar's dashboard has for them is not routed.
_NOT_ROUTED = {"dashboard:users-index", "dashboard:user-alert-list", "dashboard:page-list"}
OSCAR_DASHBOARD_NAVIGATION = [
    {**item, "children": children} if "children" in item else item
    for item in _STOCK_NAVIGATION
    if (children := [child for child in item.get("children", []) if child["url_name"] not in _NOT_ROUTED])
    or "children" not in item
]

HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}
HAYSTACK_SIGNAL_PROCESSOR = "haystack.signals.BaseSignalProcessor"
