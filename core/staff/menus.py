"""Where the screens stand in the menu; a viewset names one of these as its `menu_hook`."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

#: Certificates, products, producers and what the press reported.
TRADE = "register_trade_menu_item"
#: Members, claims, lots, papers: what producers' offices ask of staff.
SHOPS = "register_shops_menu_item"
#: Law as dated data: rule sets, grace, sale rules, taxes, units.
RULES = "register_rules_menu_item"


class TradeMenu(ViewSetGroup):
    menu_label = _("OCOP register")
    menu_name = "ocop-register"
    menu_icon = "clipboard-list"
    menu_order = 110
    submenu_hook = TRADE


class ShopsMenu(ViewSetGroup):
    menu_label = _("Shops")
    menu_name = "shops"
    menu_icon = "group"
    menu_order = 120
    submenu_hook = SHOPS


class RulesMenu(ViewSetGroup):
    menu_label = _("Rules and places")
    menu_name = "rules"
    menu_icon = "list-ul"
    menu_order = 130
    submenu_hook = RULES
