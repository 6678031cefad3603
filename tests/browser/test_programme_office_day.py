"""A day of the programme office in its browser, on a desk and on a phone: nothing leaves the site."""

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from catalogue.demo.people import PASSWORD
from core.clock import today
from tests.browser.conftest import Visit

PHONE = {"viewport": {"width": 360, "height": 740}}
DESK = {"viewport": {"width": 1280, "height": 900}}
OFFICE = "van-phong@moixa.example"


def log_in(visit: Visit, login: str = OFFICE) -> None:
    visit.open("/tai-khoan/dang-nhap/?next=/cms/")
    visit.page.fill("input[name=login]", login)
    visit.page.fill("input[name=password]", PASSWORD)
    visit.page.press("input[name=password]", "Enter")
    visit.page.wait_for_url("**/cms/")


def submit(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).last.click()
    visit.page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("visit", [DESK, PHONE], ids=["1280", "360"], indirect=True)
def test_the_office_does_its_day(visit: Visit):
    page = visit.page
    log_in(visit)
    assert page.get_by_role("heading", name="Việc đang chờ").is_visible()
    page.get_by_role("link", name="Giấy đã hết, chưa có giấy mới").click()
    page.wait_for_url("**/cms/certificates/?clock=lapsed")
    assert page.locator("table.listing tbody tr").count() > 0

    code = issue(visit)
    revoke(visit, code)
    confirm_a_report(visit)
    import_a_file(visit)

    assert visit.outside == []
    assert [words for words in visit.complaints if "Content Security Policy" in words] == []


def issue(visit: Visit) -> str:
    """Issue a certificate for a product that the dialogue offers, each day its own; return the code."""
    page = visit.page
    visit.open("/cms/certificates/new/")
    page.get_by_role("button", name="Chọn sản phẩm").click()
    page.locator(".modal-body table a").nth(len(str(page.evaluate("innerWidth")))).click()
    page.locator(".modal-body").wait_for(state="detached")
    page.check("input[name=stars][value='4']")
    page.select_option("select[name=rule_set]", "26-2026")
    page.fill("input[name=decision_number]", "0001/QĐ-UBND")
    for name in ("decided_on", "issued_on"):
        # Typing would open the calendar over the other fields.
        page.locator(f"input[name={name}]").evaluate("(box, day) => { box.value = day }", today().isoformat())
    page.select_option("select[name=authority_level]", "province")
    page.fill("input[name=authority_name]", "Ủy ban nhân dân (thử)")
    submit(visit, "Tạo")
    page.wait_for_url(re.compile(r"/cms/certificates/inspect/\d+/"))
    found = re.search(r"\b[0-9A-HJKMNP-TV-Z]{8}\b", page.locator("main h2.w-h1").first.inner_text())
    assert found
    return found[0]


def revoke(visit: Visit, code: str) -> None:
    """Revoke it on the page where it was shown."""
    page = visit.page
    page.get_by_role("link", name="Thu hồi", exact=True).first.click()
    page.fill("input[name=decision_number]", "0002/QĐ-UBND")
    page.fill("textarea[name=reason]", "Ngừng sản xuất (thử)")
    submit(visit, "Thu hồi")
    assert page.get_by_text("Bị thu hồi từ ngày").is_visible()
    visit.open(f"/c/{code}")
    assert "thu hồi" in page.locator("main").inner_text().lower()


def confirm_a_report(visit: Visit) -> None:
    """Confirm the first report that nobody settled."""
    page = visit.page
    visit.open("/cms/press-reports/?outcome=open&producer=true")
    page.locator("table.listing tbody .title a").first.click()
    page.get_by_role("link", name="Xác nhận", exact=True).first.click()
    if not page.locator("select[name=ocop_set]").input_value():
        page.select_option("select[name=ocop_set]", index=7)
    page.fill("textarea[name=reason]", "Đã thấy quyết định (thử)")
    submit(visit, "Xác nhận")
    assert page.get_by_text("Đã xác nhận").first.is_visible()


def import_a_file(visit: Visit) -> None:
    """Send a wrong file, see what is wrong, send the right one and confirm it."""
    page = visit.page
    visit.open("/cms/certificates/import/")
    template = page.request.get(f"{visit.site}/cms/certificates/import/template/").body()
    name, number, producer = a_product(visit)
    visit.open("/cms/certificates/import/")
    wrong = filled(template, [number, name, producer, 6])
    page.set_input_files("input[name=file]", {"name": "giay.xlsx", "mimeType": "", "buffer": wrong})
    submit(visit, "Thử tệp")
    assert page.get_by_text("Hãy gõ số nguyên từ 3 đến 5").is_visible()

    day = today()
    right = filled(
        template,
        [
            number,
            name,
            producer,
            4,
            None,
            "26-2026",
            "0003/QĐ-UBND",
            day,
            "Tỉnh",
            "Ủy ban nhân dân (thử)",
            day,
        ],
    )
    page.set_input_files("input[name=file]", {"name": "giay.xlsx", "mimeType": "", "buffer": right})
    submit(visit, "Thử tệp")
    submit(visit, "Ghi vào sổ")
    assert page.get_by_text("Đã ghi 1 dòng").is_visible()


def a_product(visit: Visit) -> tuple[str, int, str]:
    """Return name, number and producer of a product without a star today."""
    page = visit.page
    export = page.request.get(f"{visit.site}/cms/products/?export=xlsx&listing=listed&star=false").body()
    rows = load_workbook(BytesIO(export)).active
    assert rows is not None
    number, name, _english, producer = [cell.value for cell in rows[rows.max_row]][:4]
    return str(name), int(str(number)), str(producer)


def filled(template: bytes, values: list[object]) -> bytes:
    """Fill the first row of the template."""
    workbook = load_workbook(BytesIO(template))
    for place, value in enumerate(values, 1):
        workbook.worksheets[0].cell(2, place).value = value
    output = BytesIO()
    workbook.save(output)
    return output.getvalue()
