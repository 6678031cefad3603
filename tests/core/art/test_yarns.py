import pytest

from core.art.yarns import YARNS, colour, contrast, difference, ink_on


def test_a_shade_mixes_the_yarn_with_white_or_black():
    assert colour("basalt") == "#9B2C1A"
    assert colour("den-50") == "#0C0C0E"
    assert colour("trang+50") == "#FAF8F4"


@pytest.mark.parametrize("shade", ["", "red", "basalt+", "basalt+0", "basalt+100", "#9B2C1A", "basalt +5"])
def test_refuses_what_is_no_shade(shade):
    with pytest.raises(ValueError, match="not a shade"):
        colour(shade)


@pytest.mark.parametrize("yarn", YARNS)
def test_ink_is_the_one_of_light_and_dark_that_reads_better(yarn):
    assert contrast(ink_on(yarn), yarn) == max(contrast("trang", yarn), contrast("den", yarn)) > 3.9


def test_difference_grows_with_distance():
    near = difference(colour("basalt"), colour("basalt+10"))
    far = difference(colour("basalt"), colour("ho_nhat"))

    assert 0 < near < far
