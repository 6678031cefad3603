import hashlib
import json
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.art.pictures import DRAWING_VERSION, KINDS, LOOSE, WINDOWS, PictureSpec, draw_picture
from core.art.pictures import spec as spec_module
from core.art.pictures.lettering import fitting_size, width_em
from core.art.yarns import YARNS, colour
from tests.core.art.reading import SVG, colours, parse, refused_parts

MOST_BYTES = 10_000
LINES = st.text(st.characters(categories=["Lu", "Nd"]), min_size=1, max_size=24)
SPECS = st.builds(
    PictureSpec,
    kind=st.sampled_from(sorted(KINDS)),
    pack=st.sampled_from(sorted(YARNS)),
    field=st.sampled_from(["nghe+25", "hong", "xam+42"]),
    window=st.sampled_from(WINDOWS),
    words=st.lists(LINES, max_size=2).map(tuple),
    ingredient=st.sampled_from(sorted(LOOSE)),
    band_code=st.text(min_size=1, max_size=20),
    band_number=st.integers(0, 999),
)


def a_spec(**changes):
    spec = PictureSpec(
        "pouch", "basalt-25", "nghe+25", "circle", ("HẠT ĐIỀU", "VỎ LỤA"), "cashew_skin", "HTX-1", 1
    )
    return replace(spec, **changes)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_a_small_and_harmless_file(kind):
    drawing = draw_picture(a_spec(kind=kind))

    root = parse(drawing)
    assert root.get("viewBox") == "0 0 200 200"
    assert not refused_parts(drawing)
    assert len(drawing.encode()) <= MOST_BYTES


@pytest.mark.parametrize("ingredient", LOOSE)
@pytest.mark.parametrize("kind", ["pouch", "jar", "spice_jar", "produce_crate"])
def test_every_ingredient_fits_where_most_of_it_is_shown(kind, ingredient):
    drawing = draw_picture(a_spec(kind=kind, ingredient=ingredient))

    parse(drawing)
    assert len(drawing.encode()) <= MOST_BYTES


def test_pictures_use_only_yarns_and_their_tints():
    tints = {colour(yarn) for yarn in YARNS} | {
        colour(f"{yarn}{sign}{percent}") for yarn in YARNS for sign in "+-" for percent in range(1, 100)
    }
    tints.add("#0002")  # a thin black over whatever lies below

    for kind in KINDS:
        assert colours(draw_picture(a_spec(kind=kind))) <= tints, kind
    for ingredient in LOOSE:
        assert colours(draw_picture(a_spec(ingredient=ingredient))) <= tints, ingredient


@given(SPECS)
@settings(max_examples=40, deadline=None)
def test_any_spec_draws_itself_the_same_way_twice_and_survives_json(spec):
    again = PictureSpec.from_dict(json.loads(json.dumps(spec.to_dict())))

    assert again == spec
    assert again.digest() == spec.digest()
    assert draw_picture(again) == draw_picture(spec)
    parse(draw_picture(spec))


@pytest.mark.parametrize(
    "changes",
    [{"kind": "jar"}, {"field": "hong"}, {"words": ("HẠT ĐIỀU",)}, {"band_number": 2}, {"window": "arch"}],
)
def test_the_digest_changes_with_the_spec(changes):
    assert a_spec().digest() != a_spec(**changes).digest()


def all_drawings():
    kinds = [draw_picture(a_spec(kind=kind)) for kind in KINDS]
    ingredients = [draw_picture(a_spec(kind="jar", ingredient=ingredient)) for ingredient in LOOSE]
    return hashlib.sha256("".join(kinds + ingredients).encode()).hexdigest()[:16]


def test_a_changed_drawing_raises_its_version():
    """Files are named by spec and version: when this fails, raise DRAWING_VERSION and record the new hash."""
    assert (DRAWING_VERSION, all_drawings()) == (1, "b3a981acef5231a1")


def test_the_digest_changes_with_the_drawing_version():
    before = a_spec().digest()

    with patch.object(spec_module, "DRAWING_VERSION", spec_module.DRAWING_VERSION + 1):
        assert a_spec().digest() != before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "balloon"),
        ("kind", 3),
        ("pack", "#FF0000"),
        ("field", "red"),
        ("field", None),
        ("window", "star"),
        ("words", "HẠT ĐIỀU"),
        ("words", ["A", "B", "C"]),
        ("words", [""]),
        ("words", ["X" * 25]),
        ("words", ["A\nB"]),
        ("ingredient", "gold"),
        ("band_code", ""),
        ("band_number", -1),
        ("band_number", True),
        ("band_number", "1"),
    ],
)
def test_a_wrong_value_is_refused_by_the_name_of_its_field(field, value):
    with pytest.raises(ValueError, match=f"^{field}: "):
        PictureSpec.from_dict({**a_spec().to_dict(), field: value})


def test_a_missing_or_unknown_field_is_named():
    data = a_spec().to_dict()

    with pytest.raises(ValueError, match=r"^window: missing"):
        PictureSpec.from_dict({key: value for key, value in data.items() if key != "window"})
    with pytest.raises(ValueError, match=r"^shine: unknown"):
        PictureSpec.from_dict({**data, "shine": 1})


@given(st.lists(LINES, min_size=1, max_size=2), st.floats(40, 120))
def test_words_shrink_to_fit(lines, room):
    size = fitting_size(lines, room, 14)

    assert size <= 14
    assert all(width_em(line) * size <= room + 1e-6 for line in lines)


def test_marks_do_not_widen_letters():
    assert width_em("HẠT ĐIỀU") == width_em("HAT DIEU")


def test_the_words_of_the_spec_stand_on_the_pack():
    root = parse(draw_picture(a_spec(words=("MUỐI & TIÊU", "CHANH"))))

    assert [text.text for text in root.iter(f"{SVG}text")] == ["MUỐI & TIÊU", "CHANH"]
