"""Objects for tests, valid as they come: say only what the test is about.

They also stand beside loaded data: a set, branch or rule set that exists is taken, not made twice.
"""

from datetime import timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory
from oscar.core.loading import get_model

from accounts.models import User
from catalogue.models import Category, Certificate, PressReport, Product, RuleSet, SaleMode, SaleRule
from core.clock import today
from producers.models import Partner, SellerTaxTreatment, StockRecord
from regions.models import District, OldCommune, Province, Region, Succession, Unit
from regions.names import key

ProductClass = get_model("catalogue", "ProductClass")

#: Which branch holds which of the 26 sets (Decision 26/2026/QĐ-TTg, Annex I).
BRANCH_OF_SET = {
    **dict.fromkeys(range(1, 14), "I"),
    **dict.fromkeys(range(14, 18), "II"),
    **dict.fromkeys(range(18, 21), "III"),
    **dict.fromkeys(range(21, 23), "IV"),
    **dict.fromkeys(range(23, 26), "V"),
    26: "VI",
}


class UserFactory(DjangoModelFactory[User]):
    """A person who signed up with a phone number."""

    full_name = factory.Sequence(lambda n: f"Người Thử {n}")
    phone = factory.Sequence(lambda n: f"+8490{n:07d}")
    email = factory.Sequence(lambda n: f"nguoi{n}@example.vn")
    password = factory.django.Password("mật khẩu để thử")

    class Meta:
        model = User


class ProvinceFactory(DjangoModelFactory[Province]):
    code = "75"
    name = "Thành phố Đồng Nai"
    folded = factory.LazyAttribute(lambda o: key(o.name))

    class Meta:
        model = Province
        django_get_or_create = ("code",)


class UnitFactory(DjangoModelFactory[Unit]):
    """A commune of today, near Đồng Xoài."""

    code = factory.Sequence(lambda n: f"9{n:04d}")
    province = factory.SubFactory(ProvinceFactory)
    name = factory.Sequence(lambda n: f"Xã Thử {n}")
    kind = factory.LazyAttribute(lambda o: o.name.split(" ")[0])
    folded = factory.LazyAttribute(lambda o: key(o.name))
    latitude = 11.53
    longitude = 106.90

    class Meta:
        model = Unit
        django_get_or_create = ("code",)


class RegionFactory(DjangoModelFactory[Region]):
    code = "binh-phuoc"
    name = "Bình Phước"
    folded = factory.LazyAttribute(lambda o: key(o.name))

    class Meta:
        model = Region
        django_get_or_create = ("code",)


class DistrictFactory(DjangoModelFactory[District]):
    code = factory.Sequence(lambda n: f"{900 + n % 100}")
    region = factory.SubFactory(RegionFactory)
    name = factory.Sequence(lambda n: f"Huyện Thử {n}")
    folded = factory.LazyAttribute(lambda o: key(o.name))

    class Meta:
        model = District
        django_get_or_create = ("code",)


class OldCommuneFactory(DjangoModelFactory[OldCommune]):
    """A commune before 1/7/2025; `unit=` names its only successor."""

    code = factory.Sequence(lambda n: f"8{n:04d}")
    name = factory.Sequence(lambda n: f"Xã Cũ {n}")
    district = factory.SubFactory(DistrictFactory)
    district_name = factory.LazyAttribute(lambda o: o.district.name if o.district else "Huyện Thử")
    province_name = "Tỉnh Bình Phước"
    folded = factory.LazyAttribute(lambda o: key(o.name))

    class Meta:
        model = OldCommune
        django_get_or_create = ("code",)
        skip_postgeneration_save = True

    @factory.post_generation
    def unit(self: OldCommune, create: bool, extracted: Unit | None, **kwargs: Any) -> None:  # type: ignore[misc]
        if create and extracted is not None:
            Succession.objects.get_or_create(old_commune=self, unit=extracted)


