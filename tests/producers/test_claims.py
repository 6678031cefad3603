"""Asking for the page of one's shop: nothing changes until the office decides."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django.test import Client
from django.urls import reverse
from django.utils import translation

from accounts.models import Message
from core.client import Limit
from producers.claims import services
from producers.claims.errors import CannotClaim, ClaimDecided
from producers.claims.personal import claim_data
from producers.models import Claim, ClaimPaper, Membership, Partner
from regions.models import LookupName
from tests.core.uploads.samples import archive, pdf, picture
from tests.factories import MembershipFactory, ProducerFactory, UnitFactory, UserFactory
from tests.producers.asking import asker, filled, office, submitted

SCRIPT = b"/OpenAction << /S /JavaScript >>"
pytestmark = pytest.mark.django_db


def files() -> set[Path]:
    folder = Path(settings.PRIVATE_ROOT)
    return {path for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_owner_asks_and_nothing_changes_in_public(client, place, language):
    producer = ProducerFactory(reported=True)
    public = producer.get_absolute_url()
    before = client.get(public).content
    user = asker()
    client.force_login(user)
    with translation.override(language):
        address = reverse("claims:claim", args=[producer.pk])

    assert client.get(address).status_code == 200
    response = client.post(address, filled(name="Tên khác"))

    claim = Claim.objects.get()
    assert response.status_code == 303
    assert (claim.user, claim.producer, claim.name, claim.unit) == (user, producer, producer.name, place)
    assert [paper.kind for paper in claim.papers.all()] == ["registration"]
    assert client.get(response.headers["Location"]).status_code == 200
    producer.refresh_from_db()
    assert producer.is_reported
    assert not Membership.objects.exists()
    assert client.get(public).content == before
    assert {message.event for message in Message.objects.all()} == {"claim_received"}


def test_the_unclaimed_page_leads_to_the_form(client):
    producer = ProducerFactory(reported=True)

    page = client.get(producer.get_absolute_url()).content.decode()

    assert reverse("claims:claim", args=[producer.pk]) in page


def test_a_new_shop_registers(client, place):
    client.force_login(asker())

    response = client.post(reverse("claims:register"), filled())

    claim = Claim.objects.get()
    assert response.status_code == 303
    assert claim.is_registration
    assert claim.producer is None
    assert not Partner.objects.exists()


def test_strangers_and_people_without_a_confirmed_number_are_led_there_first(client, place):
    address = reverse("claims:register")

    stranger = client.get(address)
    client.force_login(UserFactory())
    unconfirmed = client.get(address)
    sent = client.post(address, filled())

    assert "/tai-khoan/dang-nhap/" in stranger.content.decode()
    assert reverse("account_change_phone") in unconfirmed.content.decode()
    assert sent.status_code == 403
    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"registration_paper": SimpleUploadedFile("a.pdf", b"")}, "trống"),
        ({"registration_paper": SimpleUploadedFile("a.pdf", pdf(SCRIPT))}, "chương trình"),
        ({"registration_paper": SimpleUploadedFile("a.jpg", picture() + archive())}, "giấu"),
        ({"authority_paper": SimpleUploadedFile("a.svg", b"<svg><script/></svg>")}, "PDF"),
        ({"name": ""}, "bắt buộc"),
        ({"kind": "unknown"}, "unknown"),
        ({"tax_code": "12"}, "Mã số thuế"),
        ({"place": "Không Đâu"}, "Không tìm thấy"),
        ({"form_key": "x"}, "UUID"),
        ({"website": "https://spam.example"}, "để trống"),
        ({"name": "x" * 200}, "128"),
    ],
)  # fmt: skip
def test_a_bad_form_is_shown_again_with_what_was_typed(client, place, changes, words):
    client.force_login(asker())
    before = files()

    response = client.post(reverse("claims:register"), filled(**changes))

    page = response.content.decode()
    assert response.status_code == 200
    assert 'role="alert"' in page
    assert words in page
    assert "Hợp tác xã Nông nghiệp Thử" in page
    assert not Claim.objects.exists()
    assert files() == before


def test_a_form_that_comes_back_asks_for_the_papers_again(client, place):
    client.force_login(asker())

    page = client.post(reverse("claims:register"), filled(name="")).content.decode()

    assert "Hãy chọn lại “giay.pdf”" in page
    assert 'href="#id_registration_paper"' in page


def test_namesakes_are_asked_about(client, place):
    other = UnitFactory(name="Xã Bom Bo")
    LookupName.objects.create(
        unit=other,
        province=other.province,
        name=other.name,
        folded="bom bo",
        role=LookupName.Role.OWN,
        areas="",
    )
    client.force_login(asker())

    asked = client.post(reverse("claims:register"), filled())
    foreign = client.post(reverse("claims:register"), filled(unit=UnitFactory().pk))
    chosen = client.post(reverse("claims:register"), filled(unit=other.pk))

    assert "Có nhiều nơi trùng tên" in asked.content.decode()
    assert foreign.status_code == 200
    assert chosen.status_code == 303
    assert Claim.objects.get().unit == other


def test_only_good_forms_count_and_neighbours_are_not_stopped(client, place, monkeypatch):
    monkeypatch.setattr("producers.claims.views.SENT", Limit("thử", most=1, window_seconds=86_400))
    client.force_login(asker())
    address = reverse("claims:register")

    answers = [client.post(address, filled(**changes)) for changes in ({"name": ""}, {}, {})]
    neighbour = Client()
    neighbour.force_login(asker())

    assert [answer.status_code for answer in answers] == [200, 303, 429]
    assert neighbour.post(address, filled()).status_code == 303


def test_sent_twice_it_is_one_request(client, place):
    client.force_login(asker())
    form = filled()

    first = client.post(reverse("claims:register"), form)
    form["registration_paper"] = SimpleUploadedFile("giay.pdf", pdf())
    second = client.post(reverse("claims:register"), form)

    assert first.headers["Location"] == second.headers["Location"]
    assert Claim.objects.count() == 1
    assert ClaimPaper.objects.count() == 1


def test_a_form_sent_again_under_another_account_is_asked_anew(client, place):
    form_key = str(uuid.uuid4())
    client.force_login(asker())
    client.post(reverse("claims:register"), filled(form_key=form_key))
    client.force_login(asker())

    answer = client.post(reverse("claims:register"), filled(form_key=form_key))

    assert answer.status_code == 200
    assert "Biểu mẫu này đã được gửi" in answer.content.decode()
    assert Claim.objects.count() == 1


def test_the_status_page_opens_by_its_link_only(client):
    claim = submitted()
    with translation.override("en"):
        english = claim.status_url

    assert client.get(claim.status_url).status_code == 200
    assert "Waiting for the office" in client.get(english).content.decode()
    for code, token in ((claim.code, "x" * 32), ("00000000", claim.token), (claim.code, submitted().token)):
        assert client.get(reverse("claims:status", args=[code, token])).status_code == 404


def test_a_get_changes_nothing_and_a_post_withdraws(client):
    claim = submitted()

    client.get(claim.status_url)
    claim.refresh_from_db()
    assert claim.state == Claim.State.SUBMITTED

    client.post(claim.status_url)
    claim.refresh_from_db()
    assert claim.state == Claim.State.WITHDRAWN
    with pytest.raises(ClaimDecided):
        services.approve(claim_id=claim.pk, by=office(), reason="x")


def test_what_cannot_be_asked_for():
    user = asker()
    producer = ProducerFactory(reported=True)
    submitted(producer, user)
    with pytest.raises(CannotClaim):
        submitted(producer, user)
    with pytest.raises(CannotClaim):
        submitted(MembershipFactory().producer)
    with pytest.raises(CannotClaim):
        submitted(user=UserFactory())
    for _ in range(services.MOST_OPEN - 1):
        submitted(user=user)
    with pytest.raises(CannotClaim):
        submitted(user=user)


def test_a_shop_run_by_its_owner_has_no_form(client):
    client.force_login(asker())

    assert client.get(reverse("claims:claim", args=[ProducerFactory().pk])).status_code == 404
    assert client.get(reverse("claims:claim", args=[987_654])).status_code == 404


def test_searching_finds_reported_shops_without_marks(client):
    ProducerFactory(reported=True, name="Hạt điều Bình Thử")
    ProducerFactory(name="Hạt điều Có Chủ")

    page = client.get(reverse("claims:start"), {"shop": "hat dieu"}).content.decode()
    nothing = client.get(reverse("claims:start"), {"shop": "zzz\x00"}).content.decode()

    assert "Hạt điều Bình Thử" in page
    assert "Hạt điều Có Chủ" not in page
    assert reverse("claims:register") in nothing


def test_a_person_takes_their_claims_along_or_has_them_erased(
    client, place, django_capture_on_commit_callbacks
):
    user = asker()
    client.force_login(user)
    before = files()
    client.post(reverse("claims:register"), filled())
    assert len(files()) == len(before) + 1

    exported = claim_data().export(user)
    with django_capture_on_commit_callbacks(execute=True):
        claim_data().erase(user)

    assert exported[0]["legal_name"] == "Hợp tác xã Nông nghiệp Thử"  # type: ignore[index]
    assert not Claim.objects.exists()
    assert files() == before


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_make_one_request():
    if connection.vendor == "sqlite" and "memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("a database in memory has one connection")
    user, unit, key = asker(), UnitFactory(), uuid.uuid4()
    texts = ("name", "legal_name", "registration_number", "representative", "position")
    facts = {**dict.fromkeys(texts, "A"), "kind": "farm", "unit": unit}

    def click(_number: int) -> int:
        try:
            return services.submit(user=user, producer=None, form_key=key, facts=facts, papers={}).pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(click, range(4)))

    assert len(made) == 1
    assert Claim.objects.count() == 1
