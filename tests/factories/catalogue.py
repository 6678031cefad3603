"""Branches, sets, products, pack sizes and their stock."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory
from oscar.core.loading import get_model

from catalogue.models import Category, LabelRule, Product, SaleMode, SaleRule
from catalogue.passport.completeness import NO_END
from core.clock import today
from producers.models import StockRecord

from .passport import RULED_SINCE, basic_rules
from .producers import ProducerFactory

ProductClass = get_model("catalogue", "ProductClass")

PUBLISHED_AT = datetime.combine(RULED_SINCE, time(), tzinfo=UTC)

#: Which branch holds which of the 26 sets (Decision 26/2026/QĐ-TTg, Annex I).
BRANCH_OF_SET = {
    **dict.fromkeys(range(1, 14), "I"),
    **dict.fromkeys(range(14, 18), "II"),
    **dict.fromkeys(range(18, 21), "III"),
    **dict.fromkeys(range(21, 23), "IV"),
    **dict.fromkeys(range(23, 26), "V"),
    26: "VI",
}


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
        if found is None:
            # The parent is read again: treebeard counts children on the object it is given.
            found = model_class.objects.get(pk=branch.pk).add_child(**kwargs)
            LabelRule.objects.bulk_create(basic_rules(found))
        return found


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
    """A listed product of one size, its label complete and published for sale (`published=False`: neither).

    `stocked=True`: with price and stock; `reported=True`: named by the press, so without label.
    """

    structure = Product.STANDALONE
    product_class = factory.SubFactory(ProductClassFactory)
    title_vi = factory.Sequence(lambda n: f"Hạt điều thử {n}")
    title_en = factory.Sequence(lambda n: f"Trial cashews {n}")
    producer = factory.SubFactory(ProducerFactory)
    ocop_set = factory.SubFactory(SetFactory)
    net_quantity = 500
    net_unit = Product.NetUnit.GRAM
    shipping_weight_grams = 560
    published_for_sale_at = factory.LazyAttribute(lambda o: PUBLISHED_AT if o.published else None)
    for_sale_until = factory.LazyAttribute(lambda o: NO_END if o.published else None)
    label = factory.Maybe(
        "published",
        factory.RelatedFactory("tests.factories.LabelContentsFactory", factory_related_name="product"),
    )

    class Meta:
        model = Product
        # A second save would write the price summary back as it was before the stock came.
        skip_postgeneration_save = True

    class Params:
        published = True
        stocked = factory.Trait(
            stock=factory.RelatedFactory("tests.factories.StockRecordFactory", factory_related_name="product")
        )
        reported = factory.Trait(
            published=False,
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
    published_for_sale_at = factory.SelfAttribute("parent.published_for_sale_at")
    for_sale_until = factory.SelfAttribute("parent.for_sale_until")

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
