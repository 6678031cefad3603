"""A person who is erased is found nowhere, but for what the law makes us keep, and after its day not there.

The person is put into every place that can hold one, then every table, file and cache is searched.
"""

import json
import shutil
from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db.models import Sum
from django.test import Client
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page, PageLogEntry
from wagtail.users.models import UserProfile

from accounts import sms
from accounts.consents.services import answer
from accounts.errors import EraseRefused
from accounts.messages import queue
from accounts.messages.models import Message, key_of
from accounts.models import ConsentRecord, RetainedRecord, Session, User
from accounts.personal.erase import erase_person, refusals
from accounts.personal.export import export_person
from accounts.retention.services import delete_what_is_over
from catalogue.reviews.models import ProductReview, Vote
from core.personal_data import personal_data
from producers.models import Membership
from shop.address.models import Country, UserAddress
from shop.analytics.models import UserProductView, UserSearch
from shop.basket.models import Basket
from shop.communication.models import Email, Notification
from shop.customer.models import ProductAlert
from shop.order.models import BillingAddress, Order, OrderNote, ShippingAddress
from shop.payment.models import Bankcard
from shop.wishlists.models import WishList
from tests.accounts import dump
from tests.accounts.doors import known
from tests.factories import OrderFactory, ProducerFactory, ProductFactory, UnitFactory, UserFactory

NAME = "Xuyến Chi Quỳnh Diệp"
PHONE = "+84971357913"
EMAIL = "quynhdiep.xuyenchi@thu.example"
OTHER_EMAIL = "xuyenchi.cu@thu.example"
STREET = "77 hẻm Quạ Khoang"
STRINGS = [NAME, PHONE, "0971357913", "971357913", "971 357 913", EMAIL, OTHER_EMAIL, STREET]
EVENT = "test_erase"


@pytest.fixture(autouse=True)
def words(settings, tmp_path):
    """An event with words for both channels, of this test alone."""
    from accounts.messages import texts  # noqa: PLC0415

    (tmp_path / "messages").mkdir()
    for kind in ("email", "subject", "sms"):
        (tmp_path / "messages" / f"{EVENT}.{kind}.txt").write_text("{{ who }}", encoding="utf-8")
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]},
        *settings.TEMPLATES[1:],
    ]
    texts.channels_of.cache_clear()
    yield
    texts.channels_of.cache_clear()


@pytest.fixture(autouse=True)
def nothing_of_earlier_tests():
    """A rolled back test leaves files behind, and on Redis sessions, of earlier runs too."""
    for alias in settings.CACHES:
        caches[alias].clear()
    for root in (settings.MEDIA_ROOT, settings.PRIVATE_ROOT):
        shutil.rmtree(root, ignore_errors=True)


@pytest.fixture
def person(db):
    """Somebody with an unmistakable name in every place of the site."""
    Country.objects.get_or_create(
        iso_3166_1_a2="VN", defaults={"printable_name": "Việt Nam", "name": "Việt Nam"}
    )
    user = UserFactory(full_name=NAME, phone=PHONE, email=EMAIL, phone_verified_at=timezone.now())
    user.emailaddress_set.create(email=EMAIL, verified=True, primary=True)
    user.emailaddress_set.create(email=OTHER_EMAIL, verified=True)
    user.authenticator_set.create(type="totp", data={"secret": EMAIL})
    trade_with(user)
    talk_to(user)
    work_as(user)
    for _device in range(2):
        client = Client()
        client.force_login(user)
        session = client.session
        session["typed"] = f"{NAME} {PHONE}"
        session.save()
    return user


def trade_with(user):
    """Addresses, orders, basket, wishes, reviews."""
    product = ProductFactory()
    country = Country.objects.get(pk="VN")
    address = {"line1": STREET, "country": country, "phone_number": PHONE, "notes": f"gọi {NAME}"}
    name = {"last_name": NAME}
    UserAddress.objects.create(user=user, first_name=NAME, unit=UnitFactory(), **address)
    order = OrderFactory(
        user=user,
        guest_email=EMAIL,
        shipping_address=ShippingAddress.objects.create(**address, **name),
        billing_address=BillingAddress.objects.create(line1=STREET, country=country, **name),
    )
    OrderNote.objects.create(order=order, user=user, message=f"{NAME} dặn gọi {PHONE}")
    order.lines.update(partner_line_notes=f"tặng {NAME}")
    order.lines.get().attributes.create(type="thiệp", value=f"Mừng {NAME}")
    OrderFactory(
        user=None, guest_email=EMAIL, shipping_address=ShippingAddress.objects.create(**address, **name)
    )
    Basket.objects.create(owner=user)
    WishList.objects.create(owner=user, name=f"Ước của {NAME}")
    ProductAlert.objects.create(user=user, product=product, email=EMAIL)
    review = ProductReview.objects.create(
        user=user,
        product=product,
        score=5,
        title=f"{NAME} khen",
        body=PHONE,
        name=NAME,
        email=EMAIL,
        status=1,
    )
    other = ProductReview.objects.create(
        user=UserFactory(), product=product, score=3, title="Vừa", body="Được", status=1
    )
    Vote.objects.create(user=user, review=other, delta=1)
    Vote.objects.create(user=UserFactory(), review=review, delta=1)
    UserProductView.objects.create(user=user, product=product)
    UserSearch.objects.create(user=user, query=NAME)
    Bankcard.objects.create(
        user=user, card_type="Visa", name=NAME, number="XXXX-1111", expiry_date="2030-01-01"
    )


