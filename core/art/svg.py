"""A small writer of SVG: elements are strings, numbers are short, attributes are never `style`."""

from collections.abc import Iterable
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

from core.art.yarns import colour

FONT_TEXT = "-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Noto Sans,Liberation Sans,Arial,sans-serif"

Value: TypeAlias = str | float | None


def number(value: float) -> str:
    """Write a number with at most one decimal, without a needless zero: `.5`, `-3`, `12`."""
    text = f"{value:.1f}".removesuffix(".0")
    if text in ("-0", ""):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def points(pairs: Iterable[tuple[float, float]]) -> str:
    """Write points as the path data of a closed polygon."""
    first, *rest = pairs
    return f"M{_pair(first)}L{' '.join(_pair(pair) for pair in rest)}z"


def _pair(pair: tuple[float, float]) -> str:
    x, y = number(pair[0]), number(pair[1])
    return f"{x}{y}" if y.startswith("-") else f"{x} {y}"


def element(name: str, *children: str, **attributes: Value) -> str:
    """Write one element; `fill_opacity` stands for `fill-opacity`, `class_` for `class`; None is left out."""
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_text_of(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(children)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def _text_of(value: str | float) -> str:
    return value if isinstance(value, str) else number(value)


def path(data: str, shade: str | None, **attributes: Value) -> str:
    """Draw a filled path in a shade of yarn (None: no fill of its own)."""
    return element("path", d=data, fill=shade and colour(shade), **attributes)


def line(data: str, shade: str, width: float, **attributes: Value) -> str:
    """Draw an open path of a given width in a shade of yarn."""
    return element("path", d=data, fill="none", stroke=colour(shade), stroke_width=width, **attributes)


def rect(x: float, y: float, width: float, height: float, shade: str | None, **attributes: Value) -> str:
    """Draw a rectangle in a shade of yarn."""
    return element(
        "rect",
        x=x or None,
        y=y or None,
        width=width,
        height=height,
        fill=shade and colour(shade),
        **attributes,
    )


def circle(x: float, y: float, radius: float, shade: str | None, **attributes: Value) -> str:
    """Draw a disc in a shade of yarn."""
    return element("circle", cx=x or None, cy=y or None, r=radius, fill=shade and colour(shade), **attributes)


def ellipse(x: float, y: float, rx: float, ry: float, shade: str | None, **attributes: Value) -> str:
    """Draw an ellipse in a shade of yarn."""
    return element(
        "ellipse", cx=x or None, cy=y or None, rx=rx, ry=ry, fill=shade and colour(shade), **attributes
    )


def group(*children: str, **attributes: Value) -> str:
    """Gather elements under shared attributes."""
    return element("g", *children, **attributes)


def place(x: float, y: float, turn: float = 0, scale: float = 1) -> str:
    """Write the transform that puts something at a point, turned (degrees) and scaled."""
    moved = f"translate({number(x)} {number(y)})"
    turned = f"rotate({round(turn)})" if round(turn) else ""
    scaled = f"scale({f'{scale:.2f}'.removeprefix('0').rstrip('0').rstrip('.')})" if scale != 1 else ""
    return moved + turned + scaled


def text(content: str) -> str:
    """Make words safe between tags."""
    return escape(content)


def document(width: float, height: float, *children: str, title: str = "", **attributes: Value) -> str:
    """Write a whole SVG file of a size in pixels, which is also its coordinate system."""
    named = element("title", text(title)) if title else ""
    return element(
        "svg",
        named,
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        **attributes,
    )
