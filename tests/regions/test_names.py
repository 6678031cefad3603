import pytest

from regions.names import Name, key, keys, spelling, split_name, split_typed, typed_keys, without_kinds


@pytest.mark.parametrize(
    ("full", "kind", "bare"),
    [
        ("Phường Lộc Ninh", "Phường", "Lộc Ninh"),
        ("Thị xã Phước Long", "Thị xã", "Phước Long"),
        ("Thị Trấn Chờ", "Thị trấn", "Chờ"),
        ("Phương Thịnh", "", "Phương Thịnh"),
        ("Xã", "", "Xã"),
    ],
)
def test_a_name_has_two_parts(full, kind, bare):
    assert split_name(full) == Name(kind, bare)


def test_keys_are_folded_without_the_kind_word():
    assert key("Thị trấn Lộc Ninh") == "loc ninh"
    assert keys("Xã Ea H'leo") == ["ea hleo", "ea h leo"]
    assert keys("Xã Bom Bo") == ["bom bo"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("tp dong xoai", ["tp dong xoai", "dong xoai"]),
        ("quan son", ["quan son", "son"]),
        ("bom bo", ["bom bo"]),
        ("xa", ["xa"]),
        ("", [""]),
    ],
)
def test_typed_text_may_begin_with_a_kind_word(typed, expected):
    assert typed_keys(typed) == expected


def test_short_kind_words_stand_for_long_ones():
    assert split_typed("q 1") == ("quan", "1")
    assert split_typed("thi xa phuoc long") == ("thi xa", "phuoc long")
    assert without_kinds("huyen bu dang tinh binh phuoc") == "bu dang binh phuoc"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hoà Bình", "hòa  bình", True),
        ("Thuỷ", "THỦY", True),
        ("Lộc Thành", "Lộc Thạnh", False),
        ("Đak Nhau", "Đắk Nhau", False),
        ("Tân", "Tấn", False),
    ],
)
def test_spellings_compare_with_marks(one, other, same):
    assert (spelling(one) == spelling(other)) is same
