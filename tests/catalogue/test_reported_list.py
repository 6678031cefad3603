"""Every product that the press named can be reached from the product list, page by page."""

import re

import lxml.html
import pytest

from catalogue.models import Product
from catalogue.pages.producer import counts_of, description_of
from core.clock import today
from producers.models import Partner
from tests.factories import ProducerFactory, ProductFactory
from tests.site_pages import new_site, pages  # noqa: F401  fixtures are found by their names

pytestmark = pytest.mark.usefixtures("press_records", "new_site")

LIST = {"vi": "/san-pham/bao-chi-dua-tin/", "en": "/en/products/reported/"}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_reported_product_is_reached_from_the_list(client, language):
    html = client.get({"vi": "/san-pham/", "en": "/en/products/"}[language]).content.decode()
    assert f'href="{LIST[language]}"' in html

    found, address = set(), LIST[language]
    while address:
        tree = lxml.html.fromstring(client.get(address).content)
        found |= {int(pk) for pk in re.findall(r"-(\d+)/", " ".join(tree.xpath("//main//h2/a/@href")))}
        assert not tree.xpath("//*[@data-stars]")
        address = next(iter(tree.xpath("//a[@rel='next']/@href")), "")
        address = address and f"{LIST[language]}{address[address.index('?') :]}"

    assert len(found) == 67
    assert found == set(Product.objects.reported().values_list("pk", flat=True))


def test_a_bad_page_is_the_first_and_kept_by_nobody_and_past_the_end_is_not_found(client):
    bad = client.get(LIST["vi"], {"page": "x"})

    assert bad.status_code == 200
    assert bad.headers["Cache-Control"] == "no-store"
    assert client.get(LIST["vi"], {"page": "10" * 9}).status_code == 404


def test_the_cost_of_a_page_does_not_grow(client, django_assert_max_num_queries, settings):
    settings.PUBLIC_PAGE_CACHE = False
    client.get(LIST["vi"])

    with django_assert_max_num_queries(8):
        client.get(LIST["vi"])


def test_producers_whom_nobody_confirmed_are_marked_and_described(client):
    tree = lxml.html.fromstring(client.get("/chu-the/").content)
    marked = {
        block.xpath(".//h2/a/@href")[0] for block in tree.xpath("//article[.//*[@class='unclaimed-mark']]")
    }
    shown = set(tree.xpath("//article//h2/a/@href"))
    reported = {each.get_absolute_url() for each in Partner.objects.public() if each.is_reported}

    assert marked == shown & reported
    assert marked
    for path in marked:
        page = lxml.html.fromstring(client.get(path).content)
        assert "chủ chưa xác nhận" in page.xpath("//meta[@name='description']/@content")[0]


def test_a_producer_who_runs_its_page_is_described_in_its_own_words():
    producer = ProducerFactory(tagline="Rang mẻ nhỏ.")
    ProductFactory(producer=producer)
    counts = counts_of([producer.pk], today()).get(producer.pk)

    assert description_of(producer, counts) == "Rang mẻ nhỏ."
