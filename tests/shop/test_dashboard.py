"""Oscar's dashboard under our users, our addresses and our content policy."""

import re
from urllib.parse import urlsplit

import pytest
from django.template.loader import get_template
from django.template.utils import get_app_template_dirs
from django.urls import URLPattern, get_resolver, resolve, reverse
from oscar.core.loading import get_model

from shop.dashboard.people import order_for, user_named
from shop.dashboard.users.views import IndexView
from tests.factories import ProducerFactory, ProductFactory, UserFactory

Order = get_model("order", "Order")
ProductReview = get_model("reviews", "ProductReview")
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
    lists = ("order", "offer", "voucher", "range", "partner", "reviews", "catalogue-product", "comms")
    assert {f"{name}-list" for name in lists} <= set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_and_loads_nothing_from_outside(staff, offer, name):
    product = ProductFactory(stocked=True)
    order_of(UserFactory())
    ProductReview.objects.create(product=product, user=UserFactory(), score=5, title="Ngon", body="Ngon.")

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
            if "/users/" in str(path) or "/pages/" in str(path):
                continue
            source = get_template(str(path.relative_to(folder))).template.source
            names |= set(re.findall(r"{% url ['\"]([\w:-]+)['\"]", source))

    routed = get_resolver().namespace_dict["dashboard"][1].reverse_dict
    known = {f"dashboard:{name}" for name in routed if isinstance(name, str)}
    missing = {name for name in names if name.startswith("dashboard:")} - known
    foreign = {name for name in names if not name.startswith("dashboard:")}

    assert len(names) > 40
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


def test_reviews_are_found_by_the_name_of_who_wrote_them(staff):
    mine = ProductReview.objects.create(
        product=ProductFactory(),
        user=UserFactory(full_name="Lê Thị Bông"),
        score=5,
        title="Ngon",
        body="Ngon.",
    )
    ProductReview.objects.create(
        product=ProductFactory(), user=UserFactory(), score=5, title="Dở", body="Dở."
    )

    response = staff.get(reverse("dashboard:reviews-list"), {"name": "Bông Lê", "status": ""})

    assert list(response.context["review_list"]) == [mine]


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
    assert len(links) > 10
    for link in links:
        assert resolve(link)
        assert staff.get(link).status_code == 200, link


def test_a_partner_opens(staff):
    producer = ProducerFactory()

    assert staff.get(reverse("dashboard:partner-manage", args=[producer.pk])).status_code == 200
