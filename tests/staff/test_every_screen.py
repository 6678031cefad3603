"""What holds for every staff screen, found from the addresses so that a new one is covered by itself."""

import re
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group
from django.urls import NoReverseMatch, get_resolver, reverse

from accounts.retention import retain
from catalogue.models import GraceRule, LabelField, LabelRule, ProductImage, ProductTaxTreatment
from core.clock import today
from core.staff.groups import EDITORS, OFFICE, SUPPORT
from producers.models import ExemptionGround
from tests.factories import (
    CertificateFactory,
    ClaimFactory,
    EnquiryFactory,
    InvitationFactory,
    LabelContentsFactory,
    LotFactory,
    MembershipFactory,
    PaperFactory,
    PictureFactory,
    PressReportFactory,
    ProducerFactory,
    ProductFactory,
    RuleSetFactory,
    SaleRuleFactory,
    SellerTaxTreatmentFactory,
    SetFactory,
    UnitFactory,
    UserFactory,
)

LOADED = re.compile(
    r"<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href)\s*=\s*[\"']([^\"']+)", re.IGNORECASE
)


def screens():
    """Name every screen by its place in the addresses of `/cms/`."""
    return sorted({name for name in namespaces(get_resolver()) if name.startswith("staff_")})


def namespaces(resolver):
    for name, (_prefix, inner) in resolver.namespace_dict.items():
        yield name
        yield from namespaces(inner)
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns") and not pattern.namespace:
            yield from namespaces(pattern)


def label_rule(number):
    """Keep one rule of a set and add `number` more."""
    first, *others = SetFactory().label_rules.order_by("pk")
    LabelRule.objects.filter(pk__in=[rule.pk for rule in others]).delete()
    for field in LabelField.values[-number:] if number else ():
        first.pk, first.field = None, field
        first.save()
    return LabelRule.objects.order_by("pk").first()


def ground(number):
    return ExemptionGround.objects.create(
        code=f"thu-{number}",
        kind="food_safety",
        words="thử",
        law="Nghị định thử",
        article="Điều 1",
        source_url="https://example.vn",
        valid_from=today(),
    )


SCREENS = screens()
#: One row for each screen; a screen without an example fails.
EXAMPLES = {
    "staff_certificates": CertificateFactory,
    "staff_claims": ClaimFactory,
    "staff_enquiries": EnquiryFactory,
    "staff_invitations": InvitationFactory,
    "staff_members": MembershipFactory,
    "staff_retained_records": lambda: retain(kind="contract", reference="1", payload={}, since=today()),
    "staff_products": ProductFactory,
    "staff_photos": lambda: ProductImage.objects.create(product=ProductFactory(), original=PictureFactory()),
    "staff_producers": ProducerFactory,
    "staff_press_reports": PressReportFactory,
    "staff_reported_producers": lambda: ProducerFactory(reported=True),
    "staff_rule_sets": RuleSetFactory,
    "staff_grace_rules": lambda: GraceRule.objects.create(
        rule_set=RuleSetFactory(), expires_from=today(), expires_to=today(), basis="thử"
    ),
    "staff_product_sets": SetFactory,
    "staff_sale_rules": SaleRuleFactory,
    "staff_seller_taxes": SellerTaxTreatmentFactory,
    "staff_product_taxes": lambda: ProductTaxTreatment.objects.create(
        product=ProductFactory(), valid_from=today(), rate_percent=8
    ),
    "staff_units": UnitFactory,
    "staff_labels": LabelContentsFactory,
    "staff_lots": LotFactory,
    "staff_papers": PaperFactory,
    "staff_label_rules": lambda: label_rule(0),
    "staff_exemption_grounds": lambda: ground(0),
}
#: Which screens a group may open at all, and on which it may change something.
OPENS = {
    EDITORS: {"staff_photos"},
    SUPPORT: {
        "staff_certificates",
        "staff_enquiries",
        "staff_members",
        "staff_products",
        "staff_producers",
        "staff_reported_producers",
        "staff_units",
        "staff_labels",
        "staff_lots",
    },
    OFFICE: set(EXAMPLES) - {"staff_retained_records"},
}


#: Words that stand in a heading where a field has no Vietnamese name.
ENGLISH = {
    "name",
    "title",
    "code",
    "set",
    "product",
    "producer",
    "basis",
    "valid from",
    "kind",
    "unit",
    "stars",
}


def test_the_walk_finds_the_screens():
    assert {"staff_certificates", "staff_units"} <= set(SCREENS)


@pytest.mark.parametrize("screen", SCREENS)
def test_the_first_cell_of_a_row_opens_it(admin, screen):
    row = EXAMPLES[screen]()

    page = admin.get(reverse(f"{screen}:index_results")).content.decode()

    leads = {reverse(f"{screen}:{name}", args=[row.pk]) for name in ("edit", "inspect") if has(screen, name)}
    first_cell = page.split(f'id="row_{row.pk}_title"')[0].rsplit("<td", 1)[1]
    assert any(f'href="{address}"' in first_cell for address in leads)


def has(screen, name):
    try:
        return bool(reverse(f"{screen}:{name}", args=[0]))
    except NoReverseMatch:
        return False


