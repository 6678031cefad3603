"""What a row and a page of the register say in words."""

from collections.abc import Callable
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from catalogue.models import Certificate
from catalogue.periods import reevaluation_window
from core.clock import today
from core.days import day_words

State = Certificate.State


def in_words(day: date) -> str:
    """Write a day in the active language."""
    return day_words(day, get_language() or "vi")


def days_left(certificate: Certificate) -> str:
    """Say how many days the certificate can still be used, today included; nothing where it cannot."""
    left = (certificate.effective_until - today()).days + 1
    if certificate.state not in {State.VALID, State.GRACE}:
        return ""
    return ngettext("%(days)d day", "%(days)d days", left) % {"days": left}


def window_words(certificate: Certificate) -> str:
    """Say how it stands with the file for re-evaluation; nothing for what has ended or was replaced."""
    if certificate.superseded_by_id or certificate.state not in {State.VALID, State.GRACE}:
        return ""
    window, day = reevaluation_window(certificate.expires_on), today()
    if day < window.start:
        return _("from %(day)s") % {"day": in_words(window.start)}
    if day <= window.end:
        return _("now, until %(day)s") % {"day": in_words(window.end)}
    return _("missed since %(day)s") % {"day": in_words(window.end)}


def state_words(certificate: Certificate) -> str:
    """Explain the state of today in a sentence."""
    state = certificate.state
    day = {"until": in_words(certificate.effective_until), "from": in_words(certificate.effective_from)}
    if state == State.UPCOMING:
        return _("Not yet in force: its first day is %(from)s.") % day
    if state == State.REVOKED and certificate.revoked_on:
        words = _("Revoked from %(day)s on. Reason: %(reason)s")
        return words % {"day": in_words(certificate.revoked_on), "reason": certificate.revoked_reason}
    if state == State.SUPERSEDED and certificate.superseded_by:
        words = _(
            "Replaced by %(code)s, issued on %(day)s. A newer certificate ends the one before it on the day "
            "before its own first day, even if that one was printed with a later last day, and even if the "
            "newer one is revoked later."
        )
        following = certificate.superseded_by
        return words % {"code": following.code, "day": in_words(following.issued_on)}
    if state == State.GRACE:
        words = _("Past its printed last day, usable until %(until)s by granted grace. Reason: %(reason)s")
        return words % {**day, "reason": certificate.grace_reason}
    if state == State.VALID:
        return _("In force from %(from)s to %(until)s.") % day
    return _("Ended on %(until)s.") % day


def history_links(certificate: Certificate, address_of: Callable[[Certificate], str]) -> str:
    """List the other certificates of the product as links, the latest first."""
    others = certificate.product.certificates.exclude(pk=certificate.pk).select_related("superseded_by")
    rows = [
        (address_of(other), other.code, other.stars, in_words(other.issued_on), other.state.label)
        for other in others.newest_first()
    ]
    if not rows:
        return "–"
    return format_html(
        "<ul>{}</ul>", format_html_join("", '<li><a href="{}">{}</a>: {} ★, {}, {}</li>', rows)
    )
