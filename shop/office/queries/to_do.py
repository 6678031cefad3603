"""What a shop should do next: one line for each kind of thing, the most urgent first."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shop.office.queries.certificates import Clocks


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing to do. `kind` is the tone of the message: "error", "warn" or "info"."""

    kind: str
    text: str
    url: str
    link: str


@dataclass(frozen=True, slots=True)
class Shortfall:
    """How many sizes fall short, by what is short, and how many products have an incomplete label."""

    sold_out: int
    low: int
    unpriced: int
    incomplete: int


def to_do(clocks: Clocks, short: Shortfall, *, products_url: str, certificates_url: str) -> list[ToDo]:
    """Return the list.

    Args:
        clocks: Of the shop's certificates.
        short: Of its stock.
        products_url: Page of prices and stock; `show` narrows it.
        certificates_url: Page of certificates.
    """
    ended, ending = len(clocks.ended), len(clocks.ending)
    see_certificates, fill_up = _("See the certificates"), _("Change the stock")
    lines = [
        (
            ended,
            "error",
            ngettext(
                "%(count)s product shows no stars any more: its certificate has ended.",
                "%(count)s products show no stars any more: their certificates have ended.",
                ended,
            ),
            certificates_url,
            see_certificates,
        ),
        (
            ending,
            "warn",
            ngettext(
                "%(count)s certificate ends within half a year. Ask for the new evaluation in time.",
                "%(count)s certificates end within half a year. Ask for the new evaluations in time.",
                ending,
            ),
            certificates_url,
            see_certificates,
        ),
        (
            short.incomplete,
            "warn",
            ngettext(
                "%(count)s product cannot be sold: its label is incomplete.",
                "%(count)s products cannot be sold: their labels are incomplete.",
                short.incomplete,
            ),
            products_url,
            _("See what is missing"),
        ),
        (
            short.sold_out,
            "warn",
            ngettext("%(count)s item is sold out.", "%(count)s items are sold out.", short.sold_out),
            f"{products_url}?show=sold-out",
            fill_up,
        ),
        (
            short.low,
            "info",
            ngettext("%(count)s item is running low.", "%(count)s items are running low.", short.low),
            f"{products_url}?show=low",
            fill_up,
        ),
        (
            short.unpriced,
            "info",
            ngettext(
                "%(count)s item has no price and cannot be bought.",
                "%(count)s items have no price and cannot be bought.",
                short.unpriced,
            ),
            f"{products_url}?show=unpriced",
            _("Set the prices"),
        ),
    ]
    return [ToDo(kind, text % {"count": n}, url, link) for n, kind, text, url, link in lines if n]
