"""Draws one product picture."""

from core.art import svg
from core.art.pictures.kinds import KINDS
from core.art.pictures.spec import PictureSpec
from core.art.pictures.stage import FLOOR, SIDE, Stage


def draw_picture(spec: PictureSpec) -> str:
    """Draw a product picture, 200 × 200, as an SVG file to be shown by `<img>`."""
    kind, stage = KINDS[spec.kind], Stage(spec)
    pack = kind.draw(stage)
    front = "".join(
        stage.piece(x, y, stage.loose.loose_size, turn)
        for x, y, turn in (stage.loose.spots if kind.loose_in_front else ())
    )
    return svg.document(
        SIDE,
        SIDE,
        stage.definitions,
        svg.rect(0, 0, SIDE, SIDE, spec.field),
        stage.shade_plane(f"M0 {FLOOR}h{SIDE}V{SIDE}H0z", 13) if kind.stands else "",
        svg.element("ellipse", cx=100, cy=176, rx=kind.shadow, ry=7, fill_opacity=".14")
        if kind.stands
        else "",
        pack,
        front,
        font_family=svg.FONT_TEXT,
    )
