"""Pictures and bands: named without a query, drawn once, chosen anew when the product changes."""

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from catalogue.models import Product
from catalogue.pictures import (
    BAND_CELLS,
    band_url,
    designed,
    ensure_band,
    ensure_picture,
    picture_alt,
    picture_url,
)
from core.art.pictures import PictureSpec
from tests.factories import PackSizeFactory, ProducerFactory, ProductFactory

pytestmark = pytest.mark.django_db


def file_of(url: str) -> str:
    return url.removeprefix("/media/")


def test_a_name_costs_no_query(django_assert_num_queries):
    product = Product.objects.get(pk=ProductFactory().pk)

    with django_assert_num_queries(0):
        url = picture_url(product)

    assert url == f"/media/art/products/{product.picture_spec['digest']}.svg"


def test_a_product_has_its_picture_after_the_commit(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        product = ProductFactory(title_vi="Mít sấy giòn")

    with default_storage.open(file_of(picture_url(product))) as file:
        drawing = file.read().decode()
    assert drawing.startswith("<svg")
    assert "MÍT SẤY" in drawing


def test_an_automatic_picture_follows_the_title():
    product = ProductFactory(title_vi="Mít sấy giòn")
    before = picture_url(product)

    product.title_vi = "Chuối sấy dẻo"
    product.save()

    assert picture_url(product) != before
    assert picture_url(Product.objects.get(pk=product.pk)) == picture_url(product)


def test_a_designed_picture_stays():
    spec = PictureSpec(
        kind="jar",
        pack="la",
        field="kem",
        window="circle",
        words=("THỬ",),
        ingredient="none",
        band_code="x",
        band_number=1,
    )
    product = ProductFactory(picture_spec=designed(spec))

    product.title_vi = "Tên khác"
    product.save()
    product.refresh_from_db()

    assert product.picture_spec == designed(spec)
    assert picture_url(product).endswith(f"{spec.digest()}.svg")


def test_choosing_a_picture_is_no_edit():
    product = ProductFactory()

    assert product.history.count() == 1


def test_a_pack_size_shows_its_parents_picture():
    size = PackSizeFactory()

    assert size.picture_spec is None
    assert picture_url(size) == picture_url(size.parent)
    assert not ensure_picture(size)


def test_without_a_choice_there_is_still_a_picture():
    call_command("draw_art", verbosity=0)

    assert default_storage.exists(file_of(picture_url(Product())))


def test_alt_text_says_that_it_is_an_illustration():
    size = PackSizeFactory(parent__title_vi="Tiêu đen")

    assert "Tiêu đen" in picture_alt(size)
    assert picture_alt(size) != "Tiêu đen"


def test_a_producer_has_its_bands_after_the_commit(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        producer = ProducerFactory()

    assert len({band_url(producer, cell) for cell in BAND_CELLS}) == len(BAND_CELLS)
    for cell in BAND_CELLS:
        assert default_storage.exists(file_of(band_url(producer, cell)))
    assert ensure_band(producer) == 0


def test_neighbours_in_the_register_have_other_bands():
    first, second = ProducerFactory(), ProducerFactory()

    assert band_url(first) != band_url(second)


def test_only_three_sizes_of_band_exist():
    with pytest.raises(ValueError, match="3 pixels"):
        band_url(ProducerFactory(), 3)


def test_lost_files_are_drawn_again(django_capture_on_commit_callbacks, capsys):
    with django_capture_on_commit_callbacks(execute=True):
        product = ProductFactory()
    default_storage.delete(file_of(picture_url(product)))

    call_command("draw_art")
    call_command("draw_art")

    assert default_storage.exists(file_of(picture_url(product)))
    assert "1 products: 0 pictures drawn" in capsys.readouterr().out
