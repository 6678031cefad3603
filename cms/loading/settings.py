"""Words and menus of a new site; settings that editors have saved stay."""

from typing import Any

from django.conf import settings
from wagtail.models import Page

from cms.models import Menu, SiteWords, StandardPage

WORDS = {
    "name": "Mỗi Xã",
    "tagline_vi": "Chợ OCOP vùng Bình Phước",
    "tagline_en": "OCOP market of the Bình Phước region",
    "search_hint_vi": "Tìm hạt điều, hồ tiêu, tên người làm",
    "search_hint_en": "Search cashew, pepper, a maker's name",
}
DEMO_OPERATOR = {
    "hotline": "0271 000 0000",
    "hours_vi": "7:30–17:00, thứ hai đến thứ sáu",
    "hours_en": "7:30–17:00, Monday to Friday",
    "legal_name_vi": "Đơn vị vận hành trình diễn",
    "legal_name_en": "Demo operator",
    "address_vi": "Phường Bình Phước, TP. Đồng Nai",
    "address_en": "Bình Phước ward, Đồng Nai City",
    "email": "lien-he@example.vn",
    "is_demo_operator": True,
}


def load_words() -> bool:
    """Save the first words where none are saved; a demo site gets a plainly fictional operator."""
    if SiteWords.objects.exists():
        return False
    SiteWords.objects.create(**WORDS, **(DEMO_OPERATOR if settings.DEMO else {}))
    return True


def load_menu() -> bool:
    """Save the first menu and footer where none are saved; every link leads to something that exists."""
    if Menu.objects.exists():
        return False
    sections = [
        view("Sản phẩm", "Products", "catalogue:index"),
        view("Người làm ra", "Makers", "producers:index"),
        view("Tra cứu giấy chứng nhận", "Check a certificate", "certificates:check"),
    ]
    guides = [
        page_link(page) for page in StandardPage.objects.filter(locale__language_code="vi").order_by("path")
    ]
    menu = Menu()
    menu.main = [{"type": "link", "value": link} for link in sections]
    menu.footer = [
        {"type": "links", "value": column("Mua hàng", "Shopping", [*sections, *guides])},
        {"type": "policies", "value": {"title_vi": "Quy định", "title_en": "Rules"}},
    ]
    menu.save()
    return True


def view(title_vi: str, title_en: str, name: str) -> dict[str, Any]:
    """Return a stored link to a part of the shop."""
    return {"title_vi": title_vi, "title_en": title_en, "page": None, "view": name, "address": ""}


def page_link(page: Page) -> dict[str, Any]:
    """Return a stored link to a page, which finds its translation itself."""
    return {"title_vi": "", "title_en": "", "page": page.pk, "view": "", "address": ""}


def column(title_vi: str, title_en: str, links: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a stored column of the footer."""
    return {"title_vi": title_vi, "title_en": title_en, "links": links}
