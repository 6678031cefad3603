"""An invented catalogue of any size, written in bulk: places, producers, products, stock, certificates."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Max, Model
from django.utils import timezone

from catalogue.models import Category, Certificate, Product, SaleMode
from catalogue.periods import expiry_of
from core.clock import today
from core.vietnamese import fold, slug_of
from producers.models import Partner, StockRecord
from regions.models import District, Unit
from tests.factories import (
    BRANCH_OF_SET,
    BranchFactory,
    DistrictFactory,
    ProductClassFactory,
    RuleSetFactory,
    SaleRuleFactory,
    SetFactory,
    UnitFactory,
)

GOODS = ("Hạt điều", "Tiêu đen", "Cà phê", "Mật ong", "Rượu cần", "Thổ cẩm", "Sầu riêng", "Măng khô")
MANNERS = ("rang muối", "sấy dẻo", "nguyên chất", "vỏ lụa", "hữu cơ", "mật ong", "tỏi ớt", "truyền thống")
#: Sets that are not simply bought; one of them (set 26) has no rule at all, so its goods are only shown.
MODES = {14: SaleMode.SHOW, 15: SaleMode.SHOW, 18: SaleMode.ENQUIRY, 25: SaleMode.ENQUIRY}
SET_WITHOUT_RULE = 26
BATCH = 1_000


@dataclass
class Ground:
    """What products stand on."""

    sets: dict[int, Category]
    branches: dict[str, Category]
    units: list[Unit]
    districts: list[District]
    producers: list[Partner]


def fill_catalogue(products: int, *, producers: int = 0, seed: int = 26) -> Ground:
    """Write that many products run by their producers, and one reported by the press for 20 of them."""
    chance = random.Random(seed)
    ground = lay_ground(producers or max(4, products // 20), chance)
    made = Product.objects.bulk_create(_products(products, ground, chance), batch_size=BATCH)
    _spread_days(made, chance)
    listed = [product for product in made if product.listing == Product.Listing.LISTED]
    StockRecord.objects.bulk_create(_stock(listed, chance), batch_size=BATCH)
    Certificate.objects.bulk_create(_certificates(listed, today(), chance), batch_size=BATCH)
    return ground


def lay_ground(producers: int, chance: random.Random) -> Ground:
    """Write branches, sets, places and producers; every 25th producer is not public."""
    branches = {code: BranchFactory(code=code) for code in dict.fromkeys(BRANCH_OF_SET.values())}
    sets = {number: SetFactory(set_number=number) for number in BRANCH_OF_SET}
    for number, ocop_set in sets.items():
        if number != SET_WITHOUT_RULE:
            SaleRuleFactory(ocop_set=ocop_set, mode=MODES.get(number, SaleMode.BUY))
    units = [
        UnitFactory(code=f"7{n:04d}", name=f"Xã Bịa {n}", latitude=11.2 + n / 50, longitude=106.5 + n / 40)
        for n in range(12)
    ]
    districts = [DistrictFactory(code=f"8{n:02d}", name=f"Huyện Bịa {n}") for n in range(5)]
    return Ground(sets, branches, units, districts, _producers(producers, units, districts, chance))


def _producers(
    count: int, units: list[Unit], districts: list[District], chance: random.Random
) -> list[Partner]:
    first = (Partner.objects.aggregate(last=Max("running_number"))["last"] or 0) + 1
    rows = []
    for number in range(first, first + count):
        name = f"Hợp tác xã Bịa {number}"
        unit = chance.choice([*units, None])
        own_point = unit is not None and chance.random() < 0.5
        rows.append(
            Partner(
                code=f"bia-{number}",
                name=name,
                slug=slug_of(name),
                folded=fold(name),
                running_number=number,
                unit=unit,
                district=chance.choice([*districts, None]) if unit else None,
                latitude=unit.latitude + 0.013 if unit and own_point else None,
                longitude=unit.longitude if unit and own_point else None,
                is_public=number % 25 != 24,
            )
        )
    return Partner.objects.bulk_create(rows, batch_size=BATCH)


def _products(count: int, ground: Ground, chance: random.Random) -> Iterator[Product]:
    kind = ProductClassFactory()
    for number in range(count + count // 20):
        reported = number >= count
        title = f"{chance.choice(GOODS)} {chance.choice(MANNERS)} {number}"
        set_number = chance.choice(list(ground.sets))
        yield Product(
            structure=Product.STANDALONE,
            product_class=kind,
            listing=Product.Listing.REPORTED if reported else Product.Listing.LISTED,
            is_public=number % 40 != 39,
            title_vi=title,
            title_en=f"Good {number}",
            slug_vi=slug_of(title),
            slug_en=f"good-{number}",
            folded=fold(f"{title} Good {number}"),
            producer=chance.choice(ground.producers),
            ocop_set=ground.sets[set_number],
            branch=ground.branches[BRANCH_OF_SET[set_number]],
            net_quantity=None if reported else 500,
            net_unit="" if reported else "g",
        )


def _spread_days(products: list[Product], chance: random.Random) -> None:
    """Give products days of their own, few enough that several share one."""
    now = timezone.now().replace(microsecond=0)
    moments: dict[datetime, list[int]] = {}
    for product in products:
        moments.setdefault(now - timedelta(days=chance.randrange(40)), []).append(product.pk)
    for moment, keys in moments.items():
        Product.objects.filter(pk__in=keys).update(date_created=moment)


def _stock(products: list[Product], chance: random.Random) -> Iterator[StockRecord]:
    for product in products:
        if chance.random() < 0.92:
            yield StockRecord(
                product=product,
                partner_id=product.producer_id,
                partner_sku=f"BIA-{product.pk}",
                price_currency="VND",
                price=chance.choice([None, *(range(20_000, 420_000, 20_000))]),
                num_in_stock=chance.choice([0, 3, 50]),
            )


def _certificates(products: list[Product], day: date, chance: random.Random) -> Iterator[Certificate]:
    """Most products have one: in force, ended, still to come, beginning or ending on this very day."""
    rule_set = RuleSetFactory()
    for number, product in enumerate(products):
        if chance.random() < 0.2:
            continue
        issued_on = chance.choice(
            [day, day + timedelta(days=1), day + timedelta(days=9)]
            + [day - timedelta(days=days) for days in (1, 40, 200, 400, 800, 1_000, 1_200, 1_500)]
        )
        last_day = chance.choice([expiry_of(issued_on), max(day, issued_on + timedelta(days=1))])
        yield Certificate(
            product=product,
            code=f"{number:08d}",
            stars=chance.choice([3, 3, 3, 4, 4, 5]),
            rule_set=rule_set,
            decision_number="0/QĐ-UBND",
            decided_on=issued_on,
            authority_level=Certificate.Level.PROVINCE,
            authority_name="Ủy ban nhân dân (thử)",
            issued_on=issued_on,
            expires_on=last_day,
            effective_from=issued_on,
            effective_until=last_day,
        )


def multiply_catalogue(times: int) -> None:
    """Copy every product with its stock and certificates, so that there are `times` as many."""
    step = (Product.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
    _copy(Product, times, step)
    _copy(StockRecord, times, step, counted="partner_sku")
    _copy(Certificate, times, step, counted="code")


def _copy(model: type[Model], times: int, step: int, counted: str = "") -> None:
    """Copy the rows of a table, keys moved on by `step` each time; `counted` is the new key as text."""
    columns = [field.column for field in model._meta.concrete_fields]
    values = [
        f"CAST(id + {step} * n AS VARCHAR(8))" if column == counted
        else f"{column} + {step} * n" if column in {"id", "product_id"}
        else f'"{column}"'
        for column in columns
    ]  # fmt: skip
    table, quoted = model._meta.db_table, [f'"{column}"' for column in columns]
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE numbers(n) AS "
            f"(SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {times - 1}) "
            f"INSERT INTO {table} ({', '.join(quoted)}) "
            f"SELECT {', '.join(values)} FROM {table} CROSS JOIN numbers"
        )
        # PostgreSQL keeps the plans of triggers that it made while the table was small: one stock record
        # then took minutes.
        cursor.execute(f"ANALYZE {table}")
        for statement in connection.ops.sequence_reset_sql(no_style(), [model]):
            cursor.execute(statement)