def talk_to(user):
    """Consents, messages sent and waiting, notices, tasks."""
    answer(user, {"marketing_email": True, "marketing_sms": True})
    queue(event=EVENT, about="order:1", user=user, context={"who": NAME})
    queue(event=EVENT, about="order:2", phone=PHONE, context={"who": NAME})
    sent = queue(event=EVENT, about="order:3", email=EMAIL, context={"who": NAME})
    Message.objects.filter(pk=sent.pk).update(address="", context={}, state="sent")
    Notification.objects.create(recipient=user, subject=f"Chào {NAME}", body=PHONE)
    Email.objects.create(user=user, email=EMAIL, subject=NAME, body_text=PHONE)
    for status, mention in ((TaskResultStatus.FAILED, NAME), (TaskResultStatus.SUCCESSFUL, EMAIL)):
        DBTaskResult.objects.create(
            status=status,
            args_kwargs={"args": [mention], "kwargs": {}},
            task_path="accounts.messages.tasks.send_message",
            run_after=timezone.now(),
            traceback=f"SMTPRecipientsRefused: {EMAIL} {NAME}",
            exception_class_path="",
            queue_name="default",
            backend_name="default",
        )


def work_as(user):
    """A shop of theirs and of another, a picture in the staff's screens, actions in the log, a page seen."""
    membership = Membership.objects.create(user=user, producer=ProducerFactory(), role="owner")
    Membership.objects.create(user=UserFactory(), producer=membership.producer, role="owner")
    Membership.objects.create(user=UserFactory(), producer=membership.producer, role="viewer", added_by=user)
    membership.role = "sales"
    membership.save()
    profile = UserProfile.get_for_user(user)
    profile.avatar.save("anh-0971357913.png", ContentFile(f"ảnh của {NAME}".encode()))
    log(instance=user, action="wagtail.edit", user=UserFactory())
    log(instance=membership, action="wagtail.create", user=user)
    log(instance=ProductFactory(), action="wagtail.edit", user=user, data={"ghi chú": f"theo lời {NAME}"})
    page = Page.objects.get(depth=1)
    log(instance=page, action="wagtail.edit", user=user, data={"comment": {"text": f"hỏi {EMAIL}"}})
    caches["pages"].set("page:1", ("text/html", "etag", f"đánh giá của {NAME}".encode()))


def sums():
    """What was sold and what lies in stock: erasing a person must not change it."""
    orders = Order.objects.aggregate(Sum("total_incl_tax"), Sum("shipping_incl_tax"), Sum("lines__quantity"))
    return orders | {"lines": Decimal(Order.objects.aggregate(n=Sum("lines__line_price_incl_tax"))["n"])}


def search(without=()):
    return dump.places_of(STRINGS, dump.tables(without), dump.files(), dump.cached())


@pytest.mark.django_db(transaction=True)
def test_an_erased_person_is_found_nowhere_but_in_retained_records(person, caplog, capsys):
    before, sums_before = search(), sums()
    sms.outbox.clear()
    caplog.clear()

    erase_person(person)

    assert len(before) >= 20, f"the person must have been everywhere, not only in {sorted(before)}"
    assert search(without=("retained_record",)) == {}
    assert sums() == sums_before
    assert not dump.places_of(STRINGS, {"log": caplog.text, "printed": "".join(capsys.readouterr())})
    kept = json.dumps(list(RetainedRecord.objects.values_list("payload", flat=True)), ensure_ascii=False)
    assert all(string in kept for string in (NAME, PHONE, EMAIL, STREET))

    with time_machine.travel(timezone.now() + timedelta(days=3 * 366)):
        assert delete_what_is_over() == 2
    assert search() == {}


