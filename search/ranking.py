"""Where the order of results is explained: the policy on ranking (Decree 248/2026/NĐ-CP, Art. 11)."""

from django.core.cache import caches

from cms.models import PolicyPage

#: The address changes only when editors move the page.
KEPT_SECONDS = 60


def ranking_url(language: str) -> str:
    """Return the address of the published policy on ranking, or an empty text."""
    key = f"ranking-url:{language}"
    kept = caches["local"].get(key)
    if kept is None:
        page = (
            PolicyPage.objects.live()
            .filter(kind=PolicyPage.Kind.RANKING, locale__language_code=language)
            .first()
        )
        kept = (page.url or "") if page else ""
        caches["local"].set(key, kept, KEPT_SECONDS)
    return str(kept)
