"""Menu, footer and words: what editors set, in both languages, and never a link to nowhere."""

import pytest
from django.core.exceptions import ValidationError
from django.test import override_settings
from django.utils.translation import override

from cms.blocks import LinkBlock
from cms.models import Menu, PolicyPage, SiteWords, StandardPage
from cms.site_content import read_site_content, site_content
from core.generations import SITE, current


def link(**values):
    return LinkBlock().to_python(
        {"title_vi": "", "title_en": "", "page": None, "view": "", "address": "", **values}
    )


def test_a_link_to_a_page_follows_the_language():
    page = StandardPage.objects.get(slug="sao-ocop")

    with override("en"):
        value = link(page=page.pk)
        assert (value.title, value.url) == ("What the stars mean", "/en/what-the-stars-mean/")
    with override("vi"):
        assert link(page=page.pk).url == "/sao-ocop/"


def test_a_link_to_a_part_of_the_shop_follows_the_language():
    value = link(title_vi="Sản phẩm", title_en="Products", view="catalogue:index")

    with override("en"):
        assert (value.title, value.url) == ("Products", "/en/products/")
    with override("vi"):
        assert (value.title, value.url) == ("Sản phẩm", "/san-pham/")


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"view": "catalogue:index", "address": "https://example.vn/", "title_vi": "A", "title_en": "A"},
        {"view": "catalogue:index", "title_vi": "Chỉ tiếng Việt"},
    ],
)
def test_a_link_needs_one_target_and_words_in_both_languages(values):
    with pytest.raises(ValidationError):
        LinkBlock().clean(link(**values))


def test_a_link_whose_target_is_gone_is_left_out():
    page = StandardPage.objects.get(slug="sao-ocop")
    before = read_site_content("vi")
    page.unpublish()

    after = read_site_content("vi")

    assert "/sao-ocop/" in [each.url for _title, links in before.footer_columns for each in links]
    assert "/sao-ocop/" not in [each.url for _title, links in after.footer_columns for each in links]


def test_a_view_that_does_not_exist_yet_is_left_out():
    menu = Menu.load()
    value = {"title_vi": "Bảng", "title_en": "Board", "page": None, "view": "programme:board", "address": ""}
    menu.main = [{"type": "link", "value": value}]
    menu.save()

    assert read_site_content("vi").menu == ()


def test_every_link_of_menu_and_footer_opens(client):
    for language in ("vi", "en"):
        content = read_site_content(language)
        links = [*content.menu, *(each for _title, links in content.footer_columns for each in links)]
        assert len(links) > 12
        for each in links:
            assert client.get(each.url).status_code == 200, each


def test_the_footer_lists_a_new_policy_by_itself():
    parent = PolicyPage.objects.filter(locale__language_code="vi").first().get_parent()
    parent.add_child(instance=PolicyPage(title="Chính sách mới", slug="chinh-sach-moi"))

    titles = [each.title for _title, links in read_site_content("vi").footer_columns for each in links]

    assert "Chính sách mới" in titles


def test_the_current_section_is_marked(client):
    html = client.get("/chu-the/").content.decode()

    assert '<a href="/chu-the/" aria-current="true">' in html
    assert '<a href="/san-pham/" aria-current="true">' not in html


@override_settings(
    OPERATOR=dict.fromkeys(
        (
            "legal_name",
            "business_code",
            "address",
            "hotline",
            "hotline_hours",
            "zalo_url",
            "email",
            "notice_url",
        ),
        "env",
    )
)
def test_the_operator_comes_from_the_environment_where_editors_set_nothing():
    SiteWords.objects.update(legal_name_vi="", legal_name_en="", hotline="0271 111 1111")

    operator = read_site_content("en").operator

    assert operator.legal_name == "env"
    assert operator.hotline == "0271 111 1111"


def test_a_text_missing_in_english_is_shown_in_vietnamese():
    SiteWords.objects.update(tagline_vi="chợ", tagline_en="")

    assert read_site_content("en").words.tagline == "chợ"


def test_content_is_read_again_only_in_a_new_generation(
    django_assert_num_queries, django_capture_on_commit_callbacks
):
    site_content("vi")
    with django_assert_num_queries(0):
        site_content("vi")

    with django_capture_on_commit_callbacks(execute=True):
        words = SiteWords.load()
        words.name = "Tên mới"
        words.save()

    assert site_content("vi").words.name == "Tên mới"


@pytest.mark.parametrize("change", ["publish", "unpublish", "move", "delete", "menu"])
def test_every_change_of_a_page_or_menu_begins_a_generation(change, django_capture_on_commit_callbacks):
    page = StandardPage.objects.get(slug="sao-ocop")
    before = current([SITE])

    with django_capture_on_commit_callbacks(execute=True):
        match change:
            case "publish":
                page.save_revision().publish()
            case "unpublish":
                page.unpublish()
            case "move":
                page.move(StandardPage.objects.get(slug="kha-nang-tiep-can"), pos="last-child")
            case "delete":
                page.delete()
            case "menu":
                Menu.load().save()

    assert current([SITE]) != before


def test_a_draft_begins_no_generation(django_capture_on_commit_callbacks):
    before = current([SITE])

    with django_capture_on_commit_callbacks(execute=True):
        StandardPage.objects.get(slug="sao-ocop").save_revision()

    assert current([SITE]) == before
