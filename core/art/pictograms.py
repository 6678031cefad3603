"""Category pictograms on a 48 grid: two inks, no strokes.

The inks are the CSS properties `--pic-1` and `--pic-2` of the page, which reach through `<use>`.
"""

from core.art import svg

FIRST = "var(--pic-1,#9B2C1A)"
SECOND = "var(--pic-2,#D9930B)"


def _one(data: str, **attributes: svg.Value) -> str:
    return svg.element("path", d=data, fill=FIRST, **attributes)


def _two(data: str, **attributes: svg.Value) -> str:
    return svg.element("path", d=data, fill=SECOND, **attributes)


def _disc(x: float, y: float, radius: float, ink: str) -> str:
    return svg.element("circle", cx=x, cy=y, r=radius, fill=ink)


def _discs(spots: tuple[tuple[float, float], ...], radius: float) -> str:
    return "".join(_disc(x, y, radius, SECOND if at % 2 else FIRST) for at, (x, y) in enumerate(spots))


_CASHEW = _one(
    "M6 24C4 12 14 6 26 8 38 10 44 20 42 31 41 38 36 41 32 38 28 35 30 30 27 26 "
    "24 22 21 27 19 30 15 34 8 32 6 24z"
) + _two("M42 31C41 38 36 41 32 38 29 36 29 33 29 30 34 36 40 31 40 18 42 22 43 26 42 31z")
_PEPPER = _two("M23 3H26V12H23z") + _discs(
    ((20, 13), (28, 15), (19, 21), (27, 23), (20, 29), (28, 31), (21, 37), (26, 42)), 4.2
)
_COFFEE = svg.group(
    _one("M4 24C4 12 14 10 24 10 34 10 44 12 44 22 33 16 16 34 4 24z")
    + _two("M44 25C44 36 34 38 24 38 15 38 7 36 5 28 17 36 33 18 44 25z"),
    transform="rotate(-35 24 24)",
)
_FRUIT = (
    _one("M24 12A16 16 0 1 1 24 44 16 16 0 1 1 24 12z")
    + _two("M22 4H26V14H22zM26 10Q32 3 40 5 37 13 26 12z")
    + _two(
        "M16 21 20 25 16 29 12 25zM24 17 28 21 24 25 20 21z"
        "M32 21 36 25 32 29 28 25zM24 27 28 31 24 35 20 31zM16 31 20 35 16 39 12 35zM32 31 36 35 32 39 28 35z"
    )
)
_HONEY = _one("M24 5 40.5 14.5V33.5L24 43 7.5 33.5V14.5z") + _two(
    "M24 14.5 32.2 19.2V28.8L24 33.5 15.8 28.8V19.2z"
)
_SPICES = (
    _one("M15 16H33L37 43H11z")
    + _two("M17 5H31V14H17zM14 24H34L35.3 33H12.7z")
    + _one("M24 25.5 27 28.5 24 31.5 21 28.5z")
)
_WEAVING = (
    _one("M6 6H42V42H6z")
    + _two("M24 10 35 24 24 38 13 24zM6 6 13 13 6 20zM42 6 35 13 42 20zM6 42 13 35 6 28zM42 42 35 35 42 28z")
    + _one("M24 17.5 29 24 24 30.5 19 24z")
)
_VISITING = (
    _one("M3 41 19 13 28 27 33 20 45 41z")
    + _two("M19 13 25 22.3 19.5 27 13.5 22.6z")
    + _disc(38, 11, 5, SECOND)
)
_BOTTLE = _one("M20 14H28V19C34 21 36 25 36 30V44H12V30C12 25 14 21 20 19z") + _two(
    "M19 4H29V12H19zM12 29H36V38H12z"
)
_HERB = (
    _one("M22.5 44V20H25.5V44zM24 42Q9 41 6 28 20 28 24 42z")
    + _two("M24 36Q39 35 42 22 28 22 24 36z")
    + _one("M24 22Q15 14 24 3 33 14 24 22z")
)
_CRAFT = _one("M10 14H38L34 42H14z") + _two(
    "M8 8H40V13H8zM12.5 20H18V26H13.3zM24 20H30V26H24z"
    "M18 26H24V32H18zM30 26H35.6L34.8 32H30zM14.8 32H18V38H15.4zM24 32H30V38H24z"
)
_POTTED = (
    _one("M12 32H36L33 44H15z")
    + _two("M22.5 20H25.5V32H22.5z")
    + _one("M24 3Q34 3 35 12 30 20 24 20 18 20 13 12 14 3 24 3z")
    + _two("M10 28H38V32H10z")
)
_LEAF_BOWL = _one("M5 24H43Q43 42 24 42 5 42 5 24z") + _two(
    "M24 22Q12 20 11 6 24 8 24 22zM26 22Q27 10 39 8 40 20 26 22z"
)

