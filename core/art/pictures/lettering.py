"""Words printed on packs: they shrink to fit, whatever system font shows them."""

import unicodedata
from collections.abc import Sequence

from core.art import svg
from core.art.yarns import colour

LINE_HEIGHT = 1.28  # stacked marks (Ễ, Ậ) need air

# Bold capitals in thousandths of an em: the widest of Arial, Roboto and Noto Sans, and a little over.
_WIDTHS = {
    **dict.fromkeys("I.,'’:;!|", 400),
    **dict.fromkeys(" -()/", 400),
    **dict.fromkeys("J", 580),
    **dict.fromkeys("BEFKLPSTXYZ", 750),
    **dict.fromkeys("0123456789", 600),
    **dict.fromkeys("ACDGHNRUV", 830),
    **dict.fromkeys("OQ", 850),
    **dict.fromkeys("M&+%", 980),
    "W": 1050,
}
_OTHER_WIDTH = 980
_SPACING = 0.03


def width_em(words: str) -> float:
    """Estimate, on the safe side, how wide bold words are, in em; marks add nothing."""
    total = 0
    for letter in unicodedata.normalize("NFD", words.upper().replace("Đ", "D")):
        if not unicodedata.combining(letter):
            total += _WIDTHS.get(letter, _OTHER_WIDTH)
    return total / 1000 + _SPACING * len(words)


def fitting_size(lines: Sequence[str], width: float, largest: float) -> float:
    """Choose the size of letters, at most `largest`, at which every line fits a width."""
    return min([largest, *(width / width_em(line) for line in lines)])


def letter(
    lines: Sequence[str], x: float, y: float, width: float, *, shade: str, largest: float, upright: float = 0
) -> str:
    """Print lines, centred both ways on a point.

    Args:
        lines: At most two lines; none prints nothing.
        x: The middle of the lines.
        y: The middle of the block of lines.
        width: The room between the edges of the pack.
        shade: The ink.
        largest: The size of letters when the words are short.
        upright: The room from top to bottom; 0 sets no limit.
    """
    if not lines:
        return ""
    size = fitting_size(lines, width, largest)
    if upright:
        size = min(size, upright / (LINE_HEIGHT * len(lines)))
    first = y - (len(lines) - 1) * size * LINE_HEIGHT / 2 + size * 0.36  # capitals are .72 em high
    return svg.group(
        *(
            svg.element("text", svg.text(line), x=x, y=first + at * size * LINE_HEIGHT)
            for at, line in enumerate(lines)
        ),
        font_size=size,
        font_weight="700",
        text_anchor="middle",
        fill=colour(shade),
        letter_spacing=f"{size * _SPACING:.2f}",
    )
