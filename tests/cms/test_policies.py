"""Policies: the version and day of each, and earlier wordings under addresses of their own."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from cms.models import PolicyPage


@pytest.fixture
def policy():
    return PolicyPage.objects.get(slug="quyen-rieng-tu")


def publish(policy, *, version, words):
    policy.version = version
    policy.effective_on = date(2027, 3, 1)
    policy.body = json.dumps([{"type": "text", "value": f"<p>{words}</p>"}])
    policy.save_revision().publish()
    policy.refresh_from_db()


def test_a_policy_shows_its_version_its_day_and_that_its_text_is_a_sample(client, policy):
    html = client.get(policy.url).content.decode()

    assert "Bản 1" in html
    assert "01/07/2026" in html
    assert "Văn bản mẫu" in html


def test_an_earlier_version_stays_readable_and_is_linked(client, policy):
    publish(policy, version=2, words="Câu mới.")

    now = client.get(policy.url).content.decode()
    before = client.get(f"{policy.url}v1/").content.decode()

    assert "Câu mới." in now
    assert f'href="{policy.url}v1/"' in now
    assert "Câu mới." not in before
    assert "Cookie" in before


def test_an_earlier_version_is_kept_away_from_search_engines(client, policy):
    publish(policy, version=2, words="Câu mới.")

    assert b'content="noindex"' in client.get(f"{policy.url}v1/").content
    assert b'content="noindex"' not in client.get(policy.url).content


@pytest.mark.parametrize("number", ["v2", "v0", "v99999", "v1x", "1"])
def test_a_version_that_never_was_is_not_found(client, policy, number):
    assert client.get(f"{policy.url}{number}/").status_code == 404


def test_a_draft_of_a_new_version_is_no_version_yet(client, policy):
    policy.version = 2
    policy.save_revision()

    assert client.get(f"{policy.url}v2/").status_code == 404


def test_a_version_cannot_go_back(policy):
    publish(policy, version=3, words="Câu mới.")
    policy.version = 2

    with pytest.raises(ValidationError, match="3"):
        policy.full_clean()


def test_versions_survive_the_loss_of_revisions(client, policy):
    publish(policy, version=2, words="Câu mới.")
    policy.revisions.exclude(pk=policy.latest_revision_id).delete()

    assert client.get(f"{policy.url}v1/").status_code == 200


def test_the_list_names_every_policy(client):
    html = client.get("/chinh-sach/").content.decode()

    assert html.count("quyen-rieng-tu") >= 1
    for policy in PolicyPage.objects.filter(locale__language_code="vi"):
        assert policy.title in html
