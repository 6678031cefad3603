"""Photos in the place of drawings: shown once their copies are made, gone when they go, without a query."""

import json
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from catalogue.models import Product, ProductImage
from catalogue.pages.product import read_product
from catalogue.photos import MOST_ATTEMPTS, attach_photo, photos_of, prepare, sweep
from catalogue.thumbnails import PictureThumbnailer
from core.clock import today
from core.generations import CATALOGUE, current
from tests.core.uploads.samples import picture
from tests.factories import PackSizeFactory, PictureFactory, ProductFactory, UserFactory

pytestmark = pytest.mark.django_db


def photographed(size: tuple[int, int] = (60, 40), **facts: Any) -> Product:
    """Return a product whose photo is ready."""
    product = ProductFactory(stocked=True)
    prepare(attach_photo(product, PictureFactory(size=size, **facts)).pk)
    return Product.objects.get(pk=product.pk)


def test_the_drawing_is_shown_until_the_copies_are_made(client, django_capture_on_commit_callbacks):
    product = ProductFactory(stocked=True)
    image = attach_photo(product, PictureFactory())
    address = product.get_absolute_url()

    before = client.get(address).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        prepare(image.pk)
    after = client.get(address).content.decode()

    assert "chưa có ảnh thật" in before
    assert "<picture" not in before
    assert "chưa có ảnh thật" not in after
    assert 'type="image/avif"' in after
    assert "Người Thử" in after


def test_a_page_names_sizes_formats_and_words(client):
    product = photographed(size=(900, 900))

    page = client.get(product.get_absolute_url()).content.decode()

    found = re.search(r"<picture class=\"photo\">.*?</picture>", page, re.DOTALL)
    assert found is not None
    html = found[0]
    assert re.findall(r" (\d+)w", html.split("image/webp")[0]) == ["240", "480", "720", "900"]
    assert html.index("image/avif") < html.index("image/webp") < html.index("<img")
    assert 'width="480" height="480"' in html
    assert "sizes=" in html
    assert 'fetchpriority="high"' in html
    assert "Mô tả Ảnh thử" in html


def test_the_files_that_a_page_names_are_there(client):
    product = photographed()

    page = client.get(product.get_absolute_url()).content.decode()

    files = set(re.findall(r"/media/images/[^ \",]+", page))
    assert len(files) >= 3
    for file in files:
        assert client.get(file).status_code == 200


def test_cards_machines_and_shared_links_see_the_photo(client):
    product = photographed()

    page = client.get(product.get_absolute_url()).content.decode()
    card = client.get("/san-pham/").content.decode()

    shared = photos_of(product)[0].shared_url
    assert f'<meta property="og:image" content="http://testserver{shared}">' in page
    scripts = re.findall(r"<script type=\"application/ld\+json\">(.*?)</script>", page, re.DOTALL)
    assert f"http://testserver{shared}" in json.dumps([json.loads(text) for text in scripts])
    assert shared.endswith(".jpg")
    assert "<picture" in card


def test_words_are_of_the_pages_language(client):
    product = photographed()

    with translation.override("en"):
        page = client.get(product.get_absolute_url()).content.decode()

    assert "Words of Ảnh thử" in page


def test_a_photo_costs_a_page_no_query(django_assert_num_queries):
    product = read_product(photographed().pk, today())

    with django_assert_num_queries(0):
        assert len(photos_of(product)) == 1


def test_several_photos_have_an_order_and_links(client):
    product = photographed()
    prepare(attach_photo(product, PictureFactory(title="Thứ hai"), caption="Trong vườn").pk)

    page = client.get(product.get_absolute_url()).content.decode()

    assert page.index('id="picture-1"') < page.index('id="picture-2"')
    assert 'href="#picture-2"' in page
    assert "Trong vườn" in page


def test_a_pack_size_shows_its_parents_photo():
    size = PackSizeFactory()
    prepare(attach_photo(size.parent, PictureFactory()).pk)

    assert len(photos_of(Product.objects.select_related("parent").get(pk=size.pk))) == 1


def test_without_its_photo_a_product_shows_the_drawing_again(client):
    product = photographed()

    product.images.get().delete()

    assert "chưa có ảnh thật" in client.get(product.get_absolute_url()).content.decode()


def test_a_picture_that_is_deleted_takes_its_photo_along(client, django_capture_on_commit_callbacks):
    product = photographed()

    with django_capture_on_commit_callbacks(execute=True):
        product.images.get().original.delete()

    assert not ProductImage.objects.exists()
    assert Product.objects.get(pk=product.pk).photos is None


def test_another_file_is_shown_once_its_copies_are_made(client, django_capture_on_commit_callbacks):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    product = photographed()
    kept = product.images.get().original
    before = photos_of(product)[0].url

    words = {"title": "Mới", "alt_vi": "Ảnh mới", "alt_en": "New", "credit": "Mai"}
    file = SimpleUploadedFile("b.png", picture("PNG", size=(50, 50)))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/cms/images/{kept.pk}/", {**words, "file": file, "collection": kept.collection_id})

    waiting = Product.objects.get(pk=product.pk)
    assert photos_of(waiting) == []  # its old copies are deleted: nothing may name them
    assert sweep() == 1
    prepare(product.images.get().pk)
    (shown,) = photos_of(Product.objects.get(pk=product.pk))
    assert shown.url != before
    assert (shown.alt, shown.credit) == ("Ảnh mới", "Mai")


def test_changed_words_are_shown_at_once():
    product = photographed()
    kept = product.images.get().original

    kept.credit = "Mai"
    kept.save()

    assert photos_of(Product.objects.get(pk=product.pk))[0].credit == "Mai"


def test_a_new_photo_begins_a_new_generation(django_capture_on_commit_callbacks):
    product = ProductFactory()
    image = attach_photo(product, PictureFactory())
    before = current([CATALOGUE])

    with django_capture_on_commit_callbacks(execute=True):
        prepare(image.pk)

    assert current([CATALOGUE]) != before


def test_a_photo_that_cannot_be_made_is_tried_only_so_often(monkeypatch):
    image = attach_photo(ProductFactory(), PictureFactory())
    monkeypatch.setattr(type(image.original), "get_renditions", lambda *_specs: 1 / 0)

    for _ in range(MOST_ATTEMPTS):
        assert sweep() == 1
        with pytest.raises(ZeroDivisionError):
            prepare(image.pk)

    assert sweep() == 0


def test_saving_an_older_object_keeps_the_photos():
    product = ProductFactory()
    prepare(attach_photo(Product.objects.get(pk=product.pk), PictureFactory()).pk)

    product.save()

    assert Product.objects.get(pk=product.pk).photos is not None


def test_oscar_gets_its_thumbnails_from_the_same_place():
    thumbnail = PictureThumbnailer().generate_thumbnail(PictureFactory(size=(400, 200)), size="70x70")

    assert (thumbnail.width, thumbnail.height) == (70, 35)
    assert thumbnail.url.startswith("/media/images/")


def test_staff_put_a_picture_to_a_product(client):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    product, kept = ProductFactory(), PictureFactory()
    address = reverse("staff_photos:add")

    assert client.get(address).status_code == 200
    facts = {"product": product.pk, "original": kept.pk, "caption": "Trong vườn", "display_order": 0}
    assert client.post(address, facts).status_code == 302

    assert product.images.get().original == kept
    assert "Trong vườn" in client.get(reverse("staff_photos:index")).content.decode()
    again = client.post(address, facts)
    assert again.status_code == 200  # once is enough
    assert product.images.count() == 1
