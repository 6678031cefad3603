"""Requests for shops decided by the office: the asker owns the shop, or is told why not."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from accounts.models import Message
from core.clock import today
from producers.claims import services
from producers.claims.demo import load_demo_claims
from producers.claims.errors import CannotClaim
from producers.models import Claim, ClaimPaper, Membership, Partner, Role
from tests.core.uploads.samples import pdf
from tests.factories import ProducerFactory
from tests.producers.asking import asker, filled, office, submitted

pytestmark = pytest.mark.django_db


def test_an_approved_claim_makes_the_asker_owner_and_is_logged_and_told(client):
    producer = ProducerFactory(reported=True, kind=Partner.Kind.UNKNOWN, legal_name="")
    claim = submitted(producer)
    client.force_login(office())
    page = reverse("staff_claims:inspect", args=[claim.pk])
    assert client.get(reverse("staff_claims:index")).status_code == 200
    assert claim.legal_name in client.get(page).content.decode()

    response = client.post(reverse("staff_claims:approve", args=[claim.pk]), {"reason": "Giấy khớp."})

    claim.refresh_from_db()
    producer.refresh_from_db()
    assert response.status_code == 302
    assert (claim.state, claim.reason) == (Claim.State.APPROVED, "Giấy khớp.")
    assert producer.standing == Partner.Standing.ACTIVE
    assert (producer.kind, producer.legal_name) == ("cooperative", "Hợp tác xã Nông nghiệp Thử")
    assert Membership.objects.role_of(claim.user, producer) == Role.OWNER
    entry = ModelLogEntry.objects.get(action="claim.approve")
    assert entry.data["reason"] == "Giấy khớp."
    assert Message.objects.filter(event="claim_approved", user=claim.user).exists()
    client.force_login(claim.user)
    assert reverse("office:overview", args=[producer.pk]) in client.get(claim.status_url).content.decode()


def test_an_approved_registration_makes_a_producer():
    claim = services.approve(claim_id=submitted().pk, by=office(), reason="Đủ giấy.")

    producer = claim.producer
    assert producer is not None
    assert (producer.name, producer.standing) == ("Hợp tác xã Thử", "active")
    assert Membership.objects.role_of(claim.user, producer) == Role.OWNER


def test_a_refused_claim_leaves_the_producer_and_tells_why(client):
    producer = ProducerFactory(reported=True)
    claim = submitted(producer)
    client.force_login(office())

    without = client.post(reverse("staff_claims:refuse", args=[claim.pk]), {"reason": ""})
    client.post(reverse("staff_claims:refuse", args=[claim.pk]), {"reason": "Giấy của cơ sở khác."})

    claim.refresh_from_db()
    producer.refresh_from_db()
    assert without.status_code == 200
    assert claim.state == Claim.State.REFUSED
    assert producer.is_reported
    assert not Membership.objects.exists()
    assert "Giấy của cơ sở khác." in client.get(claim.status_url).content.decode()


def test_a_record_that_was_merged_meanwhile_has_no_owner_to_find(db):
    merged = ProducerFactory(reported=True, is_public=False, merged_into=ProducerFactory(reported=True))

    with pytest.raises(CannotClaim, match="gộp"):
        services.refuse_unless_claimable(merged)


def test_only_the_first_of_two_askers_gets_the_shop():
    producer = ProducerFactory(reported=True)
    first, second = submitted(producer), submitted(producer)

    services.approve(claim_id=first.pk, by=office(), reason="Khớp.")

    with pytest.raises(CannotClaim):
        services.approve(claim_id=second.pk, by=office(), reason="Khớp.")
    assert Membership.objects.count() == 1


def test_staff_and_the_other_askers_see_that_the_shop_is_taken(client):
    producer = ProducerFactory(reported=True)
    first, second = submitted(producer), submitted(producer)
    client.force_login(office())
    page = reverse("staff_claims:inspect", args=[second.pk])
    assert first.code in client.get(page).content.decode()
    assert "Xung đột" not in client.get(page).content.decode()
    waiting = client.get(second.status_url).content.decode()

    approved = client.post(
        reverse("staff_claims:approve", args=[first.pk]), {"reason": "Khớp."}, follow=True
    ).content.decode()

    assert "1 yêu cầu khác về cơ sở này" in approved
    assert page in approved
    assert "Xung đột" in client.get(page).content.decode()
    again = client.post(reverse("staff_claims:approve", args=[second.pk]), {"reason": "Khớp."})
    assert "đã có chủ quản lý" in again.content.decode()
    second.refresh_from_db()
    assert second.state == Claim.State.SUBMITTED
    taken = client.get(second.status_url).content.decode()
    assert "người khác quản lý" in taken
    assert "người khác quản lý" not in waiting


def test_two_registrations_with_one_paper_are_shown_to_staff_side_by_side(client):
    first, second = submitted(), submitted()
    client.force_login(office())

    page = client.get(reverse("staff_claims:inspect", args=[first.pk])).content.decode()

    assert second.code in page


def test_papers_are_for_the_office_alone_and_looks_are_logged(client, place):
    user = asker()
    client.force_login(user)
    client.post(reverse("claims:register"), filled())
    paper = ClaimPaper.objects.get()
    address = reverse("staff_claims:scan", args=[paper.pk])

    assert client.get(address).status_code in {302, 403}
    assert client.get(f"/media/{paper.file.name}").status_code == 404
    client.force_login(office())
    response = client.get(address)

    assert b"".join(response.streaming_content) == pdf()
    assert "attachment" in response.headers["Content-Disposition"]
    assert ModelLogEntry.objects.filter(action="claim.look").count() == 1
    assert client.get(reverse("staff_claims:scan", args=[paper.pk + 1])).status_code == 404


def test_demo_requests_stand_in_every_state_with_papers_and_load_twice(client):
    ProducerFactory(is_demo=True)

    load_demo_claims(today())
    load_demo_claims(today())

    assert set(Claim.objects.values_list("state", flat=True)) == set(Claim.State.values)
    assert Claim.objects.count() == 5
    assert not Membership.objects.exists()
    assert ClaimPaper.objects.count() == 10
    client.force_login(office())
    for paper in ClaimPaper.objects.filter(claim__state=Claim.State.SUBMITTED):
        response = client.get(reverse("staff_claims:scan", args=[paper.pk]))
        assert b"MAU TRINH DIEN" in b"".join(response.streaming_content)
