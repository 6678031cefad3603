"""Rule sets, certificates and what the press reported."""

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from catalogue.models import Certificate, PressReport, RuleSet
from core.clock import today

from .catalogue import ProductFactory


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
