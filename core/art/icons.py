"""Icons on a 24 grid: 2 px strokes, square ends, in the colour of the text beside them."""

from core.art import svg

STAR = "M12 1.5 15.1 8.3 22.4 9.2 17 14.2 18.5 21.5 12 17.9 5.5 21.5 7 14.2 1.6 9.2 8.9 8.3z"


def _stroke(data: str) -> str:
    return svg.element("path", d=data)


def _ring(x: float, y: float, radius: float) -> str:
    return svg.element("circle", cx=x, cy=y, r=radius)


def _dot(x: float, y: float) -> str:
    return svg.element(
        "path", d=f"M{svg.number(x - 1)} {svg.number(y - 1)}h2v2h-2z", fill="currentColor", stroke="none"
    )


ICONS = {
    "search": _ring(10.5, 10.5, 6.5) + _stroke("M15.5 15.5 21 21"),
    "menu": _stroke("M3 6H21M3 12H21M3 18H21"),
    "home": _stroke("M3 11.5 12 4 21 11.5M6 9.5V20H18V9.5M10 20V14H14V20"),
    "grid": _stroke("M4 4H10V10H4zM14 4H20V10H14zM4 14H10V20H4zM14 14H20V20H14z"),
    "check-seal": _stroke(
        "M12 2.5 14.6 4.6 18 4.3 18.7 7.6 21.5 9.5 20.2 12.5 21.5 15.5 18.7 17.4 18 20.7 14.6 20.4 "
        "12 22.5 9.4 20.4 6 20.7 5.3 17.4 2.5 15.5 3.8 12.5 2.5 9.5 5.3 7.6 6 4.3 9.4 4.6z"
    )
    + _stroke("M8 12.5 11 15.5 16 10"),
    "basket": _stroke("M3 9.5H21L19 20H5zM8 9.5 11 3.5M16 9.5 13 3.5M9.5 13V16.5M14.5 13V16.5"),
    "user": _ring(12, 8, 4) + _stroke("M4 21C4 16.5 7.5 14.5 12 14.5 16.5 14.5 20 16.5 20 21"),
    "close": _stroke("M5 5 19 19M19 5 5 19"),
    "plus": _stroke("M12 5V19M5 12H19"),
    "minus": _stroke("M5 12H19"),
    "filter": _stroke("M3 6H21M6 12H18M10 18H14"),
    "sort": _stroke("M7 4V20M3 16 7 20 11 16M17 20V4M13 8 17 4 21 8"),
    "arrow-left": _stroke("M21 12H4M10.5 5 3.5 12 10.5 19"),
    "arrow-right": _stroke("M3 12H20M13.5 5 20.5 12 13.5 19"),
    "chevron-down": _stroke("M5 9 12 16 19 9"),
    "chevron-left": _stroke("M15 5 8 12 15 19"),
    "chevron-right": _stroke("M9 5 16 12 9 19"),
    "phone": _stroke(
        "M6 3H10L11.5 8 9 10C10 12.5 11.5 14 14 15L16 12.5 21 14V18"
        "C21 19.5 20 21 18 21 10 21 3 13 3 6 3 4 4.5 3 6 3z"
    ),
    "chat": _stroke("M3.5 4H20.5V16.5H10.5L5.5 20.5V16.5H3.5zM8 8.5H16M8 12H13"),
    "check": _stroke("M4 12.5 9 17.5 20 6.5"),
    "banknote": _stroke("M2 6H22V18H2z") + _ring(12, 12, 3) + _dot(5.5, 12) + _dot(18.5, 12),
    "clock": _ring(12, 12, 9) + _stroke("M12 7V12.5L15.5 14.5"),
    "leaf": _stroke("M5 20C5 10 11 5 20 4 20 14 15 19 8 18M5 20C7 15 10 12 14 10"),
    "bag": _stroke("M5 8H19V21H5zM9 11V6A3 3 0 0 1 15 6V11"),
    "newspaper": _stroke(
        "M4 5H17V19H6A2 2 0 0 1 4 17zM17 9H20V17A2 2 0 0 1 18 19H16M7 9H14M7 12.5H14M7 16H11"
    ),
    "warning": _stroke("M12 3.5 22 20.5H2zM12 10V14.5") + _dot(12, 17.3),
    "info": _ring(12, 12, 9) + _stroke("M12 11V17") + _dot(12, 7.8),
    "error": _stroke("M8 3H16L21 8V16L16 21H8L3 16V8zM12 7.5V13") + _dot(12, 16.2),
    "map-pin": _stroke("M12 21.5C7 15.5 5 13 5 9.5A7 7 0 0 1 19 9.5C19 13 17 15.5 12 21.5z")
    + _ring(12, 9.5, 2.5),
    "external-link": _stroke("M10 5H4V20H19V14M14 4H20V10M20 4 11 13"),
    "document": _stroke("M6 3H14L19 8V21H6zM14 3V8H19M9 12.5H16M9 16.5H16"),
    "download": _stroke("M12 3V15M6.5 10 12 15.5 17.5 10M4 17V20.5H20V17"),
    "printer": _stroke("M7 8V3H17V8M7 17H3V8H21V17H17M7 14H17V21H7z"),
    "star": svg.element("path", d=STAR, fill="currentColor", stroke="none"),
    "star-outline": svg.element("path", d=STAR),
    "language": _ring(12, 12, 9) + _stroke("M3 12H21M12 3C7.5 8 7.5 16 12 21M12 3C16.5 8 16.5 16 12 21"),
    "calendar": _stroke("M4 5.5H20V20.5H4zM4 10H20M8 3V7M16 3V7")
    + _dot(8.5, 14)
    + _dot(12, 14)
    + _dot(15.5, 14),
    "truck": _stroke("M5 17H2V6H14V17H9.5M14 9.5H18L22 13.5V17H20M15.5 17H14")
    + _ring(7.2, 17.5, 2.2)
    + _ring(17.8, 17.5, 2.2),
    "qr": _stroke("M4 4H10V10H4zM14 4H20V10H14zM4 14H10V20H4zM14 13V16H17V13M21 13V16M14 20H16M20 18V21")
    + _dot(7, 7)
    + _dot(17, 7)
    + _dot(7, 17),
    "card": _stroke("M2 5H22V19H2zM2 10H22M6 15H10"),
    "receipt": _stroke("M5 3H19V21L16.5 19 14.3 21 12 19 9.7 21 7.5 19 5 21zM8.5 8H15.5M8.5 12H15.5"),
    "bus": _stroke("M4 4.5H20V17.5H4zM4 11.5H20M7 17.5V20.5M17 17.5V20.5") + _dot(8, 14.5) + _dot(16, 14.5),
    "car": _stroke("M5.2 17H3V12L6 6.5H17L20 12H21V17H19.3M9.8 17H14.7M5.5 12H19")
    + _ring(7.5, 17, 2)
    + _ring(17, 17, 2),
    "motorbike": _ring(5.5, 17, 3)
    + _ring(18.5, 17, 3)
    + _stroke("M8.5 17H15.5M13.5 7H17L18.5 14M5 12H12L15.5 17M3.5 9H8"),
    "trash": _stroke("M4 6.5H20M9 6.5V3.5H15V6.5M6.5 6.5 7.5 21H16.5L17.5 6.5M10.5 11V17M13.5 11V17"),
    "edit": _stroke("M4 20V16L16 4 20 8 8 20zM13 7 17 11"),
    "mail": _stroke("M3 5H21V19H3zM3 7 12 13.5 21 7"),
    "camera": _stroke("M3 7.5H8L9.5 5H14.5L16 7.5H21V19.5H3z") + _ring(12, 13, 3.5),
    "shield": _stroke(
        "M12 3 20 6V11.5C20 16 17 19.5 12 21.5 7 19.5 4 16 4 11.5V6zM8.5 12 11.2 14.7 15.5 9.8"
    ),
}
"""The inside of every icon, by the id of its symbol."""


def draw_icon_sprite() -> str:
    """Write all icons as symbols of one file: `<svg><use href="icons.svg#search"/></svg>`.

    They take `currentColor` of the element that uses them, and the size of its svg.
    """
    symbols = (
        svg.element(
            "symbol",
            inside,
            id=name,
            viewBox="0 0 24 24",
            fill="none",
            stroke="currentColor",
            stroke_width=2,
            stroke_linecap="butt",
            stroke_linejoin="miter",
        )
        for name, inside in ICONS.items()
    )
    return svg.element("svg", *symbols, xmlns="http://www.w3.org/2000/svg")
