"""The demo shops: fictional throughout, over all 26 sets, in every state, never stale."""

from collections import Counter

import pytest

from catalogue.models import FOR_SALE, Category, Certificate, Lot, Product, ProductTaxTreatment, SaleMode
from catalogue.models.label_contents import TRANSLATED
from catalogue.passport.completeness import missing_for_sale
from core.art.pictures import PictureSpec
from core.clock import today
from core.gs1 import is_lot_code, read_gtin
from producers.models import Paper, Partner, StockRecord

State = Certificate.State
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_shops")]


def test_fourteen_producers_of_all_kinds_in_communes_of_the_region():
    producers = Partner.objects.with_place()

    assert len(producers) == 14
    assert {producer.kind for producer in producers} == set(Partner.Kind.values) - {Partner.Kind.UNKNOWN}
    assert len({producer.unit_id for producer in producers}) == 14
    for producer in producers:
        assert producer.unit.regions.filter(code="binh-phuoc").exists()
        assert producer.old_commune.district == producer.district
        assert producer.unit in producer.old_commune.units.all()


def test_everything_is_marked_as_fictional():
    assert not Partner.objects.filter(is_demo=False).exists()
    assert not Product.objects.filter(is_demo=False).exists()
    assert not Certificate.objects.filter(is_demo=False).exists()
    for producer in Partner.objects.all():
        assert "trình diễn" in producer.legal_name
        assert producer.tax_code == producer.registration_number == "0000000000"
        assert producer.phone.startswith("0271 000 ")
        assert producer.email.endswith("@example.vn")
    for certificate in Certificate.objects.all():
        assert certificate.decision_number.startswith("0000/")


def test_all_26_sets_are_walked_in_their_sale_modes():
    by_set = {each.set_number: each for each in Category.objects.filter(set_number__isnull=False)}

    for number, ocop_set in by_set.items():
        products = Product.objects.listed().filter(ocop_set=ocop_set)
        assert products, number
        for product in products:
            assert product.branch == ocop_set.get_parent()
            mode = product.sale_mode_on(today())
            if number in (14, 15):
                assert mode == SaleMode.SHOW
            elif number in (18, 25, 26):
                assert mode == SaleMode.ENQUIRY
                assert product.price_from
            else:
                assert mode in FOR_SALE
                assert product.price_from
    assert len(by_set) == 26


def test_every_label_is_complete_and_speaks_both_languages():
    day = today()
    for product in Product.objects.listed().select_related("label", "ocop_set"):
        assert missing_for_sale(product, day) == [], product
        assert product.is_published_on(day) == (product.ocop_set.set_number not in {14, 15})
        label = product.label
        for field in TRANSLATED:
            assert bool(getattr(label, f"{field}_vi")) == bool(getattr(label, f"{field}_en")), field
        assert label.declaration_number == "" or label.declaration_number.endswith("/0000")


def test_barcodes_are_examples_that_no_shop_carries():
    sold = Product.objects.exclude(structure=Product.PARENT).exclude(ocop_set__set_number=26)

    codes = list(sold.values_list("upc", flat=True))

    assert len(set(codes)) == len(codes)
    for code in codes:
        assert read_gtin(code) == code
        assert code.startswith("0952")


def test_lots_are_traced_one_is_called_back_and_one_is_near_its_end():
    day, lots = today(), Lot.objects.prefetch_related("events")

    assert {lot.product.ocop_set.set_number for lot in lots} == set(range(1, 25))
    assert len([lot for lot in lots if lot.is_recalled]) == 1
    assert [lot for lot in lots if lot.is_near_end(day) and lot.days_left(day) < 5]
    for lot in lots:
        assert lot.is_demo
        assert is_lot_code(lot.code)
        events = list(lot.events.all())
        assert events
        assert events[-1].on == lot.made_on <= day
        assert lot.best_before is None or lot.best_before >= day


def test_papers_are_marked_and_carry_no_real_number():
    papers = Paper.objects.all()

    assert papers.count() > 40
    for paper in papers:
        assert paper.is_demo
        assert paper.exemption_id or "0000" in paper.number
    public = papers.filter(file_is_public=True)
    assert public
    assert all(paper.file.open().read(5) == b"%PDF-" for paper in public)


