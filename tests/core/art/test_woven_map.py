import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.art.woven_map import Label, Pin, WovenMap
from core.art.woven_map.geometry import holds, tones_of
from core.art.woven_map.lettering import spread
from tests.core.art.reading import SVG, parse, refused_parts

WEST = [[[106.5, 11.5], [106.9, 11.5], [106.9, 11.9], [106.5, 11.9], [106.5, 11.5]]]
EAST = [[[106.9, 11.5], [107.3, 11.5], [107.3, 11.9], [106.9, 11.9]]]
HOLE = [[107.0, 11.6], [107.1, 11.6], [107.1, 11.7], [107.0, 11.7]]
DISTRICTS = {"691": [WEST], "692": [[*EAST, HOLE]]}


@pytest.fixture(scope="module")
def woven():
    return WovenMap(DISTRICTS)


def test_a_square_belongs_to_the_district_that_holds_its_centre(woven):
    for y, row in enumerate(woven.squares):
        for x, code in enumerate(row):
            lat, lon = woven._frame.to_degrees(x + 0.5, y + 0.5)
            holding = [
                code for code, polygons in DISTRICTS.items() if any(holds(p, lat, lon) for p in polygons)
            ]
            assert holding == ([code] if code else [])


def test_squares_are_about_1_8_kilometres(woven):
    (x0, y0), (x1, y1) = woven.project(11.9, 106.5), woven.project(11.5, 107.3)

    assert (y1 - y0) / 9 * 1.8 == pytest.approx(0.4 * 111.32, rel=0.01)
    assert (x1 - x0) / 9 * 1.8 == pytest.approx(0.8 * 111.32 * math.cos(math.radians(11.7)), rel=0.01)


def test_north_is_up_and_east_is_right(woven):
    x, y = woven.project(11.7, 106.9)

    assert woven.project(11.8, 106.9)[1] < y
    assert woven.project(11.7, 107.0)[0] > x


def test_a_hole_stays_empty(woven):
    assert any(None in row[20:40] for row in woven.squares[5:20])


def test_districts_that_touch_differ_in_tone(woven):
    assert woven.tones["691"] != woven.tones["692"]
    assert tones_of([["a", "b", "a"], ["c", "d", "c"]], 4).keys() == {"a", "b", "c", "d"}


def test_the_rim_is_nghe_and_nothing_else_in_it(woven):
    assert woven._shade(0, 3) == "nghe"
    assert woven._shade(4, 4).startswith("dat_")


def test_the_large_map_has_a_title_pins_and_a_bar(woven):
    pins = [Pin(1, 11.7, 106.7, "Sóc Bom Bo", current=True), Pin(2, 11.6, 106.8, "Trảng cỏ <Bù Lạch>")]
    drawing = woven.draw(pins, labels=[Label("Bù Đăng", 11.8, 107.1)], title="Bản đồ dệt, 2 nơi")

    root = parse(drawing)
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert root.find(f"{SVG}title").text == "Bản đồ dệt, 2 nơi"
    assert {"1", "2", "Bù Đăng", "20 km"} <= set(words)
    assert "Trảng cỏ <Bù Lạch>" in "".join(root.itertext())
    assert len(list(root.iter(f"{SVG}circle"))) == 2
    assert not refused_parts(drawing)
    assert " id=" not in drawing


def test_pins_may_link_to_the_list(woven):
    assert 'href="#place-3"' in woven.draw([Pin(3, 11.7, 106.7, "Bà Rá")], links=True)


def test_the_small_map_has_one_lozenge_and_no_words(woven):
    root = parse(woven.draw_small(11.7, 106.9))

    assert not list(root.iter(f"{SVG}text"))
    assert not list(root.iter(f"{SVG}circle"))
    assert root[-1].get("fill") == "#F2B01E"


def test_the_ground_is_transparent(woven):
    drawing = woven.draw_small(11.7, 106.9)

    assert "<rect" not in drawing


def test_a_label_without_room_is_left_out(woven):
    pins = [
        Pin(at, 11.7 + dy, 106.9 + dx, "x")
        for at, (dx, dy) in enumerate(itertools.product((-0.05, 0, 0.05), repeat=2))
    ]

    assert "Bù Đăng" not in woven.draw(pins, labels=[Label("Bù Đăng", 11.7, 106.9)])


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 500)), max_size=8))
def test_pins_do_not_cover_each_other(points):
    spots = spread(points, [15] * len(points))

    for (x0, y0, r0), (x1, y1, r1) in itertools.combinations(spots, 2):
        assert math.hypot(x1 - x0, y1 - y0) >= r0 + r1 - 2


def test_a_map_needs_a_polygon():
    with pytest.raises(ValueError, match="at least one polygon"):
        WovenMap({})
