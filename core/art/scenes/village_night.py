"""Village night: a long house, three gongs on a frame, stone bars on a cord, a fire."""

import random

from core.art.scenes.loom import Loom

_STARS_SEED = 4


def weave_village_night(width: int, height: int) -> Loom:
    """Weave the scene on a grid of this many cells."""
    loom = Loom(width, height, "cham")
    ground = loom.down(0.70)
    _sky(loom, ground)
    loom.disc(loom.across(0.84), loom.down(0.17), loom.size(8), ("kem", "kem", "kem-12"))
    for peak, top, half in ((0.08, 0.34, 0.22), (0.66, 0.20, 0.30)):
        loom.hill(
            loom.across(peak),
            loom.down(top),
            loom.down(0.68),
            width * half,
            shades=("cham_nhat+8", "cham_nhat-14"),
            period=6,
        )
    loom.soil(ground + 2, ("basalt-30", "basalt", "basalt+8"))
    _long_house(loom, ground)
    _gongs(loom, ground)
    _stone_bars(loom)
    _fire(loom)
    return loom


def _sky(loom: Loom, ground: int) -> None:
    """Night that pales toward the hills, with a few scattered stars."""
    high, low = loom.down(0.2), loom.down(0.42)

    def shade(x: int, y: int) -> str | None:
        if y < high:
            return "cham-22" if (x + 2 * y) % 3 == 0 else None
        return "cham_nhat-24" if y > low and (x + y) % 2 else None

    loom.texture(0, 0, loom.width, ground + 2, shade)
    dice = random.Random(_STARS_SEED)
    for _ in range(loom.size(52)):
        loom.put(dice.randrange(loom.width), dice.randrange(loom.down(0.34)), "kem")


def _long_house(loom: Loom, ground: int) -> None:
    left, right = loom.across(0.10), loom.across(0.58)
    ridge, eaves, floor = loom.down(0.22), loom.down(0.50), ground - loom.size(5)
    for x in range(left + 2, right, loom.size(10)):
        loom.block(x, floor, loom.size(1.6), ground + 2 - floor, "nau")
    _roof(loom, left - loom.size(5), right + loom.size(5), ridge, eaves)
    loom.texture(
        left,
        eaves,
        right - left,
        floor - eaves,
        lambda x, y: "nau" if (x + y) % 4 == 0 or (x - y) % 4 == 0 else "ca_phe",
    )
    sill, high = eaves + loom.size(3), max(2, floor - eaves - loom.size(6))
    for at in range(4):
        window = left + round((right - left) * (0.11 + 0.235 * at))
        loom.texture(window, sill, loom.size(8), high, lambda x, y: "nghe" if (x + y) % 3 else "nghe+40")
    loom.texture(left - 2, floor, right - left + 4, 1, lambda x, _: "kem" if x % 3 else "ca_phe")
    _ladder(loom, right - loom.size(13), floor, ground + 2)


def _roof(loom: Loom, left: int, right: int, ridge: int, eaves: int) -> None:
    """Thatch in rows; its ends lean inward, the ridge pole sticks out."""
    for y in range(ridge, eaves):
        inset = int((eaves - y) * 0.62)
        for x in range(left + inset, right - inset):
            row_edge = (y - ridge) % 5 == 0
            loom.put(x, y, "nghe_sam" if row_edge else "nghe_sam-16" if (x + y // 2) % 4 else "nghe_sam-32")
    inset = int((eaves - ridge) * 0.62)
    loom.block(left + inset - loom.size(2), ridge - 1, right - left - 2 * inset + 2 * loom.size(2), 1, "nghe")


def _ladder(loom: Loom, x: int, top: int, foot: int) -> None:
    """A notched log that leans against the floor."""
    for y in range(top, foot + 1):
        loom.block(x + (y - top) // 2, y, loom.size(2), 1, "kem-20" if (y - top) % 3 else "nau")


def _gongs(loom: Loom, ground: int) -> None:
    left, right, top = loom.across(0.63), loom.across(0.97), loom.down(0.38)
    post = loom.size(2)
    loom.block(left - post, top, right - left + 2 * post, post, "nghe_sam")
    for x in (left, right - post):
        loom.block(x, top, post, ground + loom.size(5) - top, "nghe_sam")
    for share, size in ((0.692, 5), (0.775, 7), (0.882, 9)):
        x, radius = loom.across(share), loom.size(size)
        loom.block(x, top + post, 1, loom.size(3), "kem")
        y = top + post + loom.size(3) + radius
        loom.disc(x, y, radius, ("nghe_sam", "nghe", "nghe_sam-12", "nghe"))
        loom.disc(x, y, loom.size(size / 4), ("nghe+30",))


def _stone_bars(loom: Loom) -> None:
    """Nine bars of grey stone, long to short, on one cord; a lit top, a darker side."""
    foot, pitch, first = loom.height - loom.size(3), loom.size(9), loom.across(0.16)
    for at in range(9):
        x, tall = first + at * pitch, loom.size(14 - at)
        loom.block(x, foot - tall, loom.size(6), tall, "xam-12")
        loom.block(x, foot - tall + 1, loom.size(4), tall - 1, "xam+24")
        loom.block(x, foot, loom.size(6), 1, "basalt-45")
    cord = foot - loom.size(4)
    loom.texture(
        first - loom.size(3), cord, 9 * pitch + loom.size(3), 1, lambda x, _: "kem" if x % 2 else None
    )


def _fire(loom: Loom) -> None:
    x, foot = loom.across(0.79), loom.height - loom.size(4)
    tall = loom.size(13)
    for y in range(foot - tall, foot):
        flicker = (y * 5 % 7) // 3
        reach = int((y - foot + tall) * 0.42) + flicker
        for column in range(x - reach, x + reach + 1):
            heat = abs(column - x) / (reach + 1)
            loom.put(column, y, "nghe+35" if heat < 0.25 else "nghe" if heat < 0.55 else "gach")
    loom.texture(
        x - loom.size(8), foot, loom.size(17), loom.size(2), lambda c, y: "nau" if (c + y) % 3 == 0 else "den"
    )
