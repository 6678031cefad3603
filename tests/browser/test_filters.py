"""Filters that a script applies in place: each is a step back, as it is without the script."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Visit


def total_of(visit: Visit) -> int:
    found = re.search(r"\d+", visit.page.locator("[data-result-count]").text_content() or "")
    assert found
    return int(found[0])


def expect_total(visit: Visit, total: int) -> None:
    expect(visit.page.locator("[data-result-count]")).to_contain_text(re.compile(rf"(?<!\d){total}(?!\d)"))


def test_the_way_back_leads_through_the_filters_one_by_one(visit: Visit):
    visit.open("/san-pham/")
    everything = total_of(visit)
    four = visit.page.locator('#filters input[name="stars"][value="4"]')
    stock = visit.page.locator('#filters input[name="in_stock"]')

    four.check()
    visit.page.wait_for_url(re.compile(r"\?stars=4$"))
    expect(visit.page.locator(".chips .chip")).to_have_count(1)
    with_star = total_of(visit)
    stock.check()
    visit.page.wait_for_url(re.compile("in_stock=1"))
    expect(visit.page.locator(".chips .chip")).to_have_count(2)
    assert total_of(visit) < with_star < everything

    with visit.page.expect_navigation(url=re.compile(r"\?stars=4$"), wait_until="load"):
        visit.page.evaluate("history.back()")
    expect(stock).not_to_be_checked()
    expect(four).to_be_checked()
    expect_total(visit, with_star)

    visit.page.evaluate("history.back()")
    expect(four).not_to_be_checked()
    visit.page.wait_for_url(re.compile(r"/san-pham/$"))
    expect_total(visit, everything)
    assert visit.complaints == []


def test_the_search_words_are_not_counted_as_a_filter(visit: Visit):
    visit.open("/san-pham/?q=dieu")
    assert visit.page.locator("[data-filter-panel] > summary .counter").count() == 0

    visit.open("/san-pham/?q=dieu&stars=4")
    assert visit.page.locator("[data-filter-panel] > summary .counter").text_content() == "1"
