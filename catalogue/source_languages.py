"""In which language a source is written: a reader should know before the link is followed."""

import re
from urllib.parse import urlsplit

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy

#: Portals put their editions under such a folder: vietnam.vn/en/…, vietnam.vn/sv/….
_EDITION = re.compile(r"/([a-z]{2})/")
_EDITIONS: dict[str, str | Promise] = {
    "en": gettext_lazy("in English"),
    "sv": gettext_lazy("in Swedish"),
    "vi": gettext_lazy("in Vietnamese"),
}
#: Written in English as a whole.
_ENGLISH_HOSTS = frozenset({"cashewinformation.com"})


def source_language(url: str) -> str:
    """Return the code of the language that an address opens; Vietnamese where nothing says otherwise."""
    parts = urlsplit(url)
    if (parts.hostname or "").removeprefix("www.") in _ENGLISH_HOSTS:
        return "en"
    edition = _EDITION.match(parts.path)
    return edition[1] if edition and edition[1] in _EDITIONS else "vi"


def foreign_words(url: str) -> str:
    """Return "in English" where a source is not in the language of the page, else nothing."""
    language = source_language(url)
    return "" if language == (get_language() or "vi") else str(_EDITIONS[language])
