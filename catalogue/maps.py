"""The small woven map with one place marked, as a file drawn once."""

import hashlib
from functools import cache

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from core.art.woven_map import WovenMap
from core.page_parts import MapPicture
from producers.models import Partner
from regions.boundaries import district_polygons

#: Changes when the drawing changes, so that browsers fetch the new file.
_DRAWING = 1


@cache
def region_map() -> WovenMap:
    """Return the map of the former Bình Phước, cut into squares once per process."""
    return WovenMap(district_polygons())


def point_of(producer: Partner) -> tuple[float, float] | None:
    """Return latitude and longitude of a producer: its own point, else its commune's centre."""
    for holder in (producer, producer.unit, producer.district):
        if holder is not None and holder.latitude is not None and holder.longitude is not None:
            return holder.latitude, holder.longitude
    return None


def place_map(producer: Partner) -> MapPicture | None:
    """Return the map that shows where a producer is, or None where no point is known."""
    point = point_of(producer)
    if point is None:
        return None
    key = hashlib.sha256(f"{_DRAWING}:{point[0]:.3f}:{point[1]:.3f}".encode()).hexdigest()[:16]
    name = f"art/maps/{key}.svg"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(region_map().draw_small(*point).encode()))
    caption = _("For orientation only, not a boundary.")
    if producer.latitude is None:
        caption = _("For orientation only, not a boundary. The point is the centre of the commune.")
    return MapPicture(
        url=default_storage.url(name),
        alt=_("Map of the former Bình Phước with %(name)s marked.") % {"name": producer.name},
        width=300,
        height=260,
        caption=caption,
    )
