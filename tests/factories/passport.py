"""Labels with the rules that ask for them, lots, and papers of producers."""

from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory

from catalogue.models import Category, LabelContents, LabelField, LabelRule, Lot, LotEvent
from core.clock import today
from core.gs1 import check_digit
from producers.models import Paper, PaperKind

#: What the law asks of every label (Art. 42 of Decree 37/2026/NĐ-CP).
BASIC = (
    LabelField.NAME,
    LabelField.RESPONSIBLE_NAME,
    LabelField.RESPONSIBLE_ADDRESS,
    LabelField.ORIGIN,
    LabelField.NET_QUANTITY,
)
RULED_SINCE = date(2000, 1, 1)


def basic_rules(ocop_set: Category) -> list[LabelRule]:
    """Return the rules that a set of a test has, unless the reference data bring its own."""
    return [
        LabelRule(
            ocop_set=ocop_set,
            field=field,
            level=LabelRule.Level.REQUIRED,
            valid_from=RULED_SINCE,
            law="Nghị định thử",
            article="Điều 42",
            source_url="https://example.vn/luat",
            evidence=LabelRule.Evidence.READ,
        )
        for field in BASIC
    ]


def gtin(number: int) -> str:
    """Return a GTIN of the range that GS1 keeps for examples (952), stored with 14 digits."""
    digits = f"0952{number:09d}"
    return digits + check_digit(digits)


class LabelContentsFactory(DjangoModelFactory[LabelContents]):
    """A label with all that any set asks, so that a product is complete whatever its set."""

    product = factory.SubFactory("tests.factories.ProductFactory", label=None)
    name_vi = "Hạt điều thử"
    name_en = "Trial cashews"
    responsible_name = "Hộ kinh doanh Thử"
    responsible_address = "Thôn 1, xã Thử, thành phố Đồng Nai"
    origin_vi = "Việt Nam"
    origin_en = "Viet Nam"
    ingredients_vi = "Hạt điều 98 %, muối 2 %"
    ingredients_en = "Cashews 98 %, salt 2 %"
    allergens_vi = "Hạt điều"
    allergens_en = "Cashews"
    ethanol_percent = 29
    warnings_vi = "Không dùng khi có mùi lạ."
    statement_vi = "Thực phẩm này không phải là thuốc, không có tác dụng thay thế thuốc chữa bệnh."
    use_vi = "Ăn ngay."
    storage_vi = "Nơi khô, mát."
    shelf_life_days = 180
    date_marking_vi = "In ở đáy túi."
    included_vi = "Bữa trưa và người dẫn đường"
    declaration_number = "01/THU/2026"

    class Meta:
        model = LabelContents


class LotFactory(DjangoModelFactory[Lot]):
    """A lot made ten days ago, good for half a year. `recalled=True`: called back yesterday."""

    product = factory.SubFactory(
        "tests.factories.ProductFactory", upc=factory.Sequence(lambda n: gtin(700_000 + n))
    )
    code = factory.Sequence(lambda n: f"L{n:05d}")
    made_on = factory.LazyFunction(lambda: today() - timedelta(days=10))
    best_before = factory.LazyAttribute(lambda o: o.made_on + timedelta(days=180))

    class Meta:
        model = Lot

    class Params:
        recalled = factory.Trait(
            recalled_on=factory.LazyFunction(lambda: today() - timedelta(days=1)),
            recall_reason_vi="Lẫn vỏ lụa chưa sàng sạch.",
            recall_reason_en="Skins were not sieved out.",
            recall_advice_vi="Không ăn, gửi trả người bán.",
            recall_advice_en="Do not eat it, send it back to the seller.",
        )


class LotEventFactory(DjangoModelFactory[LotEvent]):
    """The lot was packed on the day of making."""

    lot = factory.SubFactory(LotFactory)
    on = factory.SelfAttribute("lot.made_on")
    kind = LotEvent.Kind.PACKED
    words_vi = "Đóng gói hút chân không"
    words_en = "Vacuum packed"
    place_vi = "Xưởng thử"

    class Meta:
        model = LotEvent


class PaperFactory(DjangoModelFactory[Paper]):
    """A food-safety certificate issued a year ago, valid for two more."""

    producer = factory.SubFactory("tests.factories.ProducerFactory")
    kind = PaperKind.FOOD_SAFETY
    number = factory.Sequence(lambda n: f"{n:04d}/2026/ATTP-THU")
    issuer = "Chi cục thử"
    issued_on = factory.LazyFunction(lambda: today() - timedelta(days=365))
    valid_until = factory.LazyAttribute(lambda o: o.issued_on + timedelta(days=1095))

    class Meta:
        model = Paper
