import gzip

import pytest

from core.art.scenes import SCENES, TALL, WIDE, draw_scene
from core.art.scenes.loom import Loom
from tests.core.art.reading import SVG, parse, refused_parts


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("size", [WIDE, TALL, (176, 72), (264, 100)])
def test_a_scene_is_a_small_file_that_slices(name, size):
    drawing = draw_scene(name, *size)

    root = parse(drawing)
    assert root.get("preserveAspectRatio") == "xMidYMid slice"
    assert root.get("viewBox") == f"0 0 {size[0] * 4} {size[1] * 4}"
    assert not refused_parts(drawing)
    assert len(gzip.compress(drawing.encode())) <= 32_000


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_woven_the_same_way_every_time(name):
    assert draw_scene(name) == draw_scene(name)


def test_threads_lie_over_the_cells():
    root = parse(draw_scene("tet"))

    assert root.find(f"{SVG}defs/{SVG}pattern") is not None
    assert root[-1].get("fill") == "url(#threads)"


def test_tet_leaves_its_left_part_plain_for_words():
    wide, high = WIDE
    loom = SCENES["tet"](wide, high)

    left = {shade for row in loom.rows[: high - 25] for shade in row[: int(wide * 0.42)]}
    assert left == {"basalt", "basalt+7"}


def test_what_leaves_the_loom_is_cut_off():
    loom = Loom(10, 10, "cham")
    loom.disc(0, 0, 4, ("nghe",))
    loom.block(8, 8, 9, 9, "gach")
    loom.put(-1, 99, "den")

    assert len(loom.rows) == 10
    assert {len(row) for row in loom.rows} == {10}
    assert loom.rows[0][0] == "nghe"
    assert loom.rows[9][9] == "gach"
