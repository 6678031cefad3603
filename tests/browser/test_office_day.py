"""An owner's day in the office of a demo shop: on a phone, on a desk, and without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from catalogue.demo.people import PASSWORD, PEOPLE
from producers.models import Role
from tests.browser.conftest import Visit

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1280, "height": 900}}
NO_SCRIPT = {**PHONE, "java_script_enabled": False}
OWNER, PACKER = (
    next(person.login for person in PEOPLE if person.role == role) for role in (Role.OWNER, Role.PACKER)
)


@pytest.fixture
def comes_in(visit: Visit) -> Callable[[str], None]:
    """Log a demo person in; they then stand before the shop Sóc Xanh."""

    def come_in(login: str) -> None:
        visit.open("/gian-hang/")
        page = visit.page
        page.fill('main input[name="login"]', login)
        page.fill('main input[name="password"]', PASSWORD)
        page.locator('main form:has(input[name="password"]) button').first.click()
        page.wait_for_url(re.compile(r"/gian-hang/"))
        if page.url.endswith("/gian-hang/"):
            page.get_by_role("link", name="Sóc Xanh").click()
            page.wait_for_url(re.compile(r"/gian-hang/\d+/$"))

    return come_in


def fits(visit: Visit) -> bool:
    return visit.overflow <= 0 and visit.complaints == [] and visit.outside == []


def save(visit: Visit) -> None:
    with visit.page.expect_navigation():
        visit.page.get_by_role("button", name="Lưu mọi thay đổi").locator("visible=true").first.click()


@pytest.mark.parametrize("visit", [PHONE, DESK, NO_SCRIPT], ids=["360", "1280", "no script"], indirect=True)
def test_an_owner_changes_a_price_and_invites_somebody(
    visit: Visit, comes_in: Callable[[str], None], browser: Browser
):
    page = visit.page
    comes_in(OWNER)
    assert page.get_by_role("heading", name="Việc cần làm").is_visible()
    page.get_by_role("link", name="Sản phẩm", exact=True).and_(page.locator(".office-menu__link")).click()

    row = page.locator(".stock-product").nth(1)
    address = row.locator(".stock-product__title a").get_attribute("href")
    price, stock = row.locator('input[name$="-price"]').first, row.locator('input[name$="-stock"]').first
    new_price = int(price.input_value().replace(".", "")) + 1_000
    price.fill("abc")
    stock.fill("37")
    save(visit)
    assert page.get_by_role("alert").is_visible()
    kept = page.locator(".stock-product").nth(1)
    assert kept.locator('input[name$="-price"]').first.input_value() == "abc"
    assert kept.locator('input[name$="-stock"]').first.input_value() == "37"
    assert fits(visit)

    kept.locator('input[name$="-price"]').first.fill(str(new_price))
    save(visit)
    assert page.get_by_role("status").first.is_visible()
    assert fits(visit)
    shown = f"{new_price:,}".replace(",", ".")
    assert page.locator(".stock-product").nth(1).locator('input[name$="-price"]').first.input_value() == shown
    page.get_by_role("link", name="Lịch sử").click()
    assert shown in page.locator("main").inner_text()

    # What visitors see has followed, although the page was stored before.
    assert address
    visit.open(address)
    assert shown in page.locator("main").inner_text()

    page.go_back()
    page.get_by_role("link", name="Thành viên").click()
    page.get_by_role("link", name="Mời thành viên").click()
    page.fill("#id_contact", f"0271 000 {new_price % 10_000:04d}")
    page.get_by_text("Chỉ xem").click()
    page.get_by_role("button", name="Gửi lời mời").click()
    assert fits(visit)
    link = page.input_value("#link")
    with_nobody = browser.new_context(viewport={"width": 360, "height": 740})
    guest = with_nobody.new_page()
    guest.goto(visit.site + link[link.index("/gian-hang/") :])
    assert "HTX Điều Sóc Xanh" in guest.locator("h1").inner_text()
    assert guest.locator("main").get_by_role("link", name="Đăng nhập").is_visible()
    with_nobody.close()


@pytest.mark.parametrize("visit", [PHONE], ids=["360"], indirect=True)
def test_a_packer_counts_and_finds_no_price_to_change(visit: Visit, comes_in: Callable[[str], None]):
    comes_in(PACKER)
    visit.page.locator(".office-menu__link", has_text="Sản phẩm").click()

    assert visit.page.locator('input[name$="-price"]').count() == 0
    count = visit.page.locator('input[name$="-stock"]').first
    count.fill(str(int(count.input_value()) + 1))
    save(visit)

    assert visit.page.get_by_role("status").first.is_visible()
    assert fits(visit)
