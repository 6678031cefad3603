"""How units are called in a running sentence, in Vietnamese and English (`identity.md` §7)."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import get_language

from .models import OldCommune, Province, Unit
from .names import split_name
from .queries import UnitMatch

_ENGLISH_KINDS = {
    "Xã": "commune",
    "Phường": "ward",
    "Thị trấn": "township",
    "Đặc khu": "special zone",
    "Huyện": "district",
    "Quận": "district",
    "Thị xã": "town",
    "Thành phố": "City",
    "Tỉnh": "province",
}


def name_words(full: str, language: str | None = None) -> str:
    """Return a full name of any level as it stands inside a sentence.

    >>> name_words("Phường Bình Phước", "vi"), name_words("Phường Bình Phước", "en")
    ('phường Bình Phước', 'Bình Phước ward')
    """
    name = split_name(full)
    if not name.kind:
        return full
    if _english(language):
        kind = _ENGLISH_KINDS[name.kind]
        # A number needs its kind word in front: "Ward 1", "District 10".
        return f"{kind.capitalize()} {name.bare}" if name.bare[0].isdigit() else f"{name.bare} {kind}"
    if name.kind == "Thành phố":
        return "TP.HCM" if name.bare == "Hồ Chí Minh" else f"TP. {name.bare}"
    return f"{name.kind.lower()} {name.bare}"


def unit_words(unit: Unit, day: date | None = None, language: str | None = None) -> str:
    """Return the unit's name in a sentence, as it was on `day`; without a day, as it is."""
    return name_words(unit.name if day is None else unit.name_on(day), language)


def province_words(province: Province, day: date | None = None, language: str | None = None) -> str:
    """Return the province's name in a sentence, as it was on `day`: "TP. Đồng Nai", "Đồng Nai City"."""
    return name_words(province.name if day is None else province.name_on(day), language)


def place_words(unit: Unit, day: date | None = None, language: str | None = None) -> str:
    """Return unit and province: "xã Bom Bo, TP. Đồng Nai"; names repeat, so lists show both."""
    return f"{unit_words(unit, day, language)}, {province_words(unit.province, day, language)}"


def former_words(
    old_communes: Iterable[OldCommune], language: str | None = None, *, with_province: bool = False
) -> str:
    """Return what a unit was before, in brackets, each commune with its district; "" for none.

    >>> former_words([binh_minh], "vi")  # doctest: +SKIP
    '(trước 1/7/2025: xã Bình Minh, huyện Bù Đăng)'
    """
    parts = []
    for old in old_communes:
        names = [old.name, old.district_name]
        if with_province:
            names.append(old.province_name)
        parts.append(", ".join(name_words(name, language) for name in names))
    return _before("; ".join(parts), language)


def match_words(match: UnitMatch, language: str | None = None) -> str:
    """Return a match as one line of a list of suggestions.

    >>> match_words(find_units("Bình Minh, Bù Đăng")[0])  # doctest: +SKIP
    'xã Bom Bo, TP. Đồng Nai (trước 1/7/2025: xã Bình Minh, huyện Bù Đăng)'
    """
    words = [place_words(match.unit, language=language)]
    if match.earlier_name:
        earlier = name_words(match.earlier_name, language)
        words.append(f"(formerly {earlier})" if _english(language) else f"(trước đây: {earlier})")
    elif match.former:
        words.append(former_words(match.former, language))
    elif match.former_area:
        words.append(_before(name_words(match.former_area, language), language))
    return " ".join(words)


def _before(text: str, language: str | None) -> str:
    if not text:
        return ""
    return f"(before 1 Jul 2025: {text})" if _english(language) else f"(trước 1/7/2025: {text})"


def _english(language: str | None) -> bool:
    return (language or get_language() or "vi").startswith("en")
