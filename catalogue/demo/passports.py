"""Passports of the demo products: label, barcodes, lots and papers; numbers that nobody has."""

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta

from django.core.files.base import ContentFile

from catalogue.loading.changes import save_if_changed
from catalogue.models import LabelContents, Lot, LotEvent, Product, ProductPaper, SaleMode, SaleRule
from catalogue.passport.selling import publish_for_sale
from core.gs1 import check_digit
from core.sample_paper import sample_pdf
from producers.models import Paper, PaperKind, Partner
from regions.words import name_words, province_words, unit_words

from .labels import DemoLabel, DemoLot, demo_label
from .shapes import DemoProduct

#: GS1 keeps this prefix for examples: no pack in any shop carries it.
GTIN_PREFIX = "952"
#: Sets whose goods leave in lots; animals are sold one by one, visits are no goods.
SETS_WITH_LOTS = range(1, 25)
#: Sets of processed food that the law wants declared (Decree 15/2018/NĐ-CP).
DECLARED = range(5, 19)
FOOD = range(1, 19)
#: A visit has neither origin nor barcode.
GOODS = range(1, 26)
_CHECKED_AGO = 30


def load_passport(product: Product, made: DemoProduct, packs: Sequence[Product], day: date) -> int:
    """Bring label, barcodes, lots and the sale of one product in line; return how many lots there are.

    A product is published with its first label only: who takes it off sale meanwhile is not overruled.
    """
    label = demo_label(made.ocop_set, made.title.vi)
    is_new = _load_label(product, made, label)
    for pack in packs if made.ocop_set in GOODS else ():
        seed = f"{_code(product)}-{made.title.vi}-{pack.pack_label_vi or ''}"
        save_if_changed(pack, upc=demo_gtin(seed))
    lots = 0
    if made.ocop_set in SETS_WITH_LOTS:
        for number, lot in enumerate(label.lots):
            _load_lot(packs[number % len(packs)], product, label, lot, number, day)
            lots += 1
    if is_new and SaleRule.modes_on(day).get(product.ocop_set_id or 0, SaleMode.SHOW) != SaleMode.SHOW:
        publish_for_sale(product_id=product.pk, day=day)
    return lots


def demo_gtin(seed: str) -> str:
    """Return the same example GTIN on every machine."""
    digits = f"0{GTIN_PREFIX}{_dice(seed) % 10**9:09d}"
    return digits + check_digit(digits)


def load_producer_papers(
    producer: Partner, products: Sequence[tuple[Product, DemoProduct]], day: date
) -> int:
    """Bring the papers of a demo producer in line with what it makes; return how many there are."""
    food = [made for _product, made in products if made.ocop_set in FOOD]
    wanted: list[tuple[Paper, Product | None]] = []
    if food:
        wanted.append((_food_safety(producer, food, day), None))
    for product, made in products:
        label = demo_label(made.ocop_set, made.title.vi)
        if made.ocop_set in DECLARED and not label.exemption:
            wanted.append((_declaration(producer, made, day), product))
    for number, (paper, about) in enumerate(wanted):
        _save_paper(paper, about, number)
    return len(wanted)


def _load_label(product: Product, made: DemoProduct, demo: DemoLabel) -> bool:
    producer = product.producer
    assert producer is not None
    label = LabelContents.objects.filter(product=product).first()
    declared = made.ocop_set in DECLARED and not demo.exemption
    texts = {
        f"{name}_{language}": getattr(words, language)
        for name, words in demo.texts.items()
        for language in ("vi", "en")
    }
    is_new = label is None
    save_if_changed(
        label or LabelContents(product=product),
        **texts,
        name_vi=made.title.vi,
        name_en=made.title.en,
        responsible_name=producer.legal_name,
        responsible_address=demo_address(producer),
        origin_vi="Việt Nam" if made.ocop_set in GOODS else "",
        origin_en="Viet Nam" if made.ocop_set in GOODS else "",
        shelf_life_days=demo.shelf_life_days,
        ethanol_percent=demo.ethanol_percent,
        declaration_number=declaration_number(producer, made) if declared else "",
        declaration_exemption_id=demo.exemption or None,
    )
    return is_new


def demo_address(producer: Partner) -> str:
    """Return street, commune and province as a label writes them."""
    unit = producer.unit
    parts = [producer.street]
    if unit is not None:
        parts += [unit_words(unit), province_words(unit.province)]
    return ", ".join(filter(None, parts))


def declaration_number(producer: Partner, made: DemoProduct) -> str:
    """Return a number that is plainly no real one."""
    return f"00/{producer.code.upper()}-{_dice(made.title.vi) % 900 + 100}/0000"