class ProducerFactory(DjangoModelFactory[Partner]):
    """A household business run by its owner, in a commune of its own."""

    code = factory.Sequence(lambda n: f"thu-{n}")
    name = factory.Sequence(lambda n: f"Hộ Thử {n}")
    kind = Partner.Kind.HOUSEHOLD
    unit = factory.SubFactory(UnitFactory)

    class Meta:
        model = Partner

    class Params:
        reported = factory.Trait(
            standing=Partner.Standing.REPORTED,
            source_url="https://example.vn/bao",
            source_read_on=factory.LazyFunction(today),
        )


class SellerTaxTreatmentFactory(DjangoModelFactory[SellerTaxTreatment]):
    producer = factory.SubFactory(ProducerFactory)
    valid_from = factory.LazyFunction(lambda: today() - timedelta(days=365))
    rate_percent = 8

    class Meta:
        model = SellerTaxTreatment


class BranchFactory(DjangoModelFactory[Category]):
    """One of the six branches, at the root of the tree."""

    code = "I"
    name_vi = factory.LazyAttribute(lambda o: f"Nhóm {o.code}")
    name_en = factory.LazyAttribute(lambda o: f"Branch {o.code}")
    short_name_vi = factory.SelfAttribute("name_vi")
    short_name_en = factory.SelfAttribute("name_en")

    class Meta:
        model = Category

    @classmethod
    def _create(cls, model_class: type[Category], *args: Any, **kwargs: Any) -> Category:
        found = model_class.objects.filter(code=kwargs["code"]).first()
        return found or model_class.add_root(**kwargs)


class SetFactory(DjangoModelFactory[Category]):
    """One of the 26 sets, under its branch: processed fruit and nuts unless told otherwise."""

    set_number = 7
    code = factory.LazyAttribute(lambda o: str(o.set_number))
    name_vi = factory.LazyAttribute(lambda o: f"Bộ sản phẩm {o.set_number}")
    name_en = factory.LazyAttribute(lambda o: f"Set {o.set_number}")
    short_name_vi = factory.SelfAttribute("name_vi")
    short_name_en = factory.SelfAttribute("name_en")
    branch = factory.LazyAttribute(lambda o: BranchFactory(code=BRANCH_OF_SET[o.set_number]))

    class Meta:
        model = Category

    @classmethod
    def _create(cls, model_class: type[Category], *args: Any, **kwargs: Any) -> Category:
        branch = kwargs.pop("branch")
        found = model_class.objects.filter(code=kwargs["code"]).first()
        # The parent is read again: treebeard counts children on the object it is given.
        return found or model_class.objects.get(pk=branch.pk).add_child(**kwargs)


class SaleRuleFactory(DjangoModelFactory[SaleRule]):
    ocop_set = factory.SubFactory(SetFactory)
    mode = SaleMode.BUY
    valid_from = factory.LazyFunction(lambda: today() - timedelta(days=365))

    class Meta:
        model = SaleRule
        django_get_or_create = ("ocop_set", "valid_from")


class ProductClassFactory(DjangoModelFactory[ProductClass]):
    name = "OCOP"
    slug = "ocop"
    requires_shipping = True
    track_stock = True

    class Meta:
        model = ProductClass
        django_get_or_create = ("slug",)


class ProductFactory(DjangoModelFactory[Product]):
    """A listed product of one size. `stocked=True`: with price and stock; `reported=True`: by the press."""

    structure = Product.STANDALONE
    product_class = factory.SubFactory(ProductClassFactory)
    title_vi = factory.Sequence(lambda n: f"Hạt điều thử {n}")
    title_en = factory.Sequence(lambda n: f"Trial cashews {n}")
    producer = factory.SubFactory(ProducerFactory)
    ocop_set = factory.SubFactory(SetFactory)
    net_quantity = 500
    net_unit = Product.NetUnit.GRAM
    shipping_weight_grams = 560

    class Meta:
        model = Product
        # A second save would write the price summary back as it was before the stock came.
        skip_postgeneration_save = True

    class Params:
        stocked = factory.Trait(
            stock=factory.RelatedFactory("tests.factories.StockRecordFactory", factory_related_name="product")
        )
        reported = factory.Trait(
            listing=Product.Listing.REPORTED,
            producer=factory.SubFactory(ProducerFactory, reported=True),
            net_quantity=None,
            net_unit="",
            shipping_weight_grams=None,
            report=factory.RelatedFactory(
                "tests.factories.PressReportFactory", factory_related_name="product"
            ),
        )


