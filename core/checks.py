"""What must hold before the site may start, asked by `manage.py check` and by every start."""

from collections.abc import Sequence
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override

#: One address of each language; the words come from the compiled translations.
EXPECTED = {"vi": "/san-pham/", "en": "/en/products/"}
SMTP = "django.core.mail.backends.smtp.EmailBackend"


@register(Tags.urls)
def check_addresses(app_configs: Sequence[Any] | None, **_options: Any) -> list[CheckMessage]:
    """Find addresses in the wrong language: without compiled translations Vietnamese ones turn English."""
    problems: list[CheckMessage] = []
    for language, expected in EXPECTED.items():
        with override(language):
            try:
                found = reverse("catalogue:index")
            except NoReverseMatch:
                found = "nowhere"
        if found != expected:
            problems.append(
                Error(
                    f"The product list is at {found} and not at {expected} ({language}).",
                    hint="Compile the translations: `make run` and the tests do so (core.translations).",
                    id="core.E001",
                )
            )
    return problems


@register()
def check_sender(app_configs: Sequence[Any] | None, **_options: Any) -> list[CheckMessage]:
    """Find a site that sends real mail from nowhere: other servers would refuse every code and every link."""
    address = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    _name, _at, host = address.rpartition("@")
    if settings.EMAIL_BACKEND != SMTP or ("." in host and not host.startswith("[")):
        return []
    return [
        Error(
            f"Mail would be sent from {settings.DEFAULT_FROM_EMAIL!r}, which nobody takes letters from.",
            hint="Set DEFAULT_FROM_EMAIL to an address for which the server of EMAIL_URL may send.",
            id="core.E002",
        )
    ]
