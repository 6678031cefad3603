import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.art import cells, svg
from tests.core.art.reading import parse

SHADES = st.sampled_from(["cham", "nghe", "trang", None])


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (-0.04, "0"),
        (0.5, ".5"),
        (-0.5, "-.5"),
        (10, "10"),
        (2.04, "2"),
        (2.06, "2.1"),
        (20.5, "20.5"),
    ],
)
def test_numbers_are_short(value, written):
    assert svg.number(value) == written


def test_text_and_attributes_are_made_safe():
    drawing = svg.document(10, 10, svg.element("text", svg.text("a<b & c"), id='"'), title="<i>")

    assert parse(drawing)[1].text == "a<b & c"


@given(
    st.integers(1, 6).flatmap(
        lambda wide: st.lists(st.lists(SHADES, min_size=wide, max_size=wide), min_size=1, max_size=6)
    )
)
def test_merged_rectangles_cover_each_cell_once(cloth):
    covered = {}
    for shade, data in cells.merge(cloth, 1).items():
        for part in data.split("M")[1:]:
            corner, rest = part.split("h", 1)
            x, y = map(int, corner.split())
            width, rest = rest.split("v", 1)
            height = rest.split("h")[0]
            for row in range(y, y + int(height)):
                for column in range(x, x + int(width)):
                    assert (column, row) not in covered
                    covered[column, row] = shade

    expected = {(x, y): shade for y, row in enumerate(cloth) for x, shade in enumerate(row) if shade}
    assert covered == expected