class ParentFactory(ProductFactory):
    """A product that is sold in pack sizes; make these with `PackSizeFactory(parent=…)`."""

    structure = Product.PARENT
    net_quantity = None
    net_unit = ""
    shipping_weight_grams = None


class PackSizeFactory(DjangoModelFactory[Product]):
    """One pack size; its parent gives it producer, set and branch. `stocked=True` as for a product."""

    structure = Product.CHILD
    parent = factory.SubFactory(ParentFactory)
    title_vi = ""
    title_en = ""
    pack_label_vi = factory.LazyAttribute(lambda o: f"Túi {o.net_quantity} g")
    pack_label_en = factory.LazyAttribute(lambda o: f"{o.net_quantity} g bag")
    net_quantity = factory.Sequence(lambda n: 250 + 50 * (n % 20))
    net_unit = Product.NetUnit.GRAM
    shipping_weight_grams = 400

    class Meta:
        model = Product
        # A second save would write the price summary back as it was before the stock came.
        skip_postgeneration_save = True

    class Params:
        stocked = factory.Trait(
            stock=factory.RelatedFactory("tests.factories.StockRecordFactory", factory_related_name="product")
        )


class StockRecordFactory(DjangoModelFactory[StockRecord]):
    """Twenty packs at 120,000 ₫, of the product's own producer."""

    product = factory.SubFactory(ProductFactory)
    partner = factory.SelfAttribute("product.producer")
    partner_sku = factory.Sequence(lambda n: f"THU-{n:05d}")
    price_currency = "VND"
    price = 120_000
    num_in_stock = 20

    class Meta:
        model = StockRecord


class RuleSetFactory(DjangoModelFactory[RuleSet]):
    """The decision in force now; a row that exists is taken."""

    code = "26-2026"
    decision_number = "26/2026/QĐ-TTg"
    issued_on = factory.LazyAttribute(lambda o: o.valid_from)
    valid_from = factory.LazyFunction(lambda: today().replace(year=2023, month=1, day=1))
    part_points = factory.LazyFunction(lambda: [40, 25, 35])
    authorities = factory.LazyFunction(lambda: {"3": "province", "4": "province", "5": "centre"})

    class Meta:
        model = RuleSet
        django_get_or_create = ("code",)


class CertificateFactory(DjangoModelFactory[Certificate]):
    """A 4-star certificate issued 100 days ago, so in force today."""

    product = factory.SubFactory(ProductFactory)
    stars = 4
    rule_set = factory.SubFactory(RuleSetFactory)
    issued_on = factory.LazyFunction(lambda: today() - timedelta(days=100))
    decided_on = factory.SelfAttribute("issued_on")
    decision_number = "0000/QĐ-UBND"
    authority_level = factory.LazyAttribute(
        lambda o: Certificate.Level.CENTRE if o.stars == 5 else Certificate.Level.PROVINCE
    )
    authority_name = "Ủy ban nhân dân (thử)"
    printed_code = factory.Sequence(lambda n: f"75-25396-{n:03d}-2026")

    class Meta:
        model = Certificate


class PressReportFactory(DjangoModelFactory[PressReport]):
    """A report of four stars, read today."""

    product = factory.SubFactory(ProductFactory, reported=True, report=None)
    stars = 4
    reported_when = "đợt 2023"
    year = 2023
    source_url = "https://example.vn/bao"
    read_on = factory.LazyFunction(today)
    file_name = "thu.csv"
    row_number = factory.Sequence(lambda n: n + 2)
    row = factory.LazyFunction(lambda: {"name_vi": "Hạt điều"})

    class Meta:
        model = PressReport
