"""An editor's day: a picture for a product, and a page that the office looks over before it is public."""

import re
import time
from io import BytesIO

import pytest
from PIL import Image

from tests.browser.conftest import Visit
from tests.browser.test_programme_office_day import DESK, OFFICE, PHONE, log_in, submit

EDITOR = "bien-tap@moixa.example"


def picture() -> bytes:
    output = BytesIO()
    Image.radial_gradient("L").resize((1600, 1200)).convert("RGB").save(output, "JPEG")
    return output.getvalue()


@pytest.mark.parametrize("visit", [DESK, PHONE], ids=["1280", "360"], indirect=True)
def test_the_editor_does_their_day(visit: Visit):
    width = visit.page.evaluate("innerWidth")
    words, alt = f"Lời dẫn mới, viết ở màn hình {width}.", f"Hạt điều rang trên sàng tre, ảnh {width}"
    log_in(visit, EDITOR)

    send_a_picture(visit, alt)
    show_it_with_a_product(visit, alt)
    address = write_and_submit(visit, words)
    assert words not in text_of(visit, address)

    visit.page.context.clear_cookies()
    log_in(visit, OFFICE)
    approve(visit)
    assert words in text_of(visit, address)

    assert visit.outside == []
    assert [words for words in visit.complaints if "Content Security Policy" in words] == []


def send_a_picture(visit: Visit, alt: str) -> None:
    """Send a picture without words and learn that they are missing, then with them."""
    page = visit.page
    visit.open("/cms/images/add/")
    file = {"name": "dieu.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    page.fill("input[name=title]", "Hạt điều trên sàng")
    page.set_input_files("input[name=file]", file)
    submit(visit, "Đăng tải")
    assert page.locator(".error-message, .w-field__errors").filter(visible=True).count() > 0
    assert page.input_value("input[name=title]") == "Hạt điều trên sàng"

    page.set_input_files("input[name=file]", file)
    page.fill("input[name=alt_vi]", alt)
    page.fill("input[name=alt_en]", "Roasted cashews on a bamboo tray")
    page.fill("input[name=credit]", "Phạm Văn Ví Dụ")
    submit(visit, "Đăng tải")
    page.wait_for_url(re.compile(r"/cms/images/$"))


def show_it_with_a_product(visit: Visit, alt: str) -> None:
    """Choose product and picture in their dialogues; the product's page shows the picture."""
    page = visit.page
    visit.open("/cms/photos/new/")
    page.get_by_role("button", name="Chọn sản phẩm").click()
    # Found without marks, as people type.
    page.locator(".modal-body input[name=q]").fill("hat dieu mat ong me trang")
    page.locator(".modal-body table a").filter(has_text="Hạt điều mật ong mè trắng").first.click()
    page.locator(".modal-body").wait_for(state="detached")
    page.get_by_role("button", name="Chọn một hình ảnh").click()
    page.locator(".modal-body").get_by_role("link", name="Hạt điều trên sàng").first.click()
    page.locator(".modal-body").wait_for(state="detached")
    product = page.locator("input[name=product]").input_value()
    submit(visit, "Tạo")

    # The worker cuts the picture to size first.
    deadline = time.monotonic() + 90
    while not page.get_by_alt_text(alt).count() and time.monotonic() < deadline:
        page.wait_for_timeout(500)
        visit.open(f"/san-pham/x-{product}/")
    shown = page.get_by_alt_text(alt).first
    assert shown.is_visible()
    assert shown.evaluate("image => image.naturalWidth") > 0


def write_and_submit(visit: Visit, words: str) -> str:
    """Change a page and hand it in; return its public address."""
    page = visit.page
    open_the_page(visit)
    address = page.locator('a[href*="/kha-nang-tiep-can/"]').first.get_attribute("href")
    assert address
    page.locator("textarea[name=introduction]").fill(words)
    page.locator("footer button[aria-expanded]").click()
    page.locator("button[name=action-submit]").click()
    page.wait_for_url(re.compile(r"/cms/pages/\d+/$"))
    return address.removeprefix(visit.site)


def approve(visit: Visit) -> None:
    """Approve and publish what was handed in."""
    page = visit.page
    open_the_page(visit)
    page.locator("footer button[aria-expanded]").click()
    page.locator("[data-workflow-action-name=approve]").first.click()
    page.wait_for_url(re.compile(r"/cms/"))
    page.wait_for_load_state("networkidle")


def open_the_page(visit: Visit) -> None:
    visit.open("/cms/pages/3/")
    visit.page.get_by_role("link", name="Khả năng tiếp cận").first.click()
    visit.page.wait_for_load_state("networkidle")


def text_of(visit: Visit, address: str) -> str:
    """Ask the site itself: a browser keeps a public page for a minute."""
    return visit.page.request.get(visit.site + address).text()
