"""A person who is erased is found nowhere, but for what the law makes us keep, and after its day not there.

The person is put into every place that can hold one, then every table, file and cache is searched.
"""

import json
from datetime import timedelta

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from accounts import sms
from accounts.models import RetainedRecord, Session, User
from accounts.personal.erase import erase_person
from accounts.retention.services import delete_what_is_over
from producers.models import Membership
from tests.accounts import dump
from tests.accounts.erase.somebody import (
    EMAIL,
    NAME,
    PHONE,
    STREET,
    STRINGS,
    search,
    sums,
)
from tests.factories import UserFactory


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
        "cms_enquiry",
        "partner_claim",
        "partner_claimpaper",
        "partner_invitation",
    ):
        assert table in found
    assert any("avatar_images" in place for place in found)
    assert any("giay-0971357913" in place for place in found)
    assert any(place.startswith("pages ") for place in found)


@pytest.mark.django_db(transaction=True)
def test_stored_pages_go_and_limits_of_others_stay(person):
    caches["default"].set("limit:export:1:2:0", 1)

    erase_person(person)

    assert caches["default"].get("limit:export:1:2:0") == 1
    assert caches["pages"].get("page:1") is None


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
