from datetime import date

import pytest
from django.utils.translation import override

from regions.models import OldCommune, Province, Unit
from regions.queries import find_units
from regions.words import former_words, match_words, name_words, place_words, province_words, unit_words


@pytest.mark.parametrize(
    ("full", "vietnamese", "english"),
    [
        ("Xã Bù Đăng", "xã Bù Đăng", "Bù Đăng commune"),
        ("Phường Bình Phước", "phường Bình Phước", "Bình Phước ward"),
        ("Phường 2 Bảo Lộc", "phường 2 Bảo Lộc", "Ward 2 Bảo Lộc"),
        ("Quận 1", "quận 1", "District 1"),
        ("Đặc khu Côn Đảo", "đặc khu Côn Đảo", "Côn Đảo special zone"),
        ("Thị trấn Đức Phong", "thị trấn Đức Phong", "Đức Phong township"),
        ("Huyện Bù Đăng", "huyện Bù Đăng", "Bù Đăng district"),
        ("Thành phố Đồng Nai", "TP. Đồng Nai", "Đồng Nai City"),
        ("Thành phố Hồ Chí Minh", "TP.HCM", "Hồ Chí Minh City"),
        ("Tỉnh Lâm Đồng", "tỉnh Lâm Đồng", "Lâm Đồng province"),
    ],
)
def test_names_stand_in_a_sentence(full, vietnamese, english):
    assert name_words(full, "vi") == vietnamese
    assert name_words(full, "en") == english


def test_the_language_is_the_reader_s():
    with override("en"):
        assert name_words("Xã Bù Đăng") == "Bù Đăng commune"
    with override("vi"):
        assert name_words("Xã Bù Đăng") == "xã Bù Đăng"


@pytest.mark.usefixtures("country")
class TestRealUnits:
    def test_a_unit_is_called_as_on_the_day(self):
        loc_ninh = Unit.objects.get(code="25270")
        dong_nai = Province.objects.get(code="75")

        assert unit_words(loc_ninh, language="vi") == "phường Lộc Ninh"
        assert unit_words(loc_ninh, date(2026, 4, 29), "vi") == "xã Lộc Ninh"
        assert unit_words(loc_ninh, date(2026, 5, 1), "en") == "Lộc Ninh ward"
        assert province_words(dong_nai, date(2026, 4, 29), "vi") == "tỉnh Đồng Nai"
        assert place_words(loc_ninh, language="vi") == "phường Lộc Ninh, TP. Đồng Nai"

    def test_former_names_are_in_brackets(self):
        binh_minh = OldCommune.objects.get(name="Xã Bình Minh", district_name="Huyện Bù Đăng")

        assert former_words([binh_minh], "vi") == "(trước 1/7/2025: xã Bình Minh, huyện Bù Đăng)"
        assert former_words([binh_minh], "en") == "(before 1 Jul 2025: Bình Minh commune, Bù Đăng district)"
        assert former_words([binh_minh], "vi", with_province=True).endswith("huyện Bù Đăng, tỉnh Bình Phước)")
        assert former_words([], "vi") == ""

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            (
                "Bình Minh, Bù Đăng",
                "xã Bom Bo, TP. Đồng Nai (trước 1/7/2025: xã Bình Minh, huyện Bù Đăng)",
            ),
            ("huyện Hớn Quản", "phường Bình Long, TP. Đồng Nai (trước 1/7/2025: huyện Hớn Quản)"),
            ("xã Tân Khai", "phường Tân Khai, TP. Đồng Nai (trước đây: xã Tân Khai)"),
            ("Bạch Long Vĩ", "đặc khu Bạch Long Vĩ, TP. Hải Phòng"),
        ],
    )
    def test_a_match_is_one_line(self, text, words):
        assert match_words(find_units(text)[0], "vi") == words
