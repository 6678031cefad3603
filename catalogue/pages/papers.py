"""Papers of a producer and of a product, as tables and passports show them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.models import Product, ProductPaper
from core.days import day_words
from producers.models import Paper, Partner

_GOOD = frozenset({Paper.State.VALID, Paper.State.EXPIRING, Paper.State.EXEMPT})


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper in a table."""

    kind: str
    number: str
    subject: str
    issuer: str
    issued: str
    until: date | None
    state_text: str
    is_good: bool
    is_demo: bool
    url: str = ""


def papers_of_product(product: Product, day: date) -> list[PaperRow]:
    """Return the papers about a product and those about its producer as a whole; one query."""
    if product.producer_id is None:
        return []
    own = ProductPaper.objects.filter(paper=OuterRef("pk"))
    papers = (
        Paper.objects.filter(producer=product.producer_id)
        .filter(Q(Exists(own.filter(product=product.pk))) | ~Exists(own))
        .select_related("exemption", "producer")
        .order_by("kind", "-issued_on", "-pk")
    )
    return [paper_row(paper, day) for paper in papers]


def papers_of_producer(producer: Partner, day: date) -> list[PaperRow]:
    """Return all papers of a producer with the products that they are about; two queries."""
    papers = (
        Paper.objects.filter(producer=producer)
        .select_related("exemption", "producer")
        .prefetch_related("product_links__product")
        .order_by("kind", "-issued_on", "-pk")
    )
    rows = []
    for paper in papers:
        titles = [link.product.title for link in paper.product_links.all() if link.product.is_public]
        rows.append(paper_row(paper, day, ", ".join(titles)))
    return rows


def paper_row(paper: Paper, day: date, subject: str = "") -> PaperRow:
    """Return one paper; `subject` names the products that it is about."""
    state = paper.state_on(day)
    exemption = paper.exemption
    return PaperRow(
        kind=str(paper.get_kind_display()),
        number=paper.number,
        subject=subject,
        issuer=paper.issuer,
        issued=day_words(paper.issued_on, get_language() or "vi") if paper.issued_on else "",
        until=paper.valid_until,
        state_text=_("not needed: %(ground)s (%(law)s, %(article)s)")
        % {"ground": exemption.words, "law": exemption.law, "article": exemption.article}
        if exemption is not None
        else _state_words(paper, state),
        is_good=state in _GOOD,
        is_demo=paper.is_demo,
        url=paper.get_absolute_url() if paper.file_is_public and paper.file else "",
    )


def _state_words(paper: Paper, state: Paper.State) -> str:
    """Return the state and, where the office has seen the original, since when."""
    words = str(state.label)
    if paper.checked_on is None:
        return _("%(state)s, original not seen by us") % {"state": words}
    return _("%(state)s, original seen %(day)s") % {
        "state": words,
        "day": day_words(paper.checked_on, get_language() or "vi"),
    }
