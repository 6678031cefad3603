"""The picture of a product nobody has designed one for yet."""

import hashlib
import re

from core.art.pictures.choose.pack_words import pack_words
from core.art.pictures.choose.palette import field_for, packs_for
from core.art.pictures.choose.sets import BRANCHES, BY_BRANCH, FRESH_KINDS, SETS, UNKNOWN, Habit
from core.art.pictures.choose.subjects import PROCESSED, ingredient_in, kind_in, plain, says
from core.art.pictures.loose import LOOSE
from core.art.pictures.spec import WINDOWS, PictureSpec


def default_spec(
    set_number: int | None,
    branch_code: str | None,
    title: str,
    seed: str,
    band_code: str,
    band_number: int,
) -> PictureSpec:
    """Choose kind, ingredient, colours and words for a product.

    Args:
        set_number: The product set, 1 to 26; None or another number when unknown.
        branch_code: The branch, 'I' to 'VI', used when the set is unknown.
        title: The Vietnamese title; its words tell ingredient and pack.
        seed: Anything that stays with the product. When it ends in digits (a running number), products next
            to each other get fields that differ.
        band_code: The permanent code of the producer.
        band_number: The running number of the producer.
    """
    words = plain(title)
    branch = BRANCHES.get(set_number or 0) or (branch_code if branch_code in BY_BRANCH else None)
    habit = SETS.get(set_number or 0) or BY_BRANCH.get(branch or "", UNKNOWN)
    dice = hashlib.sha256(seed.encode()).digest()
    kind = _kind(words, set_number, branch, habit, dice[0])
    ingredient = _ingredient(words, kind, habit)
    packs = packs_for(kind, ingredient)
    pack = packs[dice[1] % len(packs)]
    return PictureSpec(
        kind=kind,
        pack=pack,
        field=field_for(kind, ingredient, pack, _position(seed)),
        window=WINDOWS[dice[2] % len(WINDOWS)],
        words=pack_words(title),
        ingredient=ingredient,
        band_code=band_code,
        band_number=band_number,
    )


def _kind(words: str, set_number: int | None, branch: str | None, habit: Habit, die: int) -> str:
    whole = not says(words, PROCESSED)
    if whole and set_number in (1, None) and branch in ("I", None):
        for fruit in ("durian", "pomelo"):
            if ingredient_in(words) == fruit:
                return fruit
    if set_number == 2:
        for phrases, kind in FRESH_KINDS:
            if says(words, phrases):
                return kind
    named = kind_in(words, branch, ingredient_in(words)) if habit.words_choose else None
    return named or habit.kinds[die % len(habit.kinds)]


def _ingredient(words: str, kind: str, habit: Habit) -> str:
    """The ingredient of the title; bottles of clear drink and living things show none they do not hold."""
    if kind in ("water_bottle", "meat_tray", "fish_tray", "egg_tray", "village", "milk_bottle"):
        return "none"
    named = ingredient_in(words)
    if kind == "flower_bunch" and (named is None or not named.startswith(("flower", "hibiscus"))):
        return "flower"
    return named or (habit.ingredient if habit.ingredient in LOOSE else "none")


def _position(seed: str) -> int:
    """A number for the walk through the fields: the running number at the end of a seed, else its hash."""
    tail = re.search(r"(\d{1,9})$", seed)
    return int(tail[1]) if tail else hashlib.sha256(seed.encode()).digest()[3]
