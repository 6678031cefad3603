"""A buyer's day: from a guest's basket through the account and back out, on a phone and on a desk."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from catalogue.demo.people import PASSWORD, PEOPLE
from tests.browser.conftest import Visit
from tests.browser.test_basket import add_from_the_list
from tests.browser.test_every_page import DESK, PHONE

BUYER = next(person.login for person in PEOPLE if person.who == "buyer")


@pytest.mark.parametrize("visit", [PHONE, DESK], ids=["360", "1280"], indirect=True)
def test_the_buyer_does_their_day(visit: Visit):
    page = visit.page
    name = add_from_the_list(visit, 0)
    expect(page.locator(".basket-news")).to_contain_text(name)
    log_in(visit)

    what_the_guest_chose_is_still_there(visit, name)
    street = f"{page.evaluate('innerWidth')} đường Thử Nghiệm"
    an_address_by_a_former_name(visit, street)
    a_copy_of_all_data(visit, street)
    log_out(visit)

    # The browser notes forms that came back with an error.
    assert [words for words in visit.complaints if "status of 422" not in words] == []
    assert visit.outside == []


def fits(visit: Visit) -> bool:
    return visit.overflow <= 0


def log_in(visit: Visit) -> None:
    """Mistype the password once: the number stays in its field."""
    page = visit.page
    visit.open("/tai-khoan/")
    page.fill("main input[name=login]", BUYER)
    page.fill("main input[name=password]", "không phải")
    page.press("main input[name=password]", "Enter")
    expect(page.get_by_role("alert").first).to_be_visible()
    assert page.input_value("main input[name=login]") == BUYER
    page.fill("main input[name=password]", PASSWORD)
    page.press("main input[name=password]", "Enter")
    page.wait_for_url("**/tai-khoan/")
    assert fits(visit)


def what_the_guest_chose_is_still_there(visit: Visit, name: str) -> None:
    page = visit.page
    visit.open("/gio-hang/")
    line = page.locator(".basket-line").filter(has_text=name)
    expect(line).to_have_count(1)
    assert fits(visit)
    line.get_by_role("button", name="Bỏ").click()
    expect(page.locator(".basket-line").filter(has_text=name)).to_have_count(0)


def an_address_by_a_former_name(visit: Visit, street: str) -> None:
    """Type a commune as it was called before 1/7/2025, without marks, with the keyboard alone."""
    page = visit.page
    visit.open("/tai-khoan/dia-chi/them/")
    page.fill("main input[name=full_name]", "Nguyễn Thị Thử")
    page.fill("main input[name=phone]", "12")
    page.fill("main input[name=street]", street)
    commune = page.get_by_role("combobox", name="Xã, phường")
    commune.press_sequentially("loc thanh")
    expect(page.get_by_role("option").first).to_be_visible()
    commune.press("ArrowDown")
    commune.press("Enter")
    chosen = commune.input_value()
    assert "Đồng Nai" in chosen
    page.get_by_role("button", name="Lưu địa chỉ").click()

    expect(page.get_by_role("alert").first).to_be_visible()
    assert page.get_by_role("combobox", name="Xã, phường").input_value() == chosen
    assert page.input_value("main input[name=street]") == street
    page.fill("main input[name=phone]", "0912 345 678")
    page.get_by_role("button", name="Lưu địa chỉ").click()
    expect(page).to_have_url(re.compile(r"/tai-khoan/dia-chi/$"), timeout=20_000)
    expect(page.locator("main")).to_contain_text(street)
    assert fits(visit)


def a_copy_of_all_data(visit: Visit, street: str) -> None:
    """Ask for it and find the address in it."""
    page = visit.page
    visit.open("/tai-khoan/du-lieu/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải dữ liệu của tôi").click()
    copy = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert street in json.dumps(copy, ensure_ascii=False)


def log_out(visit: Visit) -> None:
    page = visit.page
    visit.open("/tai-khoan/dang-xuat/")
    page.locator("main").get_by_role("button").first.click()
    page.wait_for_load_state("networkidle")
    visit.open("/tai-khoan/dia-chi/")
    assert re.search(r"/tai-khoan/dang-nhap/\?next=", page.url)