PICTOGRAMS = {
    "branch-food": _LEAF_BOWL,
    "branch-drinks": _BOTTLE,
    "branch-herbs": _HERB,
    "branch-crafts": _CRAFT,
    "branch-ornamental": _POTTED,
    "branch-tourism": _VISITING,
    "cashew": _CASHEW,
    "pepper": _PEPPER,
    "coffee": _COFFEE,
    "fruit": _FRUIT,
    "honey": _HONEY,
    "spices": _SPICES,
    "weaving": _WEAVING,
    "visiting": _VISITING,
    "set-1": _one("M10 20C4 8 18 2 24 10 30 2 44 8 38 20 36 30 31 34 30 44H18C17 34 12 30 10 20z")
    + _two("M21.5 44C21 34 18 26 14 20 20 22 23 26 24 30 25 26 28 22 34 20 30 26 27 34 26.5 44z"),
    "set-2": _one("M3 24Q16 8 34 22L45 12Q42 24 45 36L34 26Q16 40 3 24z")
    + _two("M3 24Q14 34 34 26L45 36Q43 30 43 24 26 28 3 24z")
    + _disc(12, 22, 2, SECOND),
    "set-3": _one("M22.5 20H25.5V45H22.5z")
    + _two("M24 18Q17 10 24 2 31 10 24 18z")
    + _one("M22 26Q11 25 10 14 21 15 22 26zM26 26Q37 25 38 14 27 15 26 26z")
    + _two("M22 38Q11 37 10 26 21 27 22 38zM26 38Q37 37 38 26 27 27 26 38z"),
    "set-4": _HONEY,
    "set-5": _one("M6 20H42L37 43H11z")
    + _two("M4 15H44V20H4zM15 3H18V12H15zM23 3H26V12H23zM31 3H34V12H31z")
    + _two("M9 27H39L38 33H10z"),
    "set-6": _one("M10 4H14V44H10zM18 4H22V44H18zM26 4H30V44H26zM34 4H38V44H34z") + _two("M6 19H42V31H6z"),
    "set-7": _CASHEW,
    "set-8": _one("M12 14H36Q44 14 44 24 44 34 36 34H12Q4 34 4 24 4 14 12 14z")
    + _two("M12 14H15V34H12zM22.5 14H25.5V34H22.5zM33 14H36V34H33z"),
    "set-9": _one("M21 13H27V20C33 24 34 27 34 32V44H14V32C14 27 15 24 21 20z")
    + _two("M20 3H28V11H20zM14 31H34V39H14z"),
    "set-10": _SPICES,
    "set-11": _one("M24 44Q6 36 8 16 22 22 24 44z")
    + _two("M24 44Q42 36 40 16 26 22 24 44z")
    + _one("M24 26Q17 14 24 3 31 14 24 26z"),
    "set-12": _one("M12 18H36V42H12z")
    + _two("M24 22Q32 26 30 36 20 35 24 22zM22.5 4H25.5V18H22.5z")
    + _one("M18 3H30V10H18z"),
    "set-13": _COFFEE,
    "set-14": _one("M20 12H28V18C35 20 38 23 38 28V44H10V28C10 23 13 20 20 18z")
    + _two("M19 4H29V10H19zM10 29H38V37H10z"),
    "set-15": _one("M12 5H36C37 18 34 25 26 27V38H34V43H14V38H22V27C14 25 11 18 12 5z")
    + _two("M14.5 13H33.5C33 19 30 23 24 23 18 23 15 19 14.5 13z"),
    "set-16": _one("M24 3Q40 22 40 30 40 45 24 45 8 45 8 30 8 22 24 3z")
    + _two("M14 30Q14 39 23 40V36Q18 35 18 30z"),
    "set-17": _one("M12 14H36L32 44H16z") + _two("M14 22H34L33 32H15zM26 3 38 3V6H28.5L27 14H24z"),
    "set-18": _one("M12 26 26 12Q32 6 38 12 44 18 38 24L31 31 17 17z")
    + _two("M17 17 31 31 24 38Q18 44 12 38 6 32 12 26z"),
    "set-19": _one("M12 3H36L33 34H15z") + _two("M16 36H32V45H16zM24 11Q31 19 24 27 17 19 24 11z"),
    "set-20": _one("M19 18H29V23Q37 25 37 32V45H11V32Q11 25 19 23z")
    + _two("M21 3H27V16H21zM24 27Q31 35 28 39 24 42 20 39 17 35 24 27z"),
    "set-21": _CRAFT,
    "set-22": _WEAVING,
    "set-23": "".join(
        _disc(24 + x, 18 + y, 7, FIRST) for x, y in ((0, -10), (9.5, -3), (6, 8), (-6, 8), (-9.5, -3))
    )
    + _disc(24, 18, 5.5, SECOND)
    + _two("M22.5 30H25.5V45H22.5zM25.5 42Q27 33 37 33 36 42 25.5 42z"),
    "set-24": _POTTED,
    "set-25": _one("M14 6H34L38 12Q45 22 40 34 36 43 30 43H18Q12 43 8 34 3 22 10 12z")
    + _two("M13 27Q19 19 27 25L34 20V33L27 29Q19 34 13 27z"),
    "set-26": _one("M24 4 45 22H38V43H28V30H20V43H10V22H3z")
    + _two("M24 12 31 18H17zM10 36H20V39H10zM28 36H38V39H28z"),
}
"""The inside of every pictogram, by the id of its symbol; `set-7` belongs to product set 7."""


def draw_pictogram_sprite() -> str:
    """Write all pictograms as symbols of one file: `<svg><use href="pictograms.svg#cashew"/></svg>`."""
    symbols = (
        svg.element("symbol", inside, id=name, viewBox="0 0 48 48") for name, inside in PICTOGRAMS.items()
    )
    return svg.element("svg", *symbols, xmlns="http://www.w3.org/2000/svg")
