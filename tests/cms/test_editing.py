"""Editors' screens: every page type and setting opens, and choosers find products with or without marks."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page

from cms.models import HomePage, Menu, PolicyPage, SiteWords
from tests.factories import ProducerFactory, ProductFactory, UserFactory


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    return client


@pytest.mark.parametrize("slug", ["home", "home-en", "chinh-sach", "quyen-rieng-tu", "sao-ocop"])
def test_every_page_type_can_be_edited(editor, slug):
    page = Page.objects.get(slug=slug)

    assert editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


@pytest.mark.parametrize("model", [SiteWords, Menu])
def test_every_setting_can_be_edited(editor, model):
    name = model._meta.model_name

    response = editor.get(reverse("wagtailsettings:edit", args=["cms", name]), follow=True)

    assert response.status_code == 200


def test_each_type_may_stand_only_where_it_belongs():
    home = HomePage.objects.first()
    policy = PolicyPage.objects.first()
    below_home = {model._meta.model_name for model in home.allowed_subpage_models()}

    assert {"standardpage", "policyindexpage"} <= below_home
    assert "policypage" not in below_home
    assert "homepage" not in below_home
    assert policy.allowed_subpage_models() == []


@pytest.mark.parametrize("typed", ["điều rang", "dieu rang", "DIEU"])
def test_a_product_is_chosen_by_its_name_without_marks(editor, typed):
    product = ProductFactory(title_vi="Hạt điều rang muối")
    ProductFactory(title_vi="Cà phê bột")

    html = editor.get(reverse("product_chooser:choose_results"), {"q": typed}).content.decode()

    assert product.title_vi in html
    assert "Cà phê bột" not in html
    assert product.producer.name in html


def test_what_visitors_cannot_see_cannot_be_chosen(editor):
    ProductFactory(title_vi="Sản phẩm ẩn", is_public=False)
    ProducerFactory(name="Cơ sở ẩn", is_public=False)

    assert "Sản phẩm ẩn" not in editor.get(reverse("product_chooser:choose")).content.decode()
    assert "Cơ sở ẩn" not in editor.get(reverse("producer_chooser:choose")).content.decode()


def test_a_chosen_branch_is_handed_back(editor):
    branch = ProductFactory().branch

    response = editor.get(reverse("category_chooser:chosen", args=[branch.pk]))

    assert response.json()["result"]["title"] == str(branch)


def test_block_definitions_stay_out_of_migrations():
    _name, path, arguments, keywords = HomePage._meta.get_field("sections").deconstruct()

    assert (path, arguments) == ("cms.fields.StreamField", [[]])
    assert "block_lookup" not in keywords
    call_command("makemigrations", "cms", check=True, dry_run=True, verbosity=0)