def _load_lot(
    pack: Product, product: Product, label: DemoLabel, demo: DemoLot, number: int, day: date
) -> None:
    seed = f"{_code(product)}-{product.title_vi}-lot-{number}"
    code = f"{''.join(part[0] for part in _code(product).split('-')).upper()}{_dice(seed) % 9000 + 1000}"
    age = demo.age if demo.age is not None else _age(seed, label.shelf_life_days)
    made_on = day - timedelta(days=age)
    lot = Lot.objects.filter(product=pack, code=code).first() or Lot(product=pack, code=code)
    recalled = demo.recalled_ago is not None
    save_if_changed(
        lot,
        made_on=made_on,
        best_before=made_on + timedelta(days=label.shelf_life_days) if label.shelf_life_days else None,
        recalled_on=day - timedelta(days=demo.recalled_ago or 0) if recalled else None,
        recall_reason_vi=f"Trình diễn: {demo.reason.vi}" if recalled else "",
        recall_reason_en=f"Demo: {demo.reason.en}" if recalled else "",
        recall_advice_vi=demo.advice.vi,
        recall_advice_en=demo.advice.en,
        is_demo=True,
    )
    _load_events(lot, product, label)


def _load_events(lot: Lot, product: Product, label: DemoLabel) -> None:
    if not label.steps:
        return
    producer = product.producer
    assert producer is not None
    place = name_words(unit_words(producer.unit)) if producer.unit else ""
    begun = lot.made_on - timedelta(days=label.steps[-1].after_days)
    wanted = [
        LotEvent(
            lot=lot,
            on=begun + timedelta(days=step.after_days),
            kind=step.kind,
            words=step.words.vi,
            words_vi=step.words.vi,
            words_en=step.words.en,
            place=place,
            place_vi=place,
            place_en=place,
        )
        for step in label.steps
    ]
    known = list(lot.events.all())
    if [_told(event) for event in known] != [_told(event) for event in wanted]:
        lot.events.all().delete()
        LotEvent.objects.bulk_create(wanted)


def _told(event: LotEvent) -> tuple[object, ...]:
    return (event.on, event.kind, event.words_vi, event.words_en, event.place_vi)


def _age(seed: str, shelf_life_days: int | None) -> int:
    """Return how many days ago a lot was packed: in the first third of its life, at most two months."""
    return _dice(seed) % max(1, min(60, (shelf_life_days or 180) // 3))


def _food_safety(producer: Partner, food: Sequence[DemoProduct], day: date) -> Paper:
    paper = Paper(producer=producer, kind=PaperKind.FOOD_SAFETY, is_demo=True)
    primary = all(made.ocop_set in range(1, 5) for made in food)
    if primary and producer.kind in {Partner.Kind.HOUSEHOLD, Partner.Kind.FARM}:
        paper.exemption_id = "small-primary"
        return paper
    age = _dice(f"{producer.code}-attp") % 900 + 60
    paper.number = "0000/0000/ATTP-CNĐK"
    paper.issuer = "Chi cục Chất lượng, Chế biến (trình diễn)"
    paper.issued_on = day - timedelta(days=age)
    paper.valid_until = paper.issued_on + timedelta(days=1095)
    paper.checked_on = day - timedelta(days=_CHECKED_AGO)
    return paper


def _declaration(producer: Partner, made: DemoProduct, day: date) -> Paper:
    registered = made.ocop_set == 18
    return Paper(
        producer=producer,
        kind=PaperKind.REGISTRATION if registered else PaperKind.SELF_DECLARATION,
        number=declaration_number(producer, made),
        issuer="Cục An toàn thực phẩm (trình diễn)" if registered else producer.legal_name,
        issued_on=day - timedelta(days=_dice(f"{made.title.vi}-declared") % 300 + 60),
        checked_on=day - timedelta(days=_CHECKED_AGO),
        is_demo=True,
    )


def _save_paper(wanted: Paper, product: Product | None, number: int) -> None:
    """Write a paper that is found again by its kind and number; the second one has a public sample copy."""
    known = Paper.objects.filter(producer=wanted.producer, kind=wanted.kind, number=wanted.number).first()
    paper = known or Paper(producer=wanted.producer, kind=wanted.kind, number=wanted.number)
    if number == 1 and not paper.file:
        paper.file.save("mau-trinh-dien.pdf", ContentFile(sample_pdf()), save=False)
        paper.file_is_public = True
    save_if_changed(
        paper,
        issuer=wanted.issuer,
        issued_on=wanted.issued_on,
        valid_until=wanted.valid_until,
        exemption_id=wanted.exemption_id,
        checked_on=wanted.checked_on,
        is_demo=True,
    )
    if product is not None:
        ProductPaper.objects.get_or_create(product=product, paper=paper)


def _code(product: Product) -> str:
    return product.producer.code if product.producer else ""


def _dice(seed: str) -> int:
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8])
