"""Oscar's dashboard under our users, our addresses and our content policy."""

import re
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group, Permission
from django.template.loader import get_template
from django.template.utils import get_app_template_dirs
from django.urls import URLPattern, get_resolver, resolve, reverse
from oscar.core.loading import get_model

from core.staff.groups import EDITORS, OFFICE, SUPPORT
from shop.dashboard.people import order_for, user_named
from shop.dashboard.users.views import IndexView
from tests.factories import ProducerFactory, ProductFactory, UserFactory

Order = get_model("order", "Order")
ConditionalOffer = get_model("offer", "ConditionalOffer")
Range = get_model("offer", "Range")
Condition = get_model("offer", "Condition")
Benefit = get_model("offer", "Benefit")
ShippingAddress = get_model("order", "ShippingAddress")
Country = get_model("address", "Country")

#: What browsers load without a click.
LOADED = re.compile(
    r"<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href)\s*=\s*[\"']([^\"']+)", re.IGNORECASE
)


def pages_without_arguments():
    """Name every page of the dashboard whose address holds nothing to fill in."""
    names = []
    for pattern in get_resolver().url_patterns:
        if str(pattern.pattern) == "dashboard/":
            names = sorted(walk(pattern.url_patterns))
    return names


def walk(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            if not pattern.pattern.regex.groups:
                yield pattern.name
        else:
            yield from walk(pattern.url_patterns)


PAGES = [name for name in pages_without_arguments() if name not in {"login", "logout"}]


@pytest.fixture
def staff(client, db):
    client.force_login(UserFactory(full_name="Trần Quản Trị", is_staff=True, is_superuser=True))
    return client


@pytest.fixture
def offer(db):
    everything = Range.objects.create(name="Tất cả", includes_all_products=True, is_public=True)
    return ConditionalOffer.objects.create(
        name="Giảm mùa vụ",
        condition=Condition.objects.create(range=everything, type=Condition.COUNT, value=1),
        benefit=Benefit.objects.create(range=everything, type=Benefit.PERCENTAGE, value=5),
    )


#: Folders of templates whose pages are not routed.
NOT_ROUTED = {"catalogue", "comms", "pages", "partners", "reports", "reviews", "shipping", "users"}


def order_of(user=None, **address):
    shipping = None
    if address:
        country, _made = Country.objects.get_or_create(
            iso_3166_1_a2="VN", defaults={"iso_3166_1_a3": "VNM", "printable_name": "Việt Nam"}
        )
        shipping = ShippingAddress.objects.create(country=country, **address)
    return Order.objects.create(
        number=str(Order.objects.count() + 1),
        user=user,
        currency="VND",
        total_incl_tax=120_000,
        total_excl_tax=120_000,
        shipping_incl_tax=0,
        shipping_excl_tax=0,
        shipping_address=shipping,
        guest_email="" if user else "khach@example.vn",
    )


def test_the_walk_finds_the_pages_that_staff_know():
    lists = ("order", "offer", "voucher", "voucher-set", "range")
    assert {name for name in PAGES if name.endswith("-list")} == {f"{name}-list" for name in lists}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_and_loads_nothing_from_outside(staff, offer, name):
    order_of(UserFactory())

    response = staff.get(reverse(f"dashboard:{name}"), follow=True)

    html = response.content.decode()
    assert response.status_code == 200
    assert [address for address in LOADED.findall(html) if urlsplit(address).netloc] == []
    assert "googletagmanager" not in html


def test_jquery_comes_from_this_site(staff):
    html = staff.get("/dashboard/").content.decode()

    assert "/static/oscar/js/jquery/jquery.min.js" in html
    assert "document.write" not in html
    assert "script-src 'self' 'unsafe-inline'" in staff.get("/dashboard/").headers["Content-Security-Policy"]


def test_no_template_of_the_dashboard_names_an_address_that_does_not_exist():
    names = set()
    for folder in get_app_template_dirs("templates"):
        for path in folder.glob("oscar/dashboard/**/*.html"):
            if set(path.parts) & NOT_ROUTED:
                continue
            source = get_template(str(path.relative_to(folder))).template.source
            names |= set(re.findall(r"{% url ['\"]([\w:-]+)['\"]", source))

    routed = get_resolver().namespace_dict["dashboard"][1].reverse_dict
    known = {f"dashboard:{name}" for name in routed if isinstance(name, str)}
    missing = {name for name in names if name.startswith("dashboard:")} - known
    foreign = {name for name in names if not name.startswith("dashboard:")}

    assert len(names) > 30
    assert missing == set()
    assert foreign <= {"wagtailadmin_home", "wagtail_serve"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [("Bông", True), ("Lê Thị Bông", True), ("bông lê", True), ("Nguyễn", False), ("Lê Văn", False)],
)
def test_orders_are_found_by_the_name_of_who_ordered(staff, typed, found):
    order_of(UserFactory(full_name="Lê Thị bông Bông"))

    response = staff.get(reverse("dashboard:order-list"), {"name": typed})

    assert response.status_code == 200
    assert bool(response.context["orders"]) is found
    assert typed in response.content.decode()


def test_orders_of_guests_are_found_by_the_name_of_who_receives(staff):
    order = order_of(first_name="Lê Thị", last_name="Bông", line1="Thôn 4")

    response = staff.get(reverse("dashboard:order-list"), {"name": "Thị Bông"})

    assert list(response.context["orders"]) == [order]


def test_oscars_list_of_users_is_mended_although_nobody_routes_it(rf, db):
    wanted = UserFactory(full_name="Lê Thị Bông")
    UserFactory(full_name="Người Khác")
    request = rf.get("/", {"search": "", "name": "Bông", "email": "", "sort": "name"})
    request.user = wanted
    view = IndexView()
    view.setup(request)
    view.form = view.get_form(view.get_form_class())

    people = view.get_queryset()

    assert list(people) == [wanted]
    assert [row.record for row in view.table_class(people, order_by="name").rows] == [wanted]


def test_conditions_ask_for_every_word(db):
    UserFactory(full_name="Lê Thị Bông")

    assert UserFactory._meta.model.objects.filter(user_named("Bông Lê", "")).count() == 1
    assert UserFactory._meta.model.objects.filter(user_named("Bông Trần", "")).count() == 0
    assert not Order.objects.filter(order_for("Bông")).exists()


def test_the_menu_offers_only_what_is_routed(staff):
    html = staff.get("/dashboard/").content.decode()

    links = set(re.findall(r'class="dropdown-item" href="(/dashboard/[^"]*)"', html))
    assert len(links) == 6
    for link in links:
        assert resolve(link)
        assert staff.get(link).status_code == 200, link


@pytest.mark.parametrize(
    ("name", "factory", "target"),
    [
        ("partner-manage", ProducerFactory, "staff_producers:inspect"),
        ("catalogue-product", ProductFactory, "staff_products:inspect"),
    ],
)
def test_what_oscars_pages_link_to_is_kept_in_wagtails_admin(staff, name, factory, target):
    thing = factory()

    response = staff.get(reverse(f"dashboard:{name}", args=[thing.pk]))

    assert response.headers["Location"] == reverse(target, args=[thing.pk])
    assert staff.get(response.headers["Location"]).status_code == 200


@pytest.mark.parametrize(
    "part", sorted({*NOT_ROUTED, "comms/x", "partners/1/users/add"} - {"users", "pages"})
)
def test_what_has_screens_elsewhere_is_not_routed(staff, part):
    assert staff.get(f"/dashboard/{part}/").status_code == 404


def test_nothing_here_sets_the_users_of_a_partner(staff):
    producer, person = ProducerFactory(), UserFactory()

    for address in (
        f"/dashboard/partners/{producer.pk}/",
        f"/dashboard/partners/{producer.pk}/users/{person.pk}/link/",
    ):
        staff.post(address, {"users": [person.pk], "email": person.email})

    assert not producer.users.exists()


@pytest.mark.parametrize("name", PAGES)
def test_oscars_door_for_people_of_partners_is_shut(client, db, name):
    person = UserFactory()
    person.user_permissions.add(Permission.objects.get(codename="dashboard_access"))
    client.force_login(person)

    assert client.get(reverse(f"dashboard:{name}")).status_code == 403


@pytest.mark.parametrize(
    ("group", "opens"),
    [
        (SUPPORT, {"index", "order-list", "order-stats"}),
        (EDITORS, {"index", "offer-list", "voucher-list", "voucher-set-list", "range-list"}),
        (OFFICE, {"index"}),
    ],
)
def test_each_group_opens_its_own_lists(client, db, group, opens):
    person = UserFactory(is_staff=True)
    person.groups.add(Group.objects.get(name=group))
    client.force_login(person)

    lists = {name for name in PAGES if name in {"index", "order-stats"} or name.endswith("-list")}
    assert {name for name in lists if client.get(reverse(f"dashboard:{name}")).status_code == 200} == opens
    links = set(re.findall(r'href="(/dashboard/[^"]*)"', client.get("/dashboard/").content.decode()))
    assert links - {"/dashboard/"} == {reverse(f"dashboard:{name}") for name in opens - {"index"}}
