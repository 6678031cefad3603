"""What the law asks of the label of each of the 26 sets."""

import pytest

from catalogue.errors import IncompleteLabel, NotSoldHere
from catalogue.models import LabelContents, LabelField, LabelRule, Product, SaleMode, SaleRule
from catalogue.models.label_contents import TRANSLATED
from catalogue.passport.completeness import NO_END, missing_for_sale
from catalogue.passport.selling import publish_for_sale
from core.clock import today
from tests.factories import LabelContentsFactory, ProductFactory, SetFactory

pytestmark = pytest.mark.django_db

# The law's list, written down by hand from `vietnam-commerce.md` §4.1 and §4.2.
EVERY_LABEL = {"name", "responsible_name", "responsible_address", "origin"}  # Art. 42 of Decree 37/2026
CONTRACT = {"net_quantity", "use"}  # Art. 37 of Law 19/2023
SIMPLE_PACK = {"shelf_life_days", "warnings", "use"}  # Art. 51 of Decree 37/2026
FOOD = {
    *("net_quantity", "ingredients", "warnings", "use", "storage"),
    *("shelf_life_days", "date_marking"),
}  # Annex I of Decree 37/2026
DECLARED = {"declaration_number"}  # Arts. 4 and 6 of Decree 15/2018
ALCOHOL = {"net_quantity", "ethanol_percent", "warnings", "use"}
THE_LAW = {
    **dict.fromkeys((1, 2), EVERY_LABEL | SIMPLE_PACK | {"net_quantity"}),
    **dict.fromkeys((3, 4), EVERY_LABEL | FOOD),
    **dict.fromkeys(range(5, 14), EVERY_LABEL | FOOD | DECLARED),
    **dict.fromkeys((14, 15), EVERY_LABEL | ALCOHOL | DECLARED),
    **dict.fromkeys((16, 17), EVERY_LABEL | FOOD | DECLARED),
    18: EVERY_LABEL | FOOD | DECLARED | {"statement"},
    19: EVERY_LABEL | CONTRACT | {"ingredients", "warnings", "shelf_life_days"},
    **dict.fromkeys(range(20, 26), EVERY_LABEL | CONTRACT),
    26: {"name", "responsible_name", "responsible_address", "included"},
}


def clear(product, field):
    """Take one piece away, past forms and services, as a bulk load or SQL could."""
    if field == "net_quantity":
        Product.objects.filter(pk=product.pk).update(net_quantity=None, net_unit="")
        product.refresh_from_db()
        return
    empty = None if field in {"shelf_life_days", "ethanol_percent"} else ""
    column = f"{field}_vi" if field in TRANSLATED else field
    LabelContents.objects.filter(product=product).update(**{column: empty})
    if hasattr(product, "_state"):
        product._state.fields_cache.pop("label", None)


@pytest.mark.usefixtures("reference")
class TestTheLawOfEachSet:
    def test_covers_all_sets(self):
        assert set(THE_LAW) == set(range(1, 27))

    @pytest.mark.parametrize("number", range(1, 27))
    def test_asks_what_the_law_asks_and_nothing_else(self, number):
        product = ProductFactory(ocop_set=SetFactory(set_number=number))
        assert missing_for_sale(product, today()) == []

        for field in LabelField.values:
            if field == "gtin":
                continue
            product = ProductFactory(ocop_set=SetFactory(set_number=number))
            clear(product, field)

            missing = [each.field for each in missing_for_sale(product, today())]
            assert missing == ([field] if field in THE_LAW[number] else []), field

    @pytest.mark.parametrize("number", range(1, 27))
    def test_an_empty_label_lacks_all_of_it_with_law_and_words(self, number):
        product = ProductFactory(
            ocop_set=SetFactory(set_number=number), published=False, net_quantity=None, net_unit=""
        )

        missing = missing_for_sale(product, today())

        assert {each.field for each in missing} == THE_LAW[number]
        assert all(each.words and each.basis for each in missing)

    @pytest.mark.parametrize("number", range(1, 27))
    def test_goes_on_sale_only_complete(self, number):
        ocop_set = SetFactory(set_number=number)
        product = ProductFactory(ocop_set=ocop_set, published=False, stocked=True)
        shown_only = SaleRule.modes_on(today())[ocop_set.pk] == SaleMode.SHOW

        with pytest.raises(NotSoldHere if shown_only else IncompleteLabel):
            publish_for_sale(product_id=product.pk)
        assert not Product.objects.get(pk=product.pk).is_published_on(today())

        LabelContentsFactory(product=product)
        if shown_only:
            return
        assert publish_for_sale(product_id=product.pk).for_sale_until == NO_END

    def test_every_rule_names_law_and_source(self):
        for rule in LabelRule.objects.all():
            assert rule.law
            assert rule.source_url.startswith("http")
            # What we only believe keeps nobody from selling.
            assert rule.level == "asked" or rule.evidence in {"read", "secondary"}
            assert rule.level == "asked" or rule.article