@pytest.mark.django_db(transaction=True)
def test_the_search_itself_finds_people(person):
    """The proof above is worth something only if each of these places gives the person away before."""
    found = search()

    for table in (
        "accounts_user",
        "accounts_session",
        "accounts_message",
        "account_emailaddress",
        "mfa_authenticator",
        "address_useraddress",
        "order_order",
        "order_shippingaddress",
        "order_billingaddress",
        "order_ordernote",
        "order_line",
        "order_lineattribute",
        "wishlists_wishlist",
        "customer_productalert",
        "reviews_productreview",
        "analytics_usersearch",
        "payment_bankcard",
        "communication_email",
        "communication_notification",
        "django_tasks_database_dbtaskresult",
        "wagtailcore_modellogentry",
        "wagtailcore_pagelogentry",
        "wagtailusers_userprofile",
    ):
        assert table in found
    assert any("avatar_images" in place for place in found)
    assert any(place.startswith("pages ") for place in found)


@pytest.mark.django_db(transaction=True)
def test_stored_pages_go_and_limits_of_others_stay(person):
    caches["default"].set("limit:export:1:2:0", 1)

    erase_person(person)

    assert caches["default"].get("limit:export:1:2:0") == 1
    assert caches["pages"].get("page:1") is None


@pytest.mark.django_db
def test_what_belongs_to_others_stays(person):
    others = User.objects.exclude(pk=person.pk).count()
    product = ProductReview.objects.exclude(user=person).get().product

    erase_person(person)

    assert User.objects.count() == others
    assert Membership.objects.count() == 2
    assert not Membership.objects.filter(added_by__isnull=False).exists()
    assert Order.objects.count() == 2
    product.refresh_from_db()
    assert (product.rating, product.reviews.get().total_votes) == (3, 0)


@pytest.mark.django_db
def test_histories_forget_the_person_and_keep_the_deeds(person):
    history = Membership.history.model

    erase_person(person)

    assert not history.objects.filter(user_id=person.pk).exists()
    assert not history.objects.filter(added_by_id=person.pk).exists()
    assert history.objects.count() == 2


@pytest.mark.django_db
def test_the_log_says_what_was_done_and_no_longer_to_whom(person):
    entries, page_entries = ModelLogEntry.objects.count(), PageLogEntry.objects.count()

    erase_person(person)

    assert (ModelLogEntry.objects.count(), PageLogEntry.objects.count()) == (entries, page_entries)
    about = ModelLogEntry.objects.get(content_type=ContentType.objects.get_for_model(User))
    assert (about.label, about.data) == ("–", {})


@pytest.mark.django_db
def test_every_device_is_logged_out(person):
    client = Client()
    client.force_login(person)
    stranger = Client()
    stranger.force_login(UserFactory())

    erase_person(person)

    assert "_auth_user_id" not in client.session
    assert "_auth_user_id" in stranger.session
    assert Session.objects.count() == 1


@pytest.mark.django_db
def test_messages_of_somebody_else_stay(person):
    kept = queue(event=EVENT, about="order:1", user=known(email=None), context={"who": "Người khác"})

    erase_person(person)

    assert list(Message.objects.all()) == [kept]
    assert not Message.objects.filter(recipient_key=key_of(EMAIL)).exists()


@pytest.mark.django_db
def test_nothing_is_half_erased(person, monkeypatch):
    def break_off(_user):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("accounts.personal.erase.end_all", break_off)
    with pytest.raises(RuntimeError):
        erase_person(person)

    assert UserAddress.objects.filter(user=person).exists()
    assert ConsentRecord.objects.filter(user=person).count() == 2
    assert not RetainedRecord.objects.exists()
    assert storages["default"].exists(UserProfile.objects.get(user=person).avatar.name)


@pytest.mark.django_db
def test_the_last_administrator_stays():
    only = UserFactory(is_superuser=True)

    with pytest.raises(EraseRefused, match="quản trị"):
        erase_person(only)

    UserFactory(is_superuser=True)
    assert refusals(only) == []


@pytest.mark.django_db
def test_the_export_holds_what_every_room_keeps(person):
    content = json.loads(export_person(person))

    assert set(content) == {"made_at", *(filler().name for filler in personal_data)}
    assert content["account"]["phone"] == PHONE
    assert [one["email"] for one in content["account"]["email_addresses"]] == [EMAIL, OTHER_EMAIL]
    assert content["addresses"][0]["name"] == NAME
    assert len(content["orders"]) == 2
    assert content["orders"][0]["shipping_address"]["line1"] == STREET
    assert [one["purpose"] for one in content["consents"]] == ["marketing_email", "marketing_sms"]
    assert content["reviews"]["written"][0]["body"] == PHONE
    assert NAME in export_person(person)


@pytest.mark.django_db
def test_the_export_holds_nothing_of_others(person):
    assert not dump.places_of([NAME, PHONE, EMAIL, STREET], {"file": export_person(UserFactory())})
