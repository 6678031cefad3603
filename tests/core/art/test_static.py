import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from core.art.__main__ import main
from core.art.gong import GongState, draw_gong
from core.art.icons import ICONS, STAR, draw_icon_sprite
from core.art.pictograms import PICTOGRAMS, draw_pictogram_sprite
from core.art.static import draw_all
from tests.core.art.reading import SVG, parse, refused_parts

COMMITTED = Path(__file__).resolve().parents[3] / "site" / "static" / "art"
FILES = draw_all()


@pytest.mark.parametrize("name", FILES)
def test_the_committed_file_is_what_the_code_draws(name):
    assert (COMMITTED / name).read_text(encoding="utf-8") == FILES[name], (
        "run: python -m core.art site/static/art"
    )


def test_no_committed_file_is_left_over():
    assert {path.name for path in COMMITTED.glob("*.svg")} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_static_art_is_well_formed_and_harmless(name):
    parse(FILES[name])

    assert not refused_parts(FILES[name])


def test_the_command_draws_into_a_folder(tmp_path, capsys):
    assert main([str(tmp_path / "art")]) == 0

    assert {path.name for path in (tmp_path / "art").iterdir()} == set(FILES)
    assert "logo.svg" in capsys.readouterr().out


def test_the_command_wants_one_folder(capsys):
    assert main([]) == 2

    assert "usage" in capsys.readouterr().err


def symbols(drawing):
    return {symbol.get("id"): symbol for symbol in parse(drawing).iter(f"{SVG}symbol")}


def test_every_icon_is_a_symbol_on_a_24_grid():
    found = symbols(draw_icon_sprite())

    assert set(found) == set(ICONS)
    assert {(s.get("viewBox"), s.get("stroke"), s.get("stroke-width")) for s in found.values()} == {
        ("0 0 24 24", "currentColor", "2")
    }


def test_every_branch_subject_and_set_has_a_pictogram():
    found = symbols(draw_pictogram_sprite())

    assert set(found) == set(PICTOGRAMS)
    assert {f"set-{number}" for number in range(1, 27)} <= set(found)
    assert len([name for name in found if name.startswith("branch-")]) == 6
    assert {"cashew", "pepper", "coffee", "fruit", "honey", "spices", "weaving", "visiting"} <= set(found)


def test_pictograms_use_the_two_inks_of_the_page_and_no_strokes():
    for name, symbol in symbols(draw_pictogram_sprite()).items():
        drawn = ET.tostring(symbol, encoding="unicode")
        assert "--pic-1" in drawn, name
        assert "--pic-2" in drawn, name
        assert "stroke" not in drawn, name


def stars(drawing):
    group = parse(drawing).find(f".//{SVG}g[@class='star']")
    return [] if group is None else [group.get("fill"), len(group)]


@pytest.mark.parametrize("count", [3, 4, 5])
def test_a_certificate_in_force_shows_its_stars_filled(count):
    assert stars(draw_gong(GongState.IN_FORCE, count)) == ["#F2B01E", count]


@pytest.mark.parametrize("count", [3, 4, 5])
def test_the_time_of_grace_shows_outlined_stars_on_a_dashed_rim_without_teeth(count):
    drawing = draw_gong(GongState.GRACE, count)

    assert stars(drawing) == ["none", count]
    assert "stroke-dasharray" in drawing
    assert "#F2B01E" not in drawing


def test_a_dumb_gong_has_no_star_and_no_word():
    drawing = draw_gong(GongState.NONE)

    assert STAR not in drawing
    assert "<text" not in drawing


@pytest.mark.parametrize("count", [0, 2, 6])
def test_refuses_a_number_of_stars_no_council_awards(count):
    with pytest.raises(ValueError, match="3 to 5"):
        draw_gong(GongState.IN_FORCE, count)
