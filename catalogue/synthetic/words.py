"""Titles for the invented catalogue: a thing of each set, a way it is made, a number."""

from typing import NamedTuple

from core.vietnamese import fold, slug_of


class Part(NamedTuple):
    """A part of a title in both languages, with its slugs and its folded words made once."""

    vi: str
    en: str
    slug_vi: str
    slug_en: str
    folded_vi: str
    folded_en: str


def _parts(*pairs: tuple[str, str]) -> tuple[Part, ...]:
    return tuple(Part(vi, en, slug_of(vi), slug_of(en), fold(vi), fold(en)) for vi, en in pairs)


THINGS = {
    1: _parts(("Bưởi da xanh", "Green pomelo"), ("Xoài cát", "Mango"), ("Rau nhíp", "Forest greens")),
    2: _parts(("Trứng gà", "Eggs"), ("Cá lóc", "Snakehead fish"), ("Thịt heo", "Pork")),
    3: _parts(("Gạo rẫy", "Upland rice"), ("Nhân điều sơ chế", "Raw cashews"), ("Đậu xanh", "Mung beans")),
    4: _parts(("Mật ong rừng", "Forest honey"), ("Phấn hoa", "Bee pollen")),
    5: _parts(("Cháo ăn liền", "Instant porridge"), ("Cơm cháy", "Crisp rice")),
    6: _parts(("Bún gạo khô", "Dried rice noodles"), ("Bánh tráng", "Rice crackers")),
    7: _parts(
        ("Hạt điều rang", "Roasted cashews"), ("Mít sấy", "Dried jackfruit"), ("Kẹo hạt điều", "Cashew candy")
    ),
    8: _parts(("Chả lá", "Pork roll"), ("Thịt gác bếp", "Smoked pork")),
    9: _parts(("Nước mắm", "Fish sauce"), ("Tương đậu", "Soy paste")),
    10: _parts(("Tiêu đen", "Black pepper"), ("Tiêu sọ", "White pepper"), ("Muối ớt", "Chilli salt")),
    11: _parts(("Chè xanh", "Green tea"), ("Chè búp", "Tea buds")),
    12: _parts(("Trà gừng", "Ginger tea"), ("Trà hoa", "Flower tea")),
    13: _parts(
        ("Cà phê bột", "Ground coffee"), ("Cà phê hạt", "Coffee beans"), ("Ca cao bột", "Cocoa powder")
    ),
    14: _parts(
        ("Rượu nếp", "Rice spirit"),
    ),
    15: _parts(("Rượu cần", "Jar wine"), ("Vang điều", "Cashew apple wine")),
    16: _parts(
        ("Nước uống đóng chai", "Bottled water"),
    ),
    17: _parts(("Nước ép trái cây", "Fruit juice"), ("Nước chanh dây", "Passion fruit drink")),
    18: _parts(("Viên nghệ", "Turmeric tablets"), ("Cao đinh lăng", "Dinh lang extract")),
    19: _parts(("Xà phòng thảo mộc", "Herbal soap"), ("Dầu gội bồ kết", "Soapberry shampoo")),
    20: _parts(("Tinh dầu sả", "Lemongrass oil"), ("Nghệ khô", "Dried turmeric")),
    21: _parts(("Gùi tre", "Bamboo basket"), ("Giỏ mây", "Rattan basket")),
    22: _parts(("Khăn dệt tay", "Handwoven shawl"), ("Túi vải dệt", "Woven bag")),
    23: _parts(("Hoa cúc", "Chrysanthemums"), ("Hoa khô", "Dried flowers")),
    24: _parts(("Mai vàng", "Yellow mai tree"), ("Sanh bonsai", "Fig bonsai")),
    25: _parts(("Cá vàng", "Goldfish"), ("Chim cảnh", "Cage bird")),
    26: _parts(("Một ngày ở làng", "A day in the village"), ("Đêm nhà dài", "A night in the long house")),
}

WAYS = _parts(
    ("loại một", "first grade"),
    ("làm tay", "made by hand"),
    ("vụ mới", "new crop"),
    ("nhà vườn", "from the garden"),
    ("mẻ nhỏ", "small batch"),
    ("vị truyền thống", "traditional"),
    ("ít ngọt", "less sweet"),
    ("phơi nắng", "sun-dried"),
)
