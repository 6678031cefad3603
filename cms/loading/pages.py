"""Pages of a new site, in both languages; a page that exists is never touched."""

import json
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from cms.models import HomePage, PolicyIndexPage, PolicyPage, StandardPage

from .texts import DATA, PageText, read_texts

#: The day from which the first versions count.
FIRST_VERSIONS_ON = date(2026, 7, 1)
POLICY_INDEX = {
    "vi": PageText(
        key="policies",
        language="vi",
        title="Chính sách",
        slug="chinh-sach",
        description="Các chính sách của trang, theo luật thương mại điện tử.",
    ),
    "en": PageText(
        key="policies",
        language="en",
        title="Policies",
        slug="policies",
        description="The site's policies, as the e-commerce law asks.",
    ),
}


def load_pages() -> int:
    """Make the pages that are missing and fill the homes that are empty; return how many."""
    with transaction.atomic():
        point_site()
        homes = {language: HomePage.objects.get(locale__language_code=language) for language in ("vi", "en")}
        done = sum(fill_home(home, language) for language, home in homes.items())
        indexes: dict[str, Page] = {}
        for language, text in POLICY_INDEX.items():
            found = PolicyIndexPage.objects.filter(locale__language_code=language).first()
            done += found is None
            indexes[language] = found or add(PolicyIndexPage(), text, homes[language], sibling_of(indexes))
        for key, languages in read_texts("policies").items():
            done += load_policy(key, languages, indexes)
        for languages in read_texts("pages").values():
            done += load_standard(languages, homes)
    return done


def point_site() -> None:
    """Let Wagtail know under which host the site is reached; only addresses in mails and previews need it."""
    parts = urlsplit(settings.SITE_URL)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    site = Site.objects.get(is_default_site=True)
    if (site.hostname, site.port) != (parts.hostname, port):
        site.hostname, site.port, site.site_name = (
            parts.hostname or "localhost",
            port,
            settings.WAGTAIL_SITE_NAME,
        )
        site.save()


def fill_home(home: HomePage, language: str) -> bool:
    """Give an empty home its blocks; say whether it was empty."""
    if home.sections:
        return False
    content = json.loads((DATA / "home" / f"{language}.json").read_text(encoding="utf-8"))
    home.sections = json.dumps(content["sections"], ensure_ascii=False)
    home.search_description = content["description"]
    publish(home)
    return True


def load_policy(key: str, languages: dict[str, PageText], indexes: dict[str, Page]) -> int:
    """Make one policy in the languages that lack it."""
    pages: dict[str, Page] = {}
    made = 0
    for language in ("vi", "en"):
        found = PolicyPage.objects.filter(kind=key, locale__language_code=language).first()
        if found is None:
            page = PolicyPage(kind=key, version=1, effective_on=FIRST_VERSIONS_ON, is_demo_text=True)
            page.body = json.dumps(languages[language].body, ensure_ascii=False)
            found = add(page, languages[language], indexes[language], sibling_of(pages))
            made += 1
        pages[language] = found
    return made


def load_standard(languages: dict[str, PageText], homes: dict[str, HomePage]) -> int:
    """Make one page of text in the languages that lack it; its slug tells it from others."""
    pages: dict[str, Page] = {}
    made = 0
    for language in ("vi", "en"):
        text = languages[language]
        found = StandardPage.objects.child_of(homes[language]).filter(slug=text.slug).first()
        if found is None:
            page = StandardPage(introduction=text.introduction)
            page.body = json.dumps(text.body, ensure_ascii=False)
            found = add(page, text, homes[language], sibling_of(pages))
            made += 1
        pages[language] = found
    return made


def sibling_of(pages: dict[str, Page]) -> Page | None:
    """Return the page of which the next one is the translation."""
    return next(iter(pages.values()), None)


def add(page: Any, text: PageText, parent: Page, translation: Page | None) -> Any:
    """Publish a page below `parent`, as the translation of another where there is one."""
    page.title, page.slug, page.search_description = text.title, text.slug, text.description
    page.locale = Locale.objects.get(language_code=text.language)
    if translation is not None:
        page.translation_key = translation.translation_key
    # A fresh parent each time: siblings added before have changed its number of children.
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    publish(page)
    return page


def publish(page: Any) -> None:
    """Publish through a revision, so that the editor finds a history from the start."""
    page.save_revision().publish()
