"""Reads a Vietnamese title: what is in the pack, and what kind of pack or thing it is.

Marks count (`mít` is jackfruit, `mịt` is not), capitals do not, and a phrase matches whole words only.
The first rule that matches wins, so the narrower stands above the wider.
"""

import re
import unicodedata
from dataclasses import dataclass

_NOT_WHAT_THEY_SEEM = (
    "nghệ thuật",
    "nghệ nhân",
    "mỹ nghệ",
    "mĩ nghệ",
    "công nghệ",
    "tiêu chuẩn",
    "tiêu dùng",
    "hoa quả",
)

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True)
class KindRule:
    """Words that tell the kind, in the branches of products ('I' to 'VI') where they do."""

    words: tuple[str, ...]
    kind: str
    branches: str = "I II III IV V VI"
    ingredients: tuple[str, ...] = ()  # when given, only with one of these


@dataclass(frozen=True)
class SubjectRule:
    """Words that tell the ingredient; with `also`, one of those words must be there too."""

    words: tuple[str, ...]
    ingredient: str
    also: tuple[str, ...] = ()


_DRESSED = (
    "tỏi",
    "ớt",
    "sả",
    "phô mai",
    "wasabi",
    "yum thái",
    "bbq",
    "quế",
    "cà ri",
    "lá chanh",
    "tẩm vị",
    "cay",
)

SUBJECTS = (
    SubjectRule(("điều",), "cashew_skin", also=("vỏ lụa", "lụa")),
    SubjectRule(("điều",), "cashew_honey", also=("mật ong", "mật", "caramel", "gừng", "kẹo", "đường", "mè")),
    SubjectRule(("điều",), "cashew_spiced", also=_DRESSED),
    SubjectRule(("điều",), "cashew"),
    SubjectRule(("cashew", "cashewpie"), "cashew"),
    SubjectRule(("tiêu",), "pepper_white", also=("sọ", "trắng")),
    SubjectRule(("tiêu",), "pepper_red", also=("đỏ", "chín")),
    SubjectRule(("tiêu",), "pepper_black"),
    SubjectRule(("cà phê", "cafe", "cà-phê", "coffee", "robusta", "arabica"), "coffee"),
    SubjectRule(("sô-cô-la", "socola", "sô cô la", "chocolate"), "chocolate"),
    SubjectRule(("ca cao", "cacao", "ca-cao"), "cocoa"),
    SubjectRule(("yến sào", "tổ yến", "yến", "chim yến"), "bird_nest"),
    SubjectRule(("mật ong", "phấn hoa", "sáp ong", "ong"), "honey"),
    SubjectRule(("sầu riêng",), "durian"),
    SubjectRule(("bưởi",), "pomelo"),
    SubjectRule(("mít",), "jackfruit"),
    SubjectRule(("xoài",), "mango"),
    SubjectRule(("chuối",), "banana"),
    SubjectRule(("bơ",), "avocado"),
    SubjectRule(("chôm chôm",), "rambutan"),
    SubjectRule(("măng cụt",), "mangosteen"),
    SubjectRule(("thanh long",), "dragon_fruit"),
    SubjectRule(("quýt", "tắc", "quất"), "tangerine"),
    SubjectRule(("cam",), "orange"),
    SubjectRule(("chanh",), "lime"),
    SubjectRule(("dứa", "thơm", "khóm"), "pineapple"),
    SubjectRule(("ổi", "na", "mãng cầu"), "guava"),
    SubjectRule(("táo", "mận", "vải thiều", "nhãn", "sim", "dâu"), "apple"),
    SubjectRule(("măng",), "bamboo_shoot"),
    SubjectRule(("linh chi",), "lingzhi"),
    SubjectRule(("nấm", "đông trùng hạ thảo"), "mushroom"),
    SubjectRule(("nghệ", "curcumin"), "turmeric"),
    SubjectRule(("gừng", "riềng"), "ginger"),
    SubjectRule(("tỏi",), "garlic"),
    SubjectRule(("hành",), "shallot"),
    SubjectRule(("muối",), "chilli_salt", also=("ớt", "tôm", "tây ninh")),
    SubjectRule(("ớt",), "chilli"),
    SubjectRule(("sả",), "lemongrass"),
    SubjectRule(("quế", "hồi", "thảo quả"), "cinnamon"),
    SubjectRule(("muối",), "salt"),
    SubjectRule(("gạo lứt", "huyết rồng"), "rice_brown"),
    SubjectRule(("gạo", "nếp", "lúa", "cốm"), "rice"),
    SubjectRule(("đậu phộng", "lạc", "đậu phụng"), "peanut"),
    SubjectRule(("đậu xanh", "đậu", "mắc ca", "macca"), "bean_green"),
    SubjectRule(("hạt sen", "sen"), "lotus_seed"),
    SubjectRule(("khoai", "sắn", "mì lát", "củ mì"), "cassava"),
    SubjectRule(("bí đỏ", "bí"), "pumpkin"),
    SubjectRule(("cà chua",), "tomato"),
    SubjectRule(("cà rốt",), "carrot"),
    SubjectRule(("mía", "đường"), "sugar_cane"),
    SubjectRule(("atiso", "hoa hồng", "hibiscus"), "hibiscus"),
    SubjectRule(("hoa cúc", "cúc", "nhài", "lài"), "flower_white"),
    SubjectRule(("hoa",), "flower"),
    SubjectRule(("dế", "châu chấu"), "cricket"),
    SubjectRule(("cá", "tôm", "mắm"), "fish"),
    SubjectRule(("trứng",), "egg"),
    SubjectRule(("rau", "cải", "nhíp", "bép"), "greens"),
    SubjectRule(("trà", "chè"), "tea_leaf"),
    SubjectRule(("dược liệu", "xáo tam phân", "đinh lăng", "sâm", "thảo mộc", "nhàu", "sachi", "lá"), "herb"),
)

