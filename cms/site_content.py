"""What stands on every page and changes rarely: words, menu, footer, operator; kept by generation."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import caches
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from cms.models import Menu, PolicyPage, SiteWords
from core.addresses import home_of
from core.generations import SITE, current
from core.page_parts import Link

KEPT_SECONDS = 3_600


@dataclass(frozen=True, slots=True)
class Words:
    """The site's own words."""

    name: str
    tagline: str
    search_hint: str
    hotline: str


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs the site, as the law asks (Decree 248/2026/NĐ-CP, Art. 4)."""

    legal_name: str
    business_code: str
    address: str
    hotline: str
    hours: str
    zalo_url: str
    email: str
    notice_url: str
    notice: str
    is_demo: bool


@dataclass(frozen=True, slots=True)
class SiteContent:
    """All of it in one language."""

    words: Words
    operator: Operator
    menu: tuple[Link, ...]
    footer_columns: tuple[tuple[str, tuple[Link, ...]], ...]
    home_url: str
    #: Whether any page is restricted; where none is, none needs to be asked for.
    has_restrictions: bool


def site_content(language: str) -> SiteContent:
    """Return the content in that language: one read of the generation, the rest from local memory."""
    key = f"site-content:{language}:{current([SITE])}"
    kept: SiteContent | None = caches["local"].get(key)
    if kept is None:
        with override(language):
            kept = read_site_content(language)
        caches["local"].set(key, kept, KEPT_SECONDS)
    return kept


def read_site_content(language: str) -> SiteContent:
    """Read the content from the database."""
    words, menu = SiteWords.load(), Menu.load()
    return SiteContent(
        words=Words(
            name=words.name,
            tagline=words.word("tagline", language),
            search_hint=words.word("search_hint", language),
            hotline=words.hotline or settings.OPERATOR["hotline"],
        ),
        operator=read_operator(words, language),
        menu=links_of([block.value for block in menu.main]),
        footer_columns=tuple(read_columns(menu, language)),
        home_url=home_of(language),
        has_restrictions=PageViewRestriction.objects.exists(),
    )


def read_operator(words: SiteWords, language: str) -> Operator:
    """Take what editors set; what they left empty comes from the environment."""
    environment: dict[str, str] = settings.OPERATOR
    notice_url = words.notice_url or environment["notice_url"]
    return Operator(
        legal_name=words.word("legal_name", language) or environment["legal_name"],
        business_code=words.business_code or environment["business_code"],
        address=words.word("address", language) or environment["address"],
        hotline=words.hotline or environment["hotline"],
        hours=words.word("hours", language) or environment["hotline_hours"],
        zalo_url=words.zalo_url or environment["zalo_url"],
        email=words.email or environment["email"],
        notice_url=notice_url,
        notice=_("Notified to the Ministry of Industry and Trade") if notice_url else "",
        is_demo=words.is_demo_operator,
    )


def read_columns(menu: Menu, language: str) -> list[tuple[str, tuple[Link, ...]]]:
    """Read the footer's columns; one without a link that leads somewhere is left out."""
    columns = []
    for block in menu.footer:
        title = block.value["title_en" if language == "en" else "title_vi"]
        links = policies_in(language) if block.block_type == "policies" else links_of(block.value["links"])
        if links:
            columns.append((str(title), links))
    return columns


def links_of(values: list[object]) -> tuple[Link, ...]:
    """Keep the links that lead somewhere today."""
    links = (Link(str(value.title), str(value.url)) for value in values)
    return tuple(link for link in links if link.url)


def policies_in(language: str) -> tuple[Link, ...]:
    """Return every published policy of that language, in the editors' order."""
    policies = PolicyPage.objects.live().filter(locale__language_code=language).order_by("path")
    return tuple(Link(policy.title, policy.url or "") for policy in policies)
