"""Red land: Bà Rá over Thác Mơ, pepper on its posts, cashew trees in fruit."""

import math

from core.art.scenes.loom import Loom


def weave_red_land(width: int, height: int) -> Loom:
    """Weave the scene on a grid of this many cells."""
    loom = Loom(width, height, "nghe+66")
    shore = loom.down(0.56)
    bank = shore + loom.down(0.09)
    _sky(loom, shore)
    loom.disc(loom.across(0.70), loom.down(0.26), loom.down(0.175), ("gach", "gach", "nghe"))
    for peak, top, half in ((0.14, 0.37, 0.22), (0.93, 0.34, 0.20)):
        loom.hill(
            loom.across(peak), loom.down(top), shore, width * half, shades=("cham_nhat+22", "ho-22"), period=5
        )
    loom.hill(loom.across(0.44), loom.down(0.10), shore, width * 0.27, shades=("cham", "cham_nhat"), period=6)
    _lake(loom, shore, bank)
    loom.soil(bank, ("basalt", "basalt+8", "gach-4"))
    _pepper_garden(loom, bank)
    _cashew_trees(loom)
    return loom


def _sky(loom: Loom, shore: int) -> None:
    """Three stripes of morning, the upper two dithered into the next."""
    high, low = loom.down(0.15), loom.down(0.30)

    def shade(x: int, y: int) -> str | None:
        if y < high:
            return "nghe+42" if (x + y) % 2 else "nghe+50"
        if y < low:
            return "nghe+50" if (x + 2 * y) % 4 else "nghe+66"
        return None

    loom.texture(0, 0, loom.width, shore, shade)


def _lake(loom: Loom, shore: int, bank: int) -> None:
    loom.texture(
        0,
        shore,
        loom.width,
        bank - shore,
        lambda x, y: "ho_nhat" if (2 * x + 9 * (y - shore)) % 19 < 5 else "ho",
    )


def _pepper_garden(loom: Loom, bank: int) -> None:
    """Posts in a row, a gap left in the middle where the hill meets the lake."""
    for at, x in enumerate(range(loom.size(5), loom.width, loom.size(13))):
        if 0.37 * loom.width < x < 0.60 * loom.width:
            continue
        top = bank - loom.size(8) + int(loom.size(3) * math.sin(at * 1.7))
        _pepper_post(loom, x, top, ripe=at % 3 == 0)


def _pepper_post(loom: Loom, x: int, top: int, ripe: bool) -> None:
    """A column of leaves with hanging strings of corns; the tip of the post stands out."""
    tall, half = loom.size(17), loom.size(2)
    corns = "nghe" if ripe else "la-35"
    loom.block(x, top - 2, 1, 3, "ca_phe")
    for y in range(top, top + tall):
        reach = min(half, 1 + (y - top) // 2)
        for column in range(x - reach, x + reach + 1):
            mark = (3 * column + 2 * y) % 7
            shade = corns if mark == 0 else "la_sang" if (column + y) % 4 == 0 else "la"
            loom.put(column, y, shade)


def _cashew_trees(loom: Loom) -> None:
    """Round crowns along the lower edge, with cashew apples: yellow, their nut below."""
    radius, foot = loom.size(9), loom.height - loom.size(2)
    for x in range(loom.size(4), loom.width + loom.size(12), loom.size(29)):
        top = loom.height - loom.size(15)
        loom.block(x, top, loom.size(2), foot - top, "ca_phe")
        loom.block(x - loom.size(7), foot, loom.size(15), 1, "basalt-30")
        _crown(loom, x, top, radius)
        for at in range(7):
            apple_x = x + round(radius * 1.1 * math.cos(at * 2.4) * (at / 7) ** 0.5)
            apple_y = top - 1 + round(radius * 0.72 * math.sin(at * 2.4) * (at / 7) ** 0.5)
            if apple_y < top + radius * 0.4:
                loom.block(apple_x, apple_y, loom.size(1.6), loom.size(1.2), "nghe" if at % 3 else "gach")
                loom.put(apple_x, apple_y + loom.size(1.2), "kem")


def _crown(loom: Loom, x: int, y: int, radius: int) -> None:
    def leaf(column: int, row: int) -> str | None:
        dx, dy = (column - x) / 1.3, row - y
        if dx * dx + dy * dy > radius * radius or dy > radius * 0.5:
            return None
        shaded = column - x + row - y > radius * 0.7
        return "la" if shaded or (column + 2 * row) % 5 == 0 else "la_sang"

    reach = int(radius * 1.35)
    loom.texture(x - reach, y - radius, 2 * reach + 1, 2 * radius, leaf)
