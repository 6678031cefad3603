"""What a demo shop consists of, as `catalogue/demo/shops` writes it down."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from producers.models import Partner

#: Days before the day of loading on which the fictional councils decided; products of a round share them.
ROUNDS = {"spring": 149, "winter": 344, "last spring": 512}


class Words(NamedTuple):
    """One text in both languages."""

    vi: str
    en: str

    @classmethod
    def read(cls, data: Mapping[str, str]) -> Self:
        return cls(data["vi"].strip(), data["en"].strip())


@dataclass(frozen=True)
class Pack:
    """One size in which a product is sold.

    `net` is counted in `unit`, `packed` is the parcel's weight in grams (0: nothing is sent), `price` is in
    đồng with VAT inside; without a price the pack is shown and not sold. A label tells sizes apart.
    """

    net: int
    unit: str
    packed: int
    price: int | None = None
    stock: int = 0
    vi: str = ""
    en: str = ""


@dataclass(frozen=True)
class Paper:
    """A certificate, by days before the day of loading; a negative number is a day to come.

    One of `round` (see `ROUNDS`), `issued_ago` and `expired_ago` is given; the rest follows from 36 months.
    """

    stars: int
    round: str = ""
    issued_ago: int | None = None
    expired_ago: int | None = None
    grace: bool = False
    revoked_ago: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class Look:
    """A picture designed by hand: the fields of `core.art.pictures.PictureSpec` without the band."""

    kind: str
    pack: str
    field: str
    ingredient: str
    words: tuple[str, ...] = ()
    window: str = "circle"


@dataclass(frozen=True, kw_only=True)
class DemoProduct:
    """A product: one pack without a label is the product itself, labelled packs are its sizes."""

    title: Words
    ocop_set: int
    about: Words
    story: Words
    packs: tuple[Pack, ...]
    papers: tuple[Paper, ...]
    look: Look | None
    #: A rate of its own in per cent, where it differs from its seller's.
    vat: int | None

    @property
    def has_sizes(self) -> bool:
        """Say whether it is sold in several pack sizes."""
        return bool(self.packs[0].vi)

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        look = data.get("look")
        return cls(
            title=Words.read(data["title"]),
            ocop_set=data["set"],
            about=Words.read(data["about"]),
            story=Words.read(data.get("story", {"vi": "", "en": ""})),
            packs=tuple(Pack(**pack) for pack in data["packs"]),
            papers=tuple(Paper(**paper) for paper in data.get("papers", ())),
            look=Look(**{**look, "words": tuple(look.get("words", ()))}) if look else None,
            vat=data.get("vat"),
        )


@dataclass(frozen=True, kw_only=True)
class Shop:
    """A fictional producer in a real commune."""

    #: Permanent; it decides the woven band.
    code: str
    name: str
    kind: Partner.Kind
    #: Codes of the register of units.
    unit: str
    old_commune: str
    street: str
    founded: int
    legal_name: str
    representative: str
    phone: str
    #: The seller's VAT rate in per cent; None: not a VAT payer.
    vat: int | None
    tagline: Words
    story: Words
    products: tuple[DemoProduct, ...]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Read a shop from its file.

        Raises:
            KeyError, TypeError, ValueError: Something is missing or unknown.
        """
        made_here = ("kind", "vat", "tagline", "story", "products")
        return cls(
            **{name: value for name, value in data.items() if name not in made_here},
            kind=Partner.Kind(data["kind"]),
            vat=data.get("vat"),
            tagline=Words.read(data["tagline"]),
            story=Words.read(data["story"]),
            products=tuple(DemoProduct.read(product) for product in data["products"]),
        )
