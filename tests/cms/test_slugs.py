"""A page may not hide behind a part of the shop."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cms.models import HomePage, StandardPage
from cms.slugs import RESERVED, is_taken_by_shop
from tests.factories import UserFactory

SHOP_WORDS = [(language, word) for language, words in RESERVED.items() for word in sorted(words)]


def home(language):
    return HomePage.objects.get(locale__language_code=language)


@pytest.mark.parametrize(("language", "word"), SHOP_WORDS)
def test_a_word_of_the_shop_is_refused_under_its_home(language, word):
    with pytest.raises(ValidationError) as error:
        home(language).add_child(instance=StandardPage(title="Trang", slug=word))

    assert "slug" in error.value.message_dict


@pytest.mark.parametrize("word", ["en", "cms", "dashboard", "documents", "media", "static", "c", "health"])
def test_a_word_without_a_language_is_refused_under_the_vietnamese_home(word):
    assert is_taken_by_shop(word, "vi")


def test_the_same_word_is_free_in_the_other_language_and_deeper_down():
    page = home("en").add_child(instance=StandardPage(title="San pham", slug="san-pham"))

    below = page.add_child(instance=StandardPage(title="Products", slug="products"))

    assert below.url == "/en/san-pham/products/"


def test_a_page_cannot_be_renamed_to_a_word_of_the_shop():
    page = StandardPage.objects.get(slug="sao-ocop")
    page.slug = "gio-hang"

    with pytest.raises(ValidationError):
        page.save()


def test_the_editor_says_so_beside_the_field(client):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    data = {
        "title": "Chứng nhận",
        "slug": "chung-nhan",
        "introduction": "",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }

    response = client.post(
        reverse("wagtailadmin_pages:add", args=["cms", "standardpage", home("vi").pk]), data
    )

    assert response.status_code == 200
    assert "Chọn từ khác" in response.content.decode()
    assert not StandardPage.objects.filter(slug="chung-nhan").exists()


def test_a_slug_is_made_of_plain_letters():
    page = home("vi").add_child(instance=StandardPage(title="Đường tới Bù Đăng"))

    assert page.slug == "duong-toi-bu-dang"