def test_no_alcohol_is_for_sale():
    alcohol = Product.objects.filter(ocop_set__set_number__in=(14, 15))

    assert alcohol.count() == 4
    assert not StockRecord.objects.filter(product__in=alcohol).exists()
    for product in alcohol:
        assert not product.is_for_sale_on(today())
        assert product.price_from is None


def test_certificates_stand_in_every_state():
    day = today()

    states = Counter(certificate.state_on(day) for certificate in Certificate.objects.all())

    assert set(states) == set(State)
    assert Certificate.objects.in_force(day).count() == states[State.VALID] + states[State.GRACE]
    assert {3, 4, 5} == set(Certificate.objects.in_force(day).values_list("stars", flat=True))
    assert Product.objects.listed().filter(certificates__isnull=True).exists()


def test_a_certificate_cites_the_rules_and_the_authority_of_its_day():
    for certificate in Certificate.objects.select_related("rule_set", "product__producer__district"):
        rules = certificate.rule_set
        assert rules.valid_from <= certificate.issued_on
        assert rules.valid_to is None or certificate.issued_on <= rules.valid_to
        assert certificate.authority_level == rules.authorities[str(certificate.stars)]
        if certificate.authority_level == Certificate.Level.DISTRICT:
            district = certificate.product.producer.district.name
            assert certificate.authority_name.endswith(district[1:])


def test_an_upgrade_supersedes_the_earlier_certificate():
    product = Product.objects.get(title_vi="Hạt điều rang muối vỏ lụa")

    first, second = product.certificates.order_by("issued_on")

    assert (first.stars, second.stars) == (3, 4)
    assert first.superseded_by == second
    assert first.state_on(today()) == State.SUPERSEDED
    assert (product.stars_today, product.certified_until) == (4, second.effective_until)


def test_pack_sizes_have_labels_prices_and_weights():
    sizes = Product.objects.filter(parent__title_vi="Hạt điều rang muối vỏ lụa").order_by("net_quantity")

    assert [(size.pack_label_vi, size.pack_label_en) for size in sizes][:2] == [
        ("Túi 250 g", "250 g bag"),
        ("Túi 500 g", "500 g bag"),
    ]
    assert [int(size.stockrecords.get().price) for size in sizes] == [98_000, 189_000, 365_000, 3_450_000]
    assert all(size.shipping_weight_grams > size.net_quantity for size in sizes)
    parent = sizes[0].parent
    assert (parent.price_from, parent.price_to, parent.available) == (98_000, 3_450_000, 230)


def test_some_stock_is_low_and_some_sold_out():
    available = [record.num_in_stock for record in StockRecord.objects.all()]

    assert any(number == 0 for number in available)
    assert any(0 < number < 10 for number in available)
    assert StockRecord.objects.values("partner_sku").distinct().count() == len(available)


def test_texts_are_whole_in_both_languages():
    for producer in Partner.objects.all():
        assert len(producer.story_vi.split("\n\n")) == len(producer.story_en.split("\n\n")) == 3
        assert producer.tagline_vi
        assert producer.tagline_en
    for product in Product.objects.filter(parent__isnull=True):
        assert product.title_en
        assert product.description_vi
        assert product.description_en
        assert bool(product.story_vi) == bool(product.story_en)
        for text in (product.description_vi, product.story_vi, product.description_en, product.story_en):
            assert "!" not in text
    assert Product.objects.exclude(story_vi="").count() >= 10


def test_pictures_can_be_drawn():
    own = ("digest", "automatic")
    for product in Product.objects.filter(parent__isnull=True):
        spec = PictureSpec.from_dict(
            {key: product.picture_spec[key] for key in product.picture_spec if key not in own}
        )
        assert spec.band_code == product.producer.code
        assert spec.digest() == product.picture_spec["digest"]


def test_some_sellers_pay_vat_and_some_do_not():
    rates = {producer.tax_rate_on(today()) for producer in Partner.objects.all()}

    assert {None, 5, 8} <= rates
    assert ProductTaxTreatment.objects.exists()