@pytest.mark.parametrize("screen", SCREENS)
def test_filters_are_named_in_vietnamese(admin, screen):
    filterset = admin.get(reverse(f"{screen}:index")).context["filters"]

    labels = [str(field.label) for field in filterset.form.fields.values()] if filterset else []

    assert not [label for label in labels if " is " in label or "published" in label]


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_opens_searches_exports_and_loads_nothing_from_outside(admin, screen):
    row = EXAMPLES[screen]()

    for address in (f"{screen}:index", f"{screen}:index_results"):
        assert admin.get(reverse(address), {"q": "khong co gi"}).status_code == 200
    listing = admin.get(reverse(f"{screen}:index"))
    assert list(listing.context["object_list"]) == [row]
    view = listing.context["view"]
    sortable = [column.sort_key for column in view.columns if column.sort_key]
    for order in sortable[:1] + [f"-{key}" for key in sortable[-1:]]:
        assert admin.get(reverse(f"{screen}:index_results"), {"ordering": order}).status_code == 200
    exported = [heading.lower() for heading in view._headings()]
    headings = {str(column.label).lower() for column in view.columns} | set(exported)
    assert not ENGLISH & headings
    assert "_" not in "".join(exported)
    pages = [listing, admin.get(reverse(f"{screen}:inspect", args=[row.pk]))]
    pages.append(admin.get(reverse(f"{screen}:history", args=[row.pk])))
    for page in pages:
        assert page.status_code == 200
        outside = [link for link in LOADED.findall(page.content.decode()) if urlsplit(link).netloc]
        assert outside == []
    export = admin.get(reverse(f"{screen}:index"), {"export": "xlsx"})
    assert export.headers["Content-Type"].endswith("spreadsheetml.sheet")
    export.close()


@pytest.mark.parametrize("screen", SCREENS)
def test_forms_and_actions_open(admin, screen):
    row = EXAMPLES[screen]()
    patterns = get_resolver().namespace_dict.get(screen) or next(
        inner.namespace_dict[screen]
        for inner in get_resolver().url_patterns
        if hasattr(inner, "namespace_dict") and screen in inner.namespace_dict
    )
    names = {pattern.name for pattern in patterns[1].url_patterns}

    for name in names - {"history_results", "index_results", "import_confirm", "scan"}:
        takes_key = name not in {"index", "add", "label_sheet"} and not name.startswith("import")
        arguments = [row.pk] if takes_key else []
        assert admin.get(reverse(f"{screen}:{name}", args=arguments)).status_code == 200, name


@pytest.mark.parametrize("group", [EDITORS, SUPPORT, OFFICE])
def test_each_group_opens_what_is_its_own(client, db, group):
    person = UserFactory(is_staff=True)
    person.groups.add(Group.objects.get(name=group))
    client.force_login(person)

    for screen in SCREENS:
        row = EXAMPLES[screen]()
        for name, arguments in (("index_results", []), ("inspect", [row.pk])):
            response = client.get(reverse(f"{screen}:{name}", args=arguments))
            if screen in OPENS[group]:
                assert response.status_code == 200, screen
            else:
                assert (response.status_code, response.headers["Location"]) == (302, "/cms/"), screen


def test_the_signed_out_are_sent_to_the_log_in(client, db):
    for screen in SCREENS:
        row = EXAMPLES[screen]()
        for name, arguments in (("index", []), ("inspect", [row.pk]), ("history", [row.pk])):
            response = client.get(reverse(f"{screen}:{name}", args=arguments))
            assert response.status_code == 302
            assert "next=" in response.headers["Location"]


@pytest.mark.parametrize("screen", sorted(OPENS[SUPPORT]))
def test_support_looks_and_changes_nothing(client, db, screen):
    row = EXAMPLES[screen]()
    person = UserFactory(is_staff=True)
    person.groups.add(Group.objects.get(name=SUPPORT))
    client.force_login(person)
    page = client.get(reverse(f"{screen}:inspect", args=[row.pk])).content.decode()

    for name in ("revoke", "grace", "correct", "strike", "hide", "merge", "edit", "add"):
        try:
            address = reverse(f"{screen}:{name}", args=[] if name == "add" else [row.pk])
        except NoReverseMatch:
            continue
        assert address not in page
        response = client.post(address, {"reason": "thử", "on": str(today()), "decision_number": "1"})
        assert (response.status_code, response.headers["Location"]) == (302, "/cms/")
    row.refresh_from_db()
    assert getattr(row, "revoked_on", None) is None
    assert getattr(row, "is_public", True)


def sql_of(admin, screen, django_assert_max_num_queries):
    with django_assert_max_num_queries(60) as captured:
        admin.get(reverse(f"{screen}:index"))
    return len(captured)


@pytest.mark.parametrize(
    "screen",
    sorted(
        set(SCREENS) - {"staff_product_sets", "staff_grace_rules", "staff_photos", "staff_retained_records"}
    ),
)
def test_lists_cost_the_same_for_many_rows(admin, screen, django_assert_max_num_queries):
    make = EXAMPLES[screen]
    many = {
        "staff_rule_sets": lambda n: RuleSetFactory(code=f"r{n}"),
        "staff_sale_rules": lambda n: SaleRuleFactory(ocop_set=SetFactory(set_number=n + 1)),
        "staff_label_rules": label_rule,
        "staff_exemption_grounds": ground,
    }
    admin.get(reverse("wagtailadmin_home"))
    add = many.get(screen, lambda _n: make())
    add(0)
    admin.get(reverse(f"{screen}:index"))
    few = sql_of(admin, screen, django_assert_max_num_queries)
    for number in range(1, 9):
        add(number)

    assert sql_of(admin, screen, django_assert_max_num_queries) == few
