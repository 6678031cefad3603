"""Pictures drawn for products and bands of producers, kept as files named by what they show.

A file's name is a digest of its drawing, so a page needs neither a query nor a look at the disk to name it,
and browsers may keep it for ever. Files are drawn when a product or producer is saved, and by `draw_art`.
"""

import hashlib
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from catalogue.models import Product
from core.art.band import design_of, draw_band_strip
from core.art.pictures import PictureSpec, default_spec, draw_picture
from producers.models import Partner

#: Sides of a band's cell in pixels: basket, page strip, page of the producer (identity §4).
BAND_CELLS = (1, 2, 4)
#: Raised when bands are drawn differently, so that their names change too.
_BAND_VERSION = 1
#: The band on packs whose producer is not known.
_HOUSE = ("moi-xa", 0)
#: Kept beside the fields of the spec: the file's name, and whether nobody designed the picture by hand.
_DIGEST, _AUTOMATIC = "digest", "automatic"


def picture_url(product: Product) -> str:
    """Return the address of a product's picture; a pack size shows its parent's."""
    return str(default_storage.url(_picture_file(_digest_of(product))))


def picture_alt(product: Product) -> str:
    """Return what the picture shows, in the active language."""
    title = product.title or (product.parent.title if product.parent_id and product.parent else "")
    return _("Illustration: %(title)s") % {"title": title}


def band_url(producer: Partner, cell: int = 2) -> str:
    """Return the address of a producer's band.

    Args:
        producer: Whose band.
        cell: The side of its cells in pixels, one of `BAND_CELLS`; the strip is 20 cells high.
    """
    return str(default_storage.url(_band_file(producer.code, producer.running_number, cell)))


def designed(spec: PictureSpec) -> dict[str, Any]:
    """Return a picture designed by hand as `Product.picture_spec` holds it."""
    return {**spec.to_dict(), _DIGEST: spec.digest(), _AUTOMATIC: False}


def automatic(product: Product) -> dict[str, Any]:
    """Return the picture that follows from set, title and producer, as `Product.picture_spec` holds it."""
    producer = product.producer
    spec = default_spec(
        product.ocop_set.set_number if product.ocop_set else None,
        product.branch.code if product.branch else None,
        product.title_vi or "",
        f"product-{product.pk}",
        *((producer.code, producer.running_number) if producer else _HOUSE),
    )
    return {**spec.to_dict(), _DIGEST: spec.digest(), _AUTOMATIC: True}


def choose_picture(product: Product) -> None:
    """Write down what the product's picture shows; one designed by hand is only named anew.

    Drawings may have changed since it was chosen: the name tells another file then.
    """
    kept = product.picture_spec
    chosen = designed(_spec(kept)) if kept and not kept.get(_AUTOMATIC, True) else automatic(product)
    if chosen != kept:
        product.picture_spec = chosen
        # Not save(): the choice is no edit that a history should keep.
        Product.objects.filter(pk=product.pk).update(picture_spec=chosen)


def draw_picture_of(product: Product) -> bool:
    """Draw the file of the chosen picture where it is missing; say whether it was."""
    return draw(_spec(product.picture_spec) if product.picture_spec else fallback())


def ensure_picture(product: Product) -> bool:
    """Choose the product's picture and draw its file where it is missing; pack sizes have none of their own.

    Returns:
        Whether a file was drawn.
    """
    if product.parent_id:
        return False
    choose_picture(product)
    return draw_picture_of(product)


def draw(spec: PictureSpec) -> bool:
    """Draw a picture's file where it is missing; say whether it was."""
    return _write_once(_picture_file(spec.digest()), partial(draw_picture, spec))


def ensure_band(producer: Partner) -> int:
    """Draw the files of a producer's band where they are missing; return how many were."""
    design = design_of(producer.code, producer.running_number)
    return sum(
        _write_once(
            _band_file(producer.code, producer.running_number, cell),
            partial(draw_band_strip, design, cell),
        )
        for cell in BAND_CELLS
    )


@lru_cache(maxsize=1)
def fallback() -> PictureSpec:
    """Return the picture of a product for which none was chosen yet."""
    return default_spec(None, None, "", "fallback", *_HOUSE)


def _digest_of(product: Product) -> str:
    kept = product.picture_spec
    if not kept and product.parent_id and product.parent:
        kept = product.parent.picture_spec
    return str((kept or {}).get(_DIGEST) or fallback().digest())


def _spec(kept: dict[str, Any]) -> PictureSpec:
    return PictureSpec.from_dict({key: kept[key] for key in kept if key not in (_DIGEST, _AUTOMATIC)})


def _picture_file(digest: str) -> str:
    return f"art/products/{digest}.svg"


@lru_cache(maxsize=4096)
def _band_file(code: str, number: int, cell: int) -> str:
    if cell not in BAND_CELLS:
        raise ValueError(f"no band has cells of {cell} pixels")
    digest = hashlib.sha256(f"{_BAND_VERSION} {design_of(code, number)!r}".encode()).hexdigest()[:12]
    return f"art/bands/{digest}-{cell}.svg"


def _write_once(name: str, draw_file: Callable[[], str]) -> bool:
    if default_storage.exists(name):
        return False
    default_storage.save(name, ContentFile(draw_file().encode()))
    return True
