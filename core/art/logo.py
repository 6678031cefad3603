"""The logo: five hung stone bars, long to short, the middle one nghệ, on a basalt square."""

from core.art import svg

_SIDE = 40


def _bars(width: float, pitch: float, *, left: float, top: float, longest: float, step: float) -> str:
    return "".join(
        svg.rect(left + at * pitch, top, width, longest - at * step, "nghe" if at == 2 else "trang")
        for at in range(5)
    )


def draw_logo() -> str:
    """Draw the logo on a 40 grid; it is not to be shown under 24 px."""
    thread = svg.line("M2 11.5H38", "basalt", 1.4)
    return svg.document(
        _SIDE,
        _SIDE,
        svg.rect(0, 0, _SIDE, _SIDE, "basalt"),
        _bars(4.6, 6.2, left=5.3, top=6, longest=27, step=4),
        thread,
    )


def draw_favicon() -> str:
    """Draw the logo for 16 and 32 px: the same bars on whole pixels, without the thread."""
    return svg.document(
        16,
        16,
        svg.rect(0, 0, 16, 16, "basalt"),
        _bars(2, 3, left=1, top=2, longest=12, step=2),
        shape_rendering="crispEdges",
    )
