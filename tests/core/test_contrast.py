"""The colours of `tokens.css` keep the contrast that the identity promises, in both schemes."""

import re

import pytest

from core.stylesheets import FOLDER

TEXT, PART = 4.5, 3.0

# (foreground, ground, least ratio, ratio in light, ratio in dark), as printed in the identity.
PAIRS = [
    ("ink", "paper", TEXT, 17.30, 15.46),
    ("ink", "wash", TEXT, 15.30, 14.10),
    ("ink", "wash-2", TEXT, 13.73, 12.12),
    ("ink-2", "paper", TEXT, 9.00, 10.31),
    ("ink-2", "wash", TEXT, 7.96, 9.40),
    ("ink-2", "wash-2", TEXT, 7.14, 8.08),
    ("ink-3", "paper", TEXT, 6.42, 7.51),
    ("ink-3", "wash", TEXT, 5.68, 6.85),
    ("on-cham", "cham", TEXT, 12.75, 16.55),
    ("on-cham-2", "cham", TEXT, 8.70, 9.75),
    ("on-cham", "cham-2", TEXT, 9.89, 13.06),
    ("nghe", "cham", TEXT, 7.49, 9.72),
    ("ok", "paper", TEXT, 7.38, 9.99),
    ("ok", "ok-wash", TEXT, 6.26, 7.85),
    ("on-ok", "ok", TEXT, 7.38, 9.32),
    ("warn", "warn-wash", TEXT, 6.62, 9.06),
    ("error", "paper", TEXT, 7.52, 9.05),
    ("ink", "error-wash", TEXT, 14.54, 13.74),
    ("rule-strong", "paper", PART, 4.69, 5.40),
    ("focus", "paper", PART, 6.39, 9.82),
    ("focus-inv", "cham", PART, 10.12, 13.14),
    ("bar", "paper", PART, 7.58, 6.13),
    ("bar", "wash-2", PART, 6.02, 4.81),
    ("bar-2", "wash", PART, 4.15, 4.93),
    ("link", "paper", TEXT, 8.55, 9.82),
    ("link", "wash", TEXT, 7.57, 8.96),
    ("accent-text", "paper", TEXT, 7.58, 8.40),
    ("accent-text", "wash", TEXT, 6.71, 7.66),
    ("accent-text", "accent-wash", TEXT, 6.38, 7.15),
    ("ink", "accent-wash", TEXT, 14.54, 13.16),
    ("on-accent", "accent", TEXT, 7.58, 5.42),
    ("on-accent", "accent-hover", TEXT, 10.70, 6.94),
    ("on-nghe", "nghe", TEXT, 9.06, 9.06),
    ("nghe", "badge", TEXT, 7.49, 6.39),
    ("on-cham", "badge", TEXT, 12.75, 10.88),
    ("nghe", "cham-2", TEXT, 5.81, 7.67),
    ("ok", "wash", TEXT, 6.53, 9.11),
    ("ink", "ok-wash", TEXT, 14.67, 12.15),
    ("warn", "paper", TEXT, 7.48, 11.32),
    ("ink", "warn-wash", TEXT, 15.31, 12.37),
    ("error", "error-wash", TEXT, 6.32, 8.04),
    ("error", "wash", TEXT, 6.65, 8.26),
    ("rule-strong", "wash", PART, 4.15, 4.93),
    ("focus", "wash", PART, 5.65, 8.96),
    ("accent", "paper", PART, 7.58, 3.34),
    ("bar", "wash", PART, 6.71, 5.60),
    ("bar-2", "paper", PART, 4.69, 5.40),
    ("paper", "ink", TEXT, 17.30, 15.46),  # a chosen chip: inverse text
    ("on-basalt", "basalt", TEXT, 7.58, 7.58),
    ("field-hint", "field-white", TEXT, 6.42, 6.42),
    ("field-ink", "field-white", TEXT, 17.30, 17.30),  # also the demo mark on pictures
    ("on-pin", "pin", TEXT, 14.29, 14.29),
]


def _tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{6});", css))


def _schemes() -> tuple[dict[str, str], dict[str, str]]:
    """Return the colours in light and in dark; dark changes only what differs."""
    css = (FOLDER / "tokens.css").read_text(encoding="utf-8")
    light_css, rest = css.split("@media (prefers-color-scheme: dark)")
    light = _tokens(light_css)
    return light, light | _tokens(rest.split("@media print")[0])


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("front", "ground", "least", "light", "dark"), PAIRS)
def test_pair_keeps_its_contrast(front: str, ground: str, least: float, light: float, dark: float) -> None:
    for scheme, printed in zip(_schemes(), (light, dark), strict=True):
        ratio = _contrast(scheme[front], scheme[ground])

        assert ratio >= least
        assert ratio == pytest.approx(printed, abs=0.02)


def test_the_two_schemes_differ() -> None:
    light, dark = _schemes()

    assert light["paper"] != dark["paper"]
    assert light.keys() == dark.keys()
