"""What stands for each of the 26 product sets and six branches when the title says nothing."""

from dataclasses import dataclass

BRANCHES = {
    **dict.fromkeys(range(1, 14), "I"),
    **dict.fromkeys(range(14, 18), "II"),
    **dict.fromkeys(range(18, 21), "III"),
    21: "IV",
    22: "IV",
    **dict.fromkeys(range(23, 26), "V"),
    26: "VI",
}


@dataclass(frozen=True)
class Habit:
    """Usual kinds, one of which the seed picks, and the usual ingredient."""

    kinds: tuple[str, ...]
    ingredient: str = "none"
    words_choose: bool = True  # whether words of the title may choose another kind


SETS = {
    1: Habit(("produce_crate",), words_choose=False),
    2: Habit(("meat_tray",), words_choose=False),
    3: Habit(("sack", "pouch"), "rice", words_choose=False),
    4: Habit(("bottle", "jar"), "honey"),
    5: Habit(("snack_bowl",), "herb"),
    6: Habit(("noodle_pack", "pouch"), "rice"),
    7: Habit(("pouch",)),
    8: Habit(("pouch", "jar")),
    9: Habit(("sauce_bottle",), words_choose=False),
    10: Habit(("spice_jar", "jar"), "salt"),
    11: Habit(("tea_box", "pouch"), "tea_leaf", words_choose=False),
    12: Habit(("tea_bag", "tea_box"), "herb", words_choose=False),
    13: Habit(("pouch",), "coffee"),
    14: Habit(("spirit_bottle",), words_choose=False),
    15: Habit(("wine_bottle",)),
    16: Habit(("water_bottle",), words_choose=False),
    17: Habit(("juice_bottle", "can"), "orange"),
    18: Habit(("capsule_bottle", "medicine_box"), "herb"),
    19: Habit(("tube",), "flower"),
    20: Habit(("dropper",), "leaf"),
    21: Habit(("rattan", "basket", "pottery")),
    22: Habit(("folded_cloth", "hung_cloth", "tote", "shirt")),
    23: Habit(("flower_bunch",), "flower"),
    24: Habit(("potted_tree",), words_choose=False),
    25: Habit(("fish_bowl", "bird")),
    26: Habit(("village",), words_choose=False),
}

BY_BRANCH = {
    "I": Habit(("pouch", "box", "jar")),
    "II": Habit(("juice_bottle", "can")),
    "III": Habit(("medicine_box", "tea_bag"), "herb"),
    "IV": Habit(("basket", "folded_cloth", "rattan")),
    "V": Habit(("potted_tree", "flower_bunch"), "flower"),
    "VI": Habit(("village",), words_choose=False),
}

UNKNOWN = Habit(("box", "pouch"))

FRESH_KINDS = (
    (("cá", "tôm", "lươn", "ếch", "thủy sản"), "fish_tray"),
    (("trứng",), "egg_tray"),
    (("sữa",), "milk_bottle"),
)
"""In set 2, words that tell another kind than meat."""
