"""Draws the woven map, large with numbered pins or small with one lozenge, on a transparent ground."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.art import cells, svg
from core.art.woven_map import geometry
from core.art.woven_map.lettering import spread, write_labels
from core.art.yarns import SOILS, colour

SQUARE = 9
"""The side of a square, in units of the drawing."""

_SOILS = tuple(SOILS)
_TWILL = ".07"  # how much darker every second square is
_MARGIN = 22
_BAR_KM = 20
_BAR_ROOM = 44
_PIN, _CURRENT_PIN = 15, 18


@dataclass(frozen=True)
class Pin:
    """A numbered place, as in the list beside the map; degrees. Its label is for assistive technology."""

    number: int
    lat: float
    lon: float
    label: str
    current: bool = False


@dataclass(frozen=True)
class Label:
    """A name written on the cloth, such as a former district; degrees."""

    text: str
    lat: float
    lon: float


class WovenMap:
    """A map woven once from polygons by former district, then drawn with any pins.

    Args:
        districts: For each district code its polygons; a polygon is an outer ring and its holes, a ring a
            list of (longitude, latitude): the coordinates of a GeoJSON MultiPolygon fit as they are.

    Raises:
        ValueError: There is no polygon.
    """

    def __init__(self, districts: Mapping[str, Sequence[geometry.Polygon]]) -> None:
        self._frame, wide, high = geometry.frame_of(districts)
        self.squares = geometry.cut(districts, self._frame, wide, high)
        """Rows from the north; each square holds a district code or None."""
        self.tones = geometry.tones_of(self.squares, len(_SOILS))
        self.width = wide * SQUARE + 2 * _MARGIN
        self.height = high * SQUARE + 2 * _MARGIN

    def project(self, lat: float, lon: float) -> tuple[float, float]:
        """Turn degrees into x and y of the drawing."""
        x, y = self._frame.to_squares(lat, lon)
        return round(_MARGIN + x * SQUARE, 2), round(_MARGIN + y * SQUARE, 2)

    def draw(
        self,
        pins: Sequence[Pin] = (),
        *,
        labels: Sequence[Label] = (),
        title: str = "Bản đồ dệt",
        links: bool = False,
    ) -> str:
        """Draw the large map with pins, labels and a bar of 20 km.

        Pins that would cover each other are moved apart. The drawing has no ids and may be put into a page;
        its bar takes the colour of the text (`currentColor`).

        Args:
            pins: Places by number.
            labels: Names on the cloth; one that finds no free room is left out.
            title: One sentence for assistive technology.
            links: Whether each pin links to `#place-<number>`, the entry of the list beside the map.
        """
        spots = spread(
            [self.project(pin.lat, pin.lon) for pin in pins],
            [_CURRENT_PIN if pin.current else _PIN for pin in pins],
        )
        names = write_labels(
            [(label.text, *self.project(label.lat, label.lon)) for label in labels], spots, self.width
        )
        marks = "".join(
            _draw_pin(pin, x, y, links)
            for pin, (x, y, _) in sorted(zip(pins, spots, strict=True), key=lambda both: both[0].current)
        )
        return svg.document(
            self.width,
            self.height + _BAR_ROOM,
            self._cloth(),
            names,
            marks,
            self._bar(),
            title=title,
            role="img",
            class_="woven-map",
            font_family=svg.FONT_TEXT,
        )

    def draw_small(self, lat: float, lon: float, *, title: str = "Bản đồ dệt") -> str:
        """Draw the map for a corner of a page: one nghệ lozenge marks a place, and nothing is written."""
        x, y = self.project(lat, lon)
        reach = 40
        lozenge = svg.points([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)])
        mark = svg.path(lozenge, "nghe", stroke=colour("cham"), stroke_width=10)
        return svg.document(
            self.width,
            self.height,
            self._cloth(),
            mark,
            title=title,
            role="img",
            class_="woven-map woven-map--small",
        )

    def _cloth(self) -> str:
        rows = [[self._shade(x, y) for x in range(len(row))] for y, row in enumerate(self.squares)]
        return svg.group(
            cells.draw(rows, SQUARE, _MARGIN, _MARGIN),
            self._twill(rows),
            shape_rendering="crispEdges",
            class_="cloth",
        )

    def _twill(self, rows: Sequence[Sequence[str | None]]) -> str:
        """Darken every second square within the rim: dashed lines as thick as a square, one for each run."""
        data = ""
        for y, row in enumerate(rows):
            inner = [shade not in (None, "nghe") for shade in row] + [False]
            start = 0
            for x, here in enumerate(inner):
                if here and (x == 0 or not inner[x - 1]):
                    start = x + (x + y + 1) % 2
                elif not here and x > start and x > 0 and inner[x - 1]:
                    middle = svg.number(_MARGIN + (y + 0.5) * SQUARE)
                    data += f"M{_MARGIN + start * SQUARE} {middle}h{(x - start) * SQUARE}"
        return svg.element(
            "path",
            d=data,
            fill="none",
            stroke="#000",
            stroke_opacity=_TWILL,
            stroke_width=SQUARE,
            stroke_dasharray=SQUARE,
        )

    def _shade(self, x: int, y: int) -> str | None:
        """The yarn of a square: nghệ at the rim, else the soil of its district."""
        code = self.squares[y][x]
        if code is None:
            return None
        if any(self._empty(x + dx, y + dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))):
            return "nghe"
        return _SOILS[self.tones[code]]

    def _empty(self, x: int, y: int) -> bool:
        inside = 0 <= y < len(self.squares) and 0 <= x < len(self.squares[0])
        return not inside or self.squares[y][x] is None

    def _bar(self) -> str:
        length = _BAR_KM / geometry.SQUARE_KM * SQUARE
        right, y = self.width - _MARGIN, self.height + _BAR_ROOM - 18
        n = svg.number
        left = n(right - length)
        bar = f"M{left} {n(y - 6)}v12M{left} {n(y)}h{n(length)}M{n(right)} {n(y - 6)}v12"
        return svg.group(
            svg.element("path", d=bar, fill="none", stroke="currentColor", stroke_width=2),
            svg.element(
                "text",
                f"{_BAR_KM} km",
                x=right - length / 2,
                y=y - 12,
                text_anchor="middle",
                font_size=16,
                font_weight="600",
                fill="currentColor",
            ),
            class_="bar",
        )


def _draw_pin(pin: Pin, x: float, y: float, links: bool) -> str:
    """A circle with its number: chàm with a white rim, or nghệ with a chàm rim for the current place."""
    ground, rim, ink = ("nghe", colour("cham"), "den") if pin.current else ("cham", "#fff", "trang")
    number = svg.element(
        "text",
        str(pin.number),
        y=5.8,
        text_anchor="middle",
        font_size=16,
        font_weight="700",
        fill=colour(ink),
    )
    disc = svg.circle(0, 0, _CURRENT_PIN if pin.current else _PIN, ground, stroke=rim, stroke_width=3)
    named = svg.element("title", svg.text(f"{pin.number}. {pin.label}"))
    drawn = svg.group(
        named, disc, number, transform=svg.place(x, y), class_="pin pin--current" if pin.current else "pin"
    )
    return svg.element("a", drawn, href=f"#place-{pin.number}") if links else drawn
