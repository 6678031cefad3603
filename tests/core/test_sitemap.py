"""The sitemap and robots.txt."""

import os
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from django.test import override_settings

from core import sitemaps
from tests.factories import CertificateFactory, ProductFactory
from tests.site_pages import new_site, pages  # noqa: F401  fixtures are found by their names

pytestmark = pytest.mark.usefixtures("new_site")

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
HOST = "http://testserver"


def files(client):
    tree = ET.fromstring(client.get("/sitemap.xml").content)
    return [element.text.removeprefix(HOST) for element in tree.iter(f"{SITEMAP}loc")]


def entries(client, address):
    """Return the addresses of a file with what each says of its pair."""
    tree = ET.fromstring(client.get(address).content)
    return {
        url.find(f"{SITEMAP}loc").text.removeprefix(HOST): {
            link.get("hreflang"): link.get("href").removeprefix(HOST) for link in url.iter(f"{XHTML}link")
        }
        for url in tree.iter(f"{SITEMAP}url")
    }


def test_the_index_names_every_section_that_has_a_page(client):
    CertificateFactory()

    assert set(files(client)) == {
        f"/sitemap-{name}-1.xml"
        for name in ("lists", "sets", "products", "producers", "certificates", "pages")
    }


def test_every_address_opens_and_names_its_pair_in_both_languages(client):
    CertificateFactory()

    for file in files(client):
        found = entries(client, file)
        assert found
        for address, pair in found.items():
            assert client.get(address).status_code == 200, address
            assert address in {pair["vi"], pair["en"]}
            assert pair["x-default"] == pair["vi"]
            assert found[pair["en"]] == pair


def test_hidden_things_are_not_listed(client):
    shown = ProductFactory()
    hidden = CertificateFactory(product__is_public=False)
    hidden.product.producer.is_public = False
    hidden.product.producer.save()

    listed = {address for file in files(client) for address in entries(client, file)}

    assert shown.get_absolute_url() in listed
    assert hidden.product.get_absolute_url() not in listed
    assert hidden.product.producer.get_absolute_url() not in listed
    assert hidden.get_absolute_url() not in listed


def test_a_long_section_is_cut_into_files(client, monkeypatch):
    products = ProductFactory.create_batch(5)
    monkeypatch.setattr(sitemaps, "URLS_PER_FILE", 4)

    parts = [file for file in files(client) if "products" in file]

    assert len(parts) == 3
    assert [len(entries(client, part)) for part in parts] == [4, 4, 2]
    listed = {address for part in parts for address in entries(client, part)}
    assert {product.get_absolute_url() for product in products} <= listed


def test_a_file_of_products_takes_one_query_however_many_there_are(client, django_assert_max_num_queries):
    ProductFactory.create_batch(8)

    with django_assert_max_num_queries(4):
        client.get("/sitemap-products-1.xml")


@pytest.mark.parametrize(
    "address", ["/sitemap-products-9.xml", "/sitemap-nothing-1.xml", "/sitemap-lists-0.xml"]
)
def test_a_file_that_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_robots_keep_out_of_private_areas_and_find_the_sitemap(client):
    text = client.get("/robots.txt").content.decode()

    for area in ("/cms/", "/dashboard/", "/gio-hang/", "/en/basket/", "/tai-khoan/", "/en/account/"):
        assert f"Disallow: {area}\n" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /\n" not in text


@override_settings(NOINDEX_ALL=True)
def test_a_public_demo_site_keeps_machines_out_of_everything(client):
    assert client.get("/robots.txt").content.decode() == "User-agent: *\nDisallow: /\n"
    assert b'content="noindex"' in client.get("/").content


@pytest.mark.parametrize(("demo", "expected"), [("1", "True"), ("0", "False")])
def test_demo_under_production_settings_is_kept_out_of_search_engines(demo, expected):
    environment = {
        **os.environ,
        "PYTHONPATH": ".:site",
        "DEMO": demo,
        "DJANGO_SECRET_KEY": "x" * 60,
        "ALLOWED_HOSTS": "example.vn",
        "SITE_URL": "https://example.vn",
    }
    code = "from config.settings import production; print(production.NOINDEX_ALL)"

    result = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == expected
