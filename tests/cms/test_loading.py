"""A new site's pages, menus and words; and that editors' changes survive another load."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import Page, Site

from cms.loading.texts import BrokenTextError, blocks_of, read_text
from cms.models import HomePage, Menu, PolicyPage, SiteWords, StandardPage
from core.staff.groups import EDITORS, OFFICE
from tests.factories import UserFactory

#: What Decree 248/2026/NĐ-CP, Art. 4–16, wants linked from the main screen (livestream: there is none).
DUE = set(PolicyPage.Kind) - {PolicyPage.Kind.OTHER}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_policy_that_the_law_asks_for_exists_in_both_languages(language):
    policies = PolicyPage.objects.live().filter(locale__language_code=language)

    assert {policy.kind for policy in policies} == {kind.value for kind in DUE}
    assert all(policy.is_demo_text and policy.version == 1 for policy in policies)
    assert all(policy.body for policy in policies)


@pytest.mark.parametrize("home", ["/", "/en/"])
def test_every_policy_is_linked_from_the_first_page(client, home):
    language = "en" if home == "/en/" else "vi"

    html = client.get(home).content.decode()

    for policy in PolicyPage.objects.filter(locale__language_code=language):
        assert f'href="{policy.url}"' in html


def test_loading_again_changes_nothing():
    before = list(Page.objects.values_list("pk", "latest_revision", "title"))

    call_command("load_pages", verbosity=0)

    assert list(Page.objects.values_list("pk", "latest_revision", "title")) == before


def test_loading_again_leaves_what_editors_changed():
    policy = PolicyPage.objects.filter(kind="privacy").first()
    policy.title = "Đã sửa"
    policy.save_revision().publish()
    StandardPage.objects.filter(slug="accessibility").first().delete()
    SiteWords.objects.update(name="Chợ khác")
    Menu.objects.update(main="[]")

    call_command("load_pages", verbosity=0)

    policy.refresh_from_db()
    assert policy.title == "Đã sửa"
    assert StandardPage.objects.filter(slug="accessibility").exists()
    assert SiteWords.load().name == "Chợ khác"
    assert not Menu.load().main


def test_the_tree_is_sound_and_the_site_begins_at_the_vietnamese_home():
    assert Page.find_problems() == ([], [], [], [], [])
    assert Site.objects.get().root_page.specific == HomePage.objects.get(locale__language_code="vi")
    assert not Page.objects.filter(slug="welcome").exists()
    assert Page.objects.filter(depth=2).count() == 2


def test_pages_of_the_two_languages_belong_together():
    for page in Page.objects.filter(depth__gt=1, locale__language_code="vi"):
        assert page.get_translations().count() == 1, page.title


def test_editors_write_and_the_office_publishes():
    editor, officer = UserFactory(), UserFactory()
    editor.groups.add(Group.objects.get(name=EDITORS))
    officer.groups.add(Group.objects.get(name=OFFICE))
    home = HomePage.objects.first()

    assert home.permissions_for_user(editor).can_edit()
    assert not home.permissions_for_user(editor).can_publish()
    assert home.permissions_for_user(officer).can_publish()
    assert officer.has_perm("cms.change_sitewords")
    assert not editor.has_perm("cms.change_sitewords")


def test_a_text_without_a_slug_is_refused_by_its_name(tmp_path):
    path = tmp_path / "01-privacy.vi.md"
    path.write_text("title: Quyền riêng tư\n\nMột câu.", encoding="utf-8")

    with pytest.raises(BrokenTextError, match=r"01-privacy\.vi\.md: no description, slug"):
        read_text(path)


def test_a_text_becomes_blocks_and_its_signs_are_escaped():
    blocks = list(blocks_of("## Phí\n\nGiá < 10 & hơn.\n\n- một\n- hai\n\n+ Nhận | 3 ngày | Có mã."))

    assert [block["type"] for block in blocks] == ["heading", "text", "steps"]
    assert blocks[1]["value"] == "<p>Giá &lt; 10 &amp; hơn.</p><ul><li>một</li><li>hai</li></ul>"
    assert blocks[2]["value"]["steps"] == [{"title": "Nhận", "limit": "3 ngày", "text": "Có mã."}]
