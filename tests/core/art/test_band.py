import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.art.band import FIGURES, GROUNDS, ROWS, BandDesign, design_of, draw_band, draw_band_strip
from core.art.edges import draw_selvedge, draw_tooth, selvedge_tile
from core.art.motifs import MOTIFS
from core.art.yarns import YARNS
from tests.core.art.reading import colours, parse, refused_parts

CODES = st.text(min_size=1, max_size=20)
NUMBERS = st.integers(0, 10_000)


@given(CODES, NUMBERS)
def test_the_design_follows_the_bytes_of_the_code(code, number):
    byte = hashlib.sha256(code.encode()).digest()
    design = design_of(code, number)

    figures = FIGURES[GROUNDS[number % 6]]
    assert design.ground == GROUNDS[number % 6]
    assert design.figure == figures[byte[1] % 4]
    assert design.accent == figures[(byte[1] % 4 + 1 + byte[2] % 3) % 4]
    assert design.motif == list(MOTIFS)[byte[3] % 6]
    assert design.eyes == (byte[4] % 6 == 4)
    assert design.width == (12, 14, 16)[byte[5] % 3]


@given(CODES, CODES, NUMBERS)
def test_neighbours_have_other_grounds_and_a_band_three_different_yarns(code, next_code, number):
    one, other = design_of(code, number), design_of(next_code, number + 1)

    assert one.ground != other.ground
    assert len({one.ground, one.figure, one.accent}) == 3


@given(CODES, NUMBERS)
def test_only_the_yarns_of_the_design_are_woven(code, number):
    design = design_of(code, number)
    tile = design.tile()

    assert len(tile) == ROWS == 20
    assert {len(row) for row in tile} == {design.width}
    assert {yarn for row in tile for yarn in row} == {design.ground, design.figure, design.accent}
    assert colours(draw_band(design)) == {
        YARNS[yarn] for yarn in (design.ground, design.figure, design.accent)
    }


def test_rows_follow_the_pattern():
    tile = BandDesign("cham", "nghe", "trang", "lozenge", False, 12).tile()

    assert set(tile[0]) == set(tile[19]) == {"nghe"}
    for ground_row in (1, 4, 15, 18):
        assert set(tile[ground_row]) == {"cham"}
    assert tile[2] == tile[17] == ["cham", "trang", "trang", "cham"] * 3, "points outward"
    assert tile[3] == tile[16] == ["trang"] * 12
    assert tile[9][4:8] == ["trang"] * 4, "the heart of four by four"
    assert tile[8][4:8] == ["nghe", "trang", "trang", "nghe"]


@pytest.mark.parametrize("motif", MOTIFS)
def test_eyes_show_half_a_repeat_away(motif):
    plain = BandDesign("cham", "nghe", "trang", motif, False, 14).tile()
    eyed = BandDesign("cham", "nghe", "trang", motif, True, 14).tile()

    changed = [(x, y) for y in range(ROWS) for x in range(14) if plain[y][x] != eyed[y][x]]
    assert changed
    assert all(eyed[y][x] == "trang" and plain[y][x] == "cham" for x, y in changed)
    assert all(x < 4 or x > 9 for x, _ in changed)


def test_a_band_is_as_large_as_its_cells_and_tiles():
    design = design_of("HTX-001", 1)
    root = parse(draw_band(design, cell=4, tiles=3))

    assert root.get("height") == "80"
    assert root.get("width") == str(design.width * 12)


def test_a_strip_repeats_at_any_width():
    root = parse(draw_band_strip(design_of("HTX-001", 1)))

    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("100%", "40", None)


def test_the_same_code_gives_the_same_bytes():
    assert draw_band(design_of("HTX-001", 7)) == draw_band(design_of("HTX-001", 7))
    assert design_of("HTX-001", 7).key != design_of("HTX-002", 7).key


@pytest.mark.parametrize("drawing", [draw_selvedge(), draw_tooth(6, 4), draw_band(design_of("x", 3))])
def test_edges_are_plain_files(drawing):
    parse(drawing)

    assert not refused_parts(drawing)
    assert len(drawing) < 6_000


def test_the_selvedge_is_lozenges_with_hearts_under_a_line():
    tile = selvedge_tile()

    assert set(tile[0]) == {"nghe"}
    assert {yarn for row in tile[1:] for yarn in row} == {"cham", "gach", "trang"}
    assert [row[::-1] for row in tile] == tile
