"""What must hold on each kind of page, on a phone and on a desk, with scripts and without."""

import re

import pytest

from tests.browser.conftest import Visit

PAGES = [
    "/",
    "/en/",
    "/san-pham/",
    "/en/products/",
    "/chu-the/",
    "/en/producers/",
    "/chung-nhan/",
    "/en/certificates/",
]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1280, "height": 900}}


@pytest.mark.parametrize("visit", [PHONE, DESK], ids=["360", "1280"], indirect=True)
@pytest.mark.parametrize("path", PAGES)
def test_pages_fit_the_window_keep_the_policy_and_ask_nobody_else(visit: Visit, path: str):
    assert visit.open(path) == 200

    assert visit.overflow <= 0
    assert visit.complaints == []
    assert visit.outside == []


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], ids=["no script"], indirect=True)
def test_without_scripts_the_search_box_leads_to_products(visit: Visit):
    visit.open("/")
    visit.page.locator('form[role="search"] input[name="q"], form[action] input[type="search"]').first.fill(
        "điều"
    )
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(re.compile(r"/san-pham/\?.*q="))

    assert visit.page.locator("h1").count() == 1


@pytest.mark.parametrize(
    "visit", [{"color_scheme": "dark"}, {"color_scheme": "light"}], ids=["dark", "light"], indirect=True
)
def test_both_themes_have_colours_of_their_own(visit: Visit, request: pytest.FixtureRequest):
    visit.open("/")
    colour = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    shade = sum(int(part) for part in re.findall(r"\d+", colour)[:3])

    assert (shade < 300) == ("dark" in request.node.name)


def test_the_language_switch_stays_on_the_same_thing(visit: Visit):
    visit.open("/san-pham/")
    visit.page.locator('a[hreflang="en"]:visible').first.click()
    visit.page.wait_for_url("**/en/products/")

    assert visit.page.locator("html").get_attribute("lang") == "en"


def test_the_first_tab_stop_leads_past_the_menu(visit: Visit):
    visit.open("/")
    visit.page.keyboard.press("Tab")
    target = visit.page.evaluate("document.activeElement.getAttribute('href')")

    assert target
    assert target.startswith("#")
    assert visit.page.locator(target).count() == 1
