"""A guest fills a basket from two makers, on a phone and on a desk, with scripts and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.test_every_page import DESK, PHONE

NO_SCRIPT = {"java_script_enabled": False}


def add_from_the_list(visit: Visit, number: int) -> str:
    """Press the button of the so-manieth product that can be added from the list; return its name."""
    visit.open("/san-pham/")
    card = visit.page.locator(".product-card", has=visit.page.locator("[data-add]")).nth(number)
    name = card.locator(".product-card__name").inner_text()
    card.locator("[data-add] button").click()
    return name


@pytest.mark.parametrize("visit", [PHONE, DESK], ids=["360", "1280"], indirect=True)
def test_with_scripts_the_page_stays_and_the_counter_follows(visit: Visit):
    page = visit.page
    name = add_from_the_list(visit, 0)
    expect(page.locator(".basket-news")).to_contain_text(name)
    expect(page).to_have_url(re.compile("/san-pham/$"))
    expect(page.locator("[data-basket-count]:visible")).to_have_text("1")

    visit.open("/gio-hang/")
    line = page.locator(".basket-line").first
    line.locator('[data-step="1"]').click()
    expect(page.locator(".basket-line input[type=number]").first).to_have_value("2")
    expect(page.locator("[data-basket-count]:visible")).to_have_text("2")
    expect(page.locator("[data-basket-news]")).to_contain_text("2 món")
    expect(page.locator('[data-step="1"]').first).to_be_focused()
    assert visit.overflow <= 0

    page.locator(".basket-line").first.get_by_role("button", name="Bỏ").click()
    expect(page.get_by_text("Giỏ của bạn đang trống.")).to_be_visible()
    expect(page.locator("[data-basket-count]:visible")).to_have_count(0)
    assert visit.complaints == []
    assert visit.outside == []


@pytest.mark.parametrize("visit", [{**PHONE, **NO_SCRIPT}, NO_SCRIPT], ids=["360", "1280"], indirect=True)
def test_without_scripts_every_step_is_a_page(visit: Visit):
    page = visit.page
    name = add_from_the_list(visit, 0)
    expect(page).to_have_url(re.compile("/gio-hang/$"))
    expect(page.locator("main")).to_contain_text(f"Đã thêm vào giỏ: {name}")

    field = page.locator(".basket-line input[type=number]").first
    field.fill("3")
    field.press("Enter")
    expect(page.locator(".basket-line input[type=number]").first).to_have_value("3")

    page.locator(".basket-line input[type=number]").first.fill("-2")
    page.get_by_role("button", name="Cập nhật giỏ").last.click()
    expect(page.locator(".message--error")).to_contain_text("Nhập số nguyên từ 0 đến")
    expect(page.locator(".basket-line input[type=number]").first).to_have_value("-2")

    visit.open("/gio-hang/")
    page.locator(".basket-line").first.get_by_role("button", name="Bỏ").click()
    expect(page.get_by_text("Giỏ của bạn đang trống.")).to_be_visible()
