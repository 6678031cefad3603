"""Oscar's settings: whole đồng, Vietnamese addresses, nothing that runs inside the request."""

from typing import Any

from django.utils.translation import gettext_lazy as _

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

#: The menu of Oscar's dashboard; Wagtail's admin has everything else that staff keep.
OSCAR_DASHBOARD_NAVIGATION: list[dict[str, Any]] = [
    {"label": _("Dashboard"), "icon": "fas fa-list", "url_name": "dashboard:index"},
    {
        "label": _("Orders"),
        "icon": "fas fa-shopping-cart",
        "children": [
            {"label": _("Orders"), "url_name": "dashboard:order-list"},
            {"label": _("Statistics"), "url_name": "dashboard:order-stats"},
        ],
    },
    {
        "label": _("Offers"),
        "icon": "fas fa-bullhorn",
        "children": [
            {"label": _("Offers"), "url_name": "dashboard:offer-list"},
            {"label": _("Vouchers"), "url_name": "dashboard:voucher-list"},
            {"label": _("Voucher sets"), "url_name": "dashboard:voucher-set-list"},
            {"label": _("Ranges of products"), "url_name": "dashboard:range-list"},
        ],
    },
]

HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}
HAYSTACK_SIGNAL_PROCESSOR = "haystack.signals.BaseSignalProcessor"
