"""Text at twice its size (WCAG 2.2, 1.4.4) on a phone: no word leaves its box or the window."""

import re

import pytest

from tests.browser.conftest import Visit

PHONE = {"viewport": {"width": 360, "height": 740}}
#: Of each kind of page, in both languages; "{…}" stands for the first address of that file of the sitemap.
PAGES = (
    "/",
    "/en/",
    "/san-pham/",
    "/en/products/",
    "/san-pham/?stars=4&q=khong+co+gi",
    "{products}",
    "/chung-nhan/",
    "/en/certificates/?q=mat+ong",
    "{certificates}",
    "/chu-the/",
    "/en/producers/",
    "{producers}",
    "/chinh-sach/",
    "/en/policies/",
    "/kha-nang-tiep-can/",
    "/khong-co-trang-nay/",
)
#: Says which words stick out, and of what; words that only a screen reader gets are left out.
WORDS_OUTSIDE = """() => {
    const width = document.documentElement.clientWidth
    const outside = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        const text = walker.currentNode
        const parent = text.parentElement
        if (!text.data.trim() || !parent.checkVisibility()) continue
        if (parent.closest(".visually-hidden, .skip-link, .scroll-x, option")) continue
        let box = parent
        while (getComputedStyle(box).display === "inline") box = box.parentElement
        const { left, right } = box.getBoundingClientRect()
        const range = document.createRange()
        range.selectNodeContents(text)
        for (const line of range.getClientRects()) {
            const by = Math.max(line.right - Math.min(right, width), Math.max(left, 0) - line.left)
            if (line.width > 0 && by > 1) {
                const name = box.className || box.tagName
                outside.push(`${text.data.trim()} leaves ${name} by ${Math.round(by)} px`)
                break
            }
        }
    }
    return outside
}"""


def addresses_in(visit: Visit, section: str) -> list[str]:
    """Return the first address of a file of the sitemap in each language."""
    text = visit.page.request.get(f"{visit.site}/sitemap-{section}-1.xml").text()
    paths = [address.removeprefix(visit.site) for address in re.findall(r"<loc>([^<]+)</loc>", text)]
    return [
        next(path for path in paths if path.startswith("/en/") == is_english) for is_english in (False, True)
    ]


@pytest.mark.parametrize("visit", [PHONE], ids=["360"], indirect=True)
@pytest.mark.parametrize("page", PAGES)
def test_words_stay_in_their_boxes_at_twice_the_size(visit: Visit, page: str):
    paths = addresses_in(visit, page.strip("{}")) if page.startswith("{") else [page]

    for path in paths:
        visit.page.goto(visit.site + path)
        visit.page.evaluate("document.documentElement.style.fontSize = '200%'")

        assert visit.page.evaluate(WORDS_OUTSIDE) == [], path
        assert visit.overflow <= 0, path


def test_the_check_finds_words_that_stick_out(visit: Visit):
    visit.page.goto(visit.site + "/chung-nhan/")
    visit.page.evaluate("document.querySelector('h1').style.cssText = 'width: 2rem; white-space: nowrap'")

    assert any("leaves H1" in words for words in visit.page.evaluate(WORDS_OUTSIDE))