KINDS_BY_WORDS = (
    KindRule(
        ("bộ quà", "hộp quà", "giỏ quà", "quà tết", "set quà", "5 sản phẩm", "năm vị"), "gift_set", "I II III"
    ),
    KindRule(("hoa khô",), "dried_flowers", "IV V"),
    KindRule(("hoa",), "flower_bunch", "V"),
    KindRule(("cá cảnh", "cá koi", "cá"), "fish_bowl", "V"),
    KindRule(("chim", "gà"), "bird", "V"),
    KindRule(("bonsai", "cây cảnh", "cây", "mai vàng", "sanh", "si"), "potted_tree", "V"),
    KindRule(("gùi",), "basket", "IV"),
    KindRule(("lót ly", "lót cốc", "lót chén"), "coasters", "IV"),
    KindRule(("túi", "giỏ xách", "ví"), "tote", "IV"),
    KindRule(("áo", "váy", "trang phục", "sơ mi", "đồng phục"), "shirt", "IV"),
    KindRule(("tấm choàng", "tấm", "tranh", "rèm"), "hung_cloth", "IV"),
    KindRule(("khăn", "thổ cẩm", "vải", "chăn", "lụa"), "folded_cloth", "IV"),
    KindRule(("gốm", "bình", "lọ", "gỗ"), "pottery", "IV"),
    KindRule(("mây", "tre", "đan", "nia", "rổ", "chiếu", "nón"), "rattan", "IV"),
    KindRule(("tinh dầu", "dầu xoa", "dầu tràm"), "dropper", "I III"),
    KindRule(("cao", "viên", "viên nang", "curcumin"), "capsule_bottle", "III"),
    KindRule(("xà phòng", "xà bông", "kem", "dầu gội", "sữa rửa mặt", "son", "mặt nạ"), "tube", "III"),
    KindRule(("dầu ăn", "dầu"), "oil_bottle", "I"),
    KindRule(("rượu vang", "vang"), "wine_bottle", "II"),
    KindRule(("rượu",), "spirit_bottle", "I II"),
    KindRule(("nước mắm", "nước tương", "tương", "giấm", "nước chấm", "xì dầu"), "sauce_bottle", "I"),
    KindRule(("nước khoáng", "nước uống", "nước tinh khiết"), "water_bottle", "II"),
    KindRule(("lon", "nước tăng lực", "bia"), "can", "II"),
    KindRule(("nước ép", "nước yến", "nước"), "juice_bottle", "I II"),
    KindRule(("sữa",), "milk_bottle", "I II"),
    KindRule(("mật ong",), "bottle", "I", ingredients=("honey",)),
    KindRule(("giò", "chả", "nem", "lạp xưởng", "xúc xích"), "leaf_roll", "I"),
    KindRule(("bún", "phở", "miến", "mì", "hủ tiếu", "nui"), "noodle_pack", "I"),
    KindRule(("bánh tráng", "bánh đa"), "paper_pack", "I"),
    KindRule(("trứng",), "egg_tray", "I"),
    KindRule(("kẹo", "bánh", "chocolate", "socola", "sô-cô-la"), "box", "I"),
    KindRule(("trà túi lọc", "trà", "chè"), "tea_box", "I"),
    KindRule(("hũ", "lọ", "hủ", "sa tế", "mắm", "muối tiêu", "muối ớt", "muối tôm", "muối hầm"), "jar", "I"),
    KindRule(("hộp",), "box", "I III"),
    KindRule(("túi", "gói", "bịch", "sấy"), "pouch", "I"),
)

PROCESSED = (
    *(
        "sấy",
        "mứt",
        "kẹo",
        "bánh",
        "rượu",
        "tinh dầu",
        "dầu",
        "trà",
        "nước",
        "nem",
        "chả",
        "mật",
        "bột",
        "chè",
        "muối",
    ),
    *("khô", "đông", "múi", "ép", "snack", "kem", "siro", "rang"),
)
"""Words that say fruit is no longer whole."""


def plain(title: str) -> str:
    """Reduce a title to lower-case words between single spaces, marks kept, with a space at each end."""
    lowered = unicodedata.normalize("NFC", title).casefold()
    for phrase in _NOT_WHAT_THEY_SEEM:
        lowered = lowered.replace(phrase, " ")
    return f" {' '.join(_WORD.findall(lowered))} "


def says(words: str, phrases: tuple[str, ...]) -> bool:
    """Tell whether plain words hold one of the phrases."""
    return any(f" {phrase} " in words for phrase in phrases)


def ingredient_in(words: str) -> str | None:
    """Find the ingredient that plain words name."""
    for rule in SUBJECTS:
        if says(words, rule.words) and (not rule.also or says(words, rule.also)):
            return rule.ingredient
    return None


def kind_in(words: str, branch: str | None, ingredient: str | None) -> str | None:
    """Find the kind that plain words name, for a branch (None: any) and an ingredient."""
    for rule in KINDS_BY_WORDS:
        in_branch = branch is None or branch in rule.branches.split()
        fits = not rule.ingredients or ingredient in rule.ingredients
        if in_branch and fits and says(words, rule.words):
            return rule.kind
    return None
