import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.art.pictures import KINDS, default_spec, draw_picture
from core.art.pictures.choose.pack_words import pack_words
from core.art.yarns import colour, contrast, difference, ink_on
from tests.core.art.reading import parse

SETS = st.one_of(st.none(), st.integers(-3, 40))
BRANCHES = st.sampled_from([None, "I", "II", "III", "IV", "V", "VI", "IX", ""])


def choose(title, set_number=None, branch="I", seed="1"):
    return default_spec(set_number, branch, title, seed, "HTX-1", 1)


@pytest.mark.parametrize("set_number", [*range(1, 27), None])
@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_every_set_has_a_picture_even_without_a_title(set_number, seed):
    drawing = draw_picture(choose("", set_number, None, seed))

    parse(drawing)
    assert len(drawing.encode()) <= 10_000


@given(SETS, BRANCHES, st.text(max_size=80), st.text(max_size=10))
@settings(max_examples=60, deadline=None)
def test_nothing_a_title_holds_breaks_a_picture(set_number, branch, title, seed):
    spec = default_spec(set_number, branch, title, seed, "HTX-1", 1)

    parse(draw_picture(spec))


@pytest.mark.parametrize(
    ("title", "set_number", "kind", "ingredient"),
    [
        ("Hạt điều rang muối vỏ lụa, túi 500 g", 7, "pouch", "cashew_skin"),
        ("Hạt điều mật ong", 7, "pouch", "cashew_honey"),
        ("Hạt điều vị tỏi ớt", 7, "pouch", "cashew_spiced"),
        ("Điều nhân trắng", 7, "pouch", "cashew"),
        ("Hạt điều rang củi, hũ thủy tinh 350 g", 7, "jar", "cashew"),
        ("Bộ quà Tết năm vị hạt điều", 7, "gift_set", "cashew"),
        ("Kẹo hạt điều gừng", 8, "box", "cashew_honey"),
        ("Tiêu sọ tiệt trùng", 10, None, "pepper_white"),
        ("Hạt tiêu đen", 10, None, "pepper_black"),
        ("Cà phê bột Robusta", 13, "pouch", "coffee"),
        ("Mật ong rừng", 4, "bottle", "honey"),
        ("Bưởi da xanh", 1, "pomelo", "pomelo"),
        ("Tinh dầu bưởi", 20, "dropper", "pomelo"),
        ("Sầu riêng Ri6", 1, "durian", "durian"),
        ("Sầu riêng sấy", 7, "pouch", "durian"),
        ("Xoài cát", 1, "produce_crate", "mango"),
        ("Yến sào Nam Phú", 8, None, "bird_nest"),
        ("Mít sấy Cô Hai", 7, "pouch", "jackfruit"),
        ("Cá lăng tươi", 2, "fish_tray", "none"),
        ("Trứng gà thả vườn", 2, "egg_tray", "none"),
        ("Giò chả", 8, "leaf_roll", "none"),
        ("Khăn choàng dệt tay", 22, "folded_cloth", "none"),
        ("Túi vải thổ cẩm", 22, "tote", "none"),
        ("Bộ lót ly vải dệt, 4 miếng", 21, "coasters", "none"),
        ("Gùi tre nhỏ", 21, "basket", "none"),
        ("Hoa khô nghệ thuật", 23, "dried_flowers", "flower"),
        ("Rượu cần", 15, "spirit_bottle", "none"),
        ("Sóc Bom Bo", 26, "village", "none"),
    ],
)
def test_the_title_tells_pack_and_ingredient(title, set_number, kind, ingredient):
    spec = choose(title, set_number, None)

    assert spec.ingredient == ingredient
    assert kind in (None, spec.kind)


def test_the_branch_stands_in_for_an_unknown_set():
    assert choose("Đặc sản", None, "VI").kind == "village"
    assert choose("Đặc sản", None, "II").kind in ("juice_bottle", "can")


@given(st.integers(0, 500))
@settings(max_examples=60, deadline=None)
def test_neighbours_by_running_number_stand_on_other_fields(number):
    one, other = choose("Hạt điều", 7, seed=f"sp-{number}"), choose("Hạt điều", 7, seed=f"sp-{number + 1}")

    assert one.field != other.field


@given(st.integers(0, 500), st.sampled_from(["Hạt điều", "Tiêu đen", "Cà phê", "Mật ong"]))
@settings(max_examples=60, deadline=None)
def test_the_pack_stands_out_from_its_field(number, title):
    spec = choose(title, 7, seed=str(number))

    for shade in KINDS[spec.kind].colours or (spec.pack,):
        assert difference(colour(shade), colour(spec.field)) > 90


@given(SETS, st.integers(0, 500), st.sampled_from(["Hạt điều", "Tiêu đen", "Cà phê", "Mật ong", "Muối", ""]))
@settings(max_examples=60, deadline=None)
def test_the_words_of_a_default_pack_can_be_read(set_number, number, title):
    spec = choose(title, set_number, seed=str(number))

    assert contrast(ink_on(spec.pack), spec.pack) >= 4.5


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Hạt điều rang muối vỏ lụa, túi 500 g", ("HẠT ĐIỀU RANG", "MUỐI VỎ LỤA")),
        ("Hạt điều nguyên vị", ("HẠT ĐIỀU", "NGUYÊN VỊ")),
        ("Tiêu sọ", ("TIÊU SỌ",)),
        ("Mật ong rừng chai 500 ml", ("MẬT ONG", "RỪNG")),
        ("Hạt điều vị ca cao (Aztecs)", ("HẠT ĐIỀU", "VỊ CA CAO")),
        ("", ()),
    ],
)
def test_pack_words_come_from_the_title(title, lines):
    assert pack_words(title) == lines
