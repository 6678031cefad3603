"""Photos of products: what pages show of them is kept with the product, so that a page asks nothing.

A photo is shown once the worker has made its smaller copies; until then, and without photos, the drawing is.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import get_language

from catalogue.models import Product, ProductImage
from catalogue.tasks import prepare_photo
from core.generations import CATALOGUE, bump
from core.page_parts import Photo, PhotoSource

#: Sides of the squares that pages show, in pixels.
SIDES = (240, 480, 720, 1200)
#: For browsers that know neither AVIF nor WebP, and for those who share or index a page.
PLAIN_SIDE, SHARED_SIDE = 480, 1200
FORMATS = ("avif", "webp")
SPECS = {
    **{f"fill-{side}x{side}|format-{name}": (name, side) for name in FORMATS for side in SIDES},
    **{f"fill-{side}x{side}|format-jpeg": ("jpeg", side) for side in (PLAIN_SIDE, SHARED_SIDE)},
}
#: A picture that cannot be made smaller after so many attempts never will be.
MOST_ATTEMPTS = 5
_SWEPT_AT_ONCE = 50


def photos_of(product: Product) -> list[Photo]:
    """Return the photos of a product in their order, without a query; a pack size shows its parent's."""
    kept = product.photos
    if not kept and product.parent_id and product.parent:
        kept = product.parent.photos
    return [_photo(facts) for facts in kept or ()]


def attach_photo(product: Product, picture: Any, caption: str = "") -> ProductImage:
    """Put a picture behind the photos that a product has.

    Args:
        product: Whose photo it becomes.
        picture: Of the model that WAGTAILIMAGES_IMAGE_MODEL names.
        caption: What stands under it.
    """
    return ProductImage.objects.create(
        product=product, original=picture, caption=caption, display_order=product.images.count()
    )


def prepare(image_id: int) -> bool:
    """Make the smaller copies of one photo and show it; say whether it is ready.

    Call outside transactions: it takes seconds.
    """
    ProductImage.objects.filter(pk=image_id).update(attempts=F("attempts") + 1)
    image = ProductImage.objects.select_related("original").filter(pk=image_id).first()
    if image is None:
        return False
    image.original.get_renditions(*SPECS)
    ProductImage.objects.filter(pk=image_id).update(prepared_at=timezone.now(), attempts=0)
    store_photos([image.product_id])
    return True


def prepare_later(images: Iterable[ProductImage]) -> None:
    """Have the worker make copies once the surrounding transaction is committed."""
    for image in images:
        prepare_photo.enqueue(image.pk)


def sweep() -> int:
    """Put back into the queue what no task has finished; return how many photos."""
    waiting = ProductImage.objects.filter(prepared_at=None, attempts__lt=MOST_ATTEMPTS).order_by(
        "attempts", "pk"
    )
    found = list(waiting[:_SWEPT_AT_ONCE])
    prepare_later(found)
    return len(found)


@transaction.atomic
def store_photos(product_ids: Iterable[int]) -> None:
    """Write down with each product which photos its pages show, and begin a new generation of pages."""
    for product_id in product_ids:
        images = ProductImage.objects.filter(product=product_id).select_related("original")
        facts = [found for image in images if (found := _facts(image))]
        Product.objects.filter(pk=product_id).update(photos=facts or None)
    bump(CATALOGUE)


def _facts(image: ProductImage) -> dict[str, Any] | None:
    """Return what pages need of a photo, as JSON types; None while a copy is missing."""
    picture = image.original
    files: dict[str, list[list[Any]]] = {name: [] for name in (*FORMATS, "jpeg")}
    found = {
        each.spec: rendition for each, rendition in picture.find_existing_renditions(*_filters()).items()
    }
    for spec, (name, _side) in SPECS.items():
        rendition = found.get(spec)
        if rendition is None:
            return None
        # A small picture has fewer sizes than asked for.
        if all(rendition.width != width for width, _file in files[name]):
            files[name].append([rendition.width, rendition.file.name])
    return {
        "alt_vi": picture.alt_vi,
        "alt_en": picture.alt_en or picture.alt_vi,
        "credit": picture.credit,
        "caption": image.caption,
        "files": files,
    }


def _filters() -> list[Any]:
    from wagtail.images.models import Filter  # noqa: PLC0415  its module needs all models

    return [Filter(spec=spec) for spec in SPECS]


def _photo(facts: Mapping[str, Any]) -> Photo:
    files = facts["files"]
    width, plain = files["jpeg"][0]
    return Photo(
        url=default_storage.url(plain),
        alt=facts["alt_en"] if get_language() == "en" else facts["alt_vi"],
        width=width,
        height=width,
        credit=facts["credit"],
        caption=facts["caption"],
        shared_url=default_storage.url(files["jpeg"][-1][1]),
        sources=tuple(
            PhotoSource(
                f"image/{name}",
                ", ".join(f"{default_storage.url(file)} {side}w" for side, file in files[name]),
            )
            for name in FORMATS
        ),
    )
