"""What the programme office makes of press reports: confirm, merge, dismiss, reopen.

Public truth about a reported product changes only by these verbs. None of them gives a star: a star needs a
certificate (`catalogue.certification.issue`).
"""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect

from catalogue.errors import ReportRefused, ReportSettled
from catalogue.models import Category, PressReport, Product
from producers.models import Partner, StockRecord

Outcome = PressReport.Outcome


@transaction.atomic
def confirm(
    *, report_id: int, reason: str, ocop_set: Category | None = None, producer: Partner | None = None
) -> Product:
    """Confirm that the product exists and who makes it: it becomes a product of the shop, without a star.

    Args:
        report_id: Of the report.
        reason: How the office knows.
        ocop_set: Where the report names none, or a wrong one.
        producer: Where the report names none.

    Raises:
        PressReport.DoesNotExist: There is no such report.
        ReportSettled: It was settled before.
        ReportRefused: Producer or set would stay unknown.
    """
    report = _open(report_id)
    product = report.product
    product.producer = product.producer or producer
    product.ocop_set = ocop_set or product.ocop_set
    if product.producer is None:
        raise ReportRefused(_("Say who makes the product: the report does not."))
    if product.ocop_set is None or product.ocop_set.set_number is None:
        raise ReportRefused(_("Say to which of the 26 sets the product belongs: the report does not."))
    product.branch = product.ocop_set.get_parent()
    product.listing = Product.Listing.LISTED
    product.is_public = True
    product.save()
    _settle(report, Outcome.CONFIRMED, reason)
    return product


@transaction.atomic
def merge(*, report_id: int, into: int, reason: str) -> Product:
    """Move a report to the product that it really speaks of; the record of its own is hidden.

    The hidden record's addresses lead to the other product from then on.

    Raises:
        PressReport.DoesNotExist, Product.DoesNotExist: There is no such report or product.
        ReportSettled: It was settled before.
        ReportRefused: The other product is the same one, hidden, or a pack size.
    """
    report = _open(report_id)
    source = report.product
    target = Product.objects.get(pk=into)
    if target.pk == source.pk:
        raise ReportRefused(_("Choose another product: the report stands with this one already."))
    if target.parent_id is not None or not target.is_public:
        raise ReportRefused(_("Choose a product that has a page of its own."))
    report.product = target
    _settle(report, Outcome.MERGED, reason)
    if source.is_reported and not source.press_reports.exists():
        _hide(source)
        _lead(source, target)
    return target


@transaction.atomic
def dismiss(*, report_id: int, reason: str) -> PressReport:
    """Say that the report is wrong or names no product; a record that stands on nothing else is hidden.

    Raises:
        PressReport.DoesNotExist: There is no such report.
        ReportSettled: It was settled before.
    """
    report = _open(report_id)
    _settle(report, Outcome.DISMISSED, reason)
    if report.product.is_reported and not report.product.press_reports.shown().exists():
        _hide(report.product)
    return report


@transaction.atomic
def reopen(*, report_id: int) -> PressReport:
    """Take a dismissal back; the record is shown again.

    Raises:
        PressReport.DoesNotExist: There is no such report.
        ReportRefused: It was not dismissed. What was confirmed or merged is public truth by now.
    """
    report = _locked(report_id)
    if report.outcome != Outcome.DISMISSED:
        raise ReportRefused(_("Only a dismissed report can be opened again."))
    report.outcome, report.settled_at, report.settled_reason = Outcome.OPEN, None, ""
    report.save()
    if not report.product.is_public:
        report.product.is_public = True
        report.product.save()
    return report


@transaction.atomic
def merge_producers(*, source_id: int, into: int) -> Partner:
    """Join a producer that only the press named with the record of the same producer; returns the latter.

    Its products move along, its addresses lead to the other producer's page.

    Raises:
        Partner.DoesNotExist: There is no such producer.
        ReportRefused: The first is run by its owner, sells already or was merged before, or both are one.
    """
    found = Partner.objects.select_for_update().in_bulk(sorted({source_id, into}))
    if len(found) < len({source_id, into}):
        raise Partner.DoesNotExist
    source, target = found[source_id], found[into]
    if source.pk == target.pk:
        raise ReportRefused(_("Choose another producer: this is the same one."))
    if not source.is_reported or source.merged_into_id is not None:
        raise ReportRefused(_("Only a producer that nobody has claimed can be merged into another."))
    if target.merged_into_id is not None or not target.is_public:
        raise ReportRefused(_("Choose a producer that has a page of its own."))
    if StockRecord.objects.filter(partner=source).exists():
        raise ReportRefused(_("This producer already has goods in stock; that cannot be moved."))
    for product in Product.objects.filter(producer=source):
        product.producer = target
        product.save()
    # What was merged into the source earlier follows it.
    source.absorbed.update(merged_into=target)
    source.merged_into = target
    source.is_public = False
    source.save()
    _lead(source, target)
    return target


def _locked(report_id: int) -> PressReport:
    report = PressReport.objects.select_for_update().get(pk=report_id)
    # The product's row, as every writer of its certificates takes it first.
    report.product = Product.objects.select_for_update().get(pk=report.product_id)
    return report


def _open(report_id: int) -> PressReport:
    report = _locked(report_id)
    if not report.is_open:
        words = _("This report was settled before: %(outcome)s.")
        raise ReportSettled(words % {"outcome": Outcome(report.outcome).label})
    return report


def _settle(report: PressReport, outcome: PressReport.Outcome, reason: str) -> None:
    report.outcome = outcome
    report.settled_at = timezone.now()
    report.settled_reason = reason
    report.save()


def _hide(product: Product) -> None:
    product.is_public = False
    product.save()


def _lead(source: Product | Partner, target: Product | Partner) -> None:
    """Lead the addresses of what is hidden to what goes on, in every language, those that led to it too."""
    for old, new in zip(_addresses(source), _addresses(target), strict=True):
        Redirect.objects.filter(redirect_link=old).update(redirect_link=new)
        Redirect.objects.filter(old_path=Redirect.normalise_path(new)).delete()
        Redirect.add_redirect(old, redirect_to=new, is_permanent=True)


def _addresses(thing: Product | Partner) -> Iterable[str]:
    for language, _name in settings.LANGUAGES:
        with override(language):
            yield thing.get_absolute_url()
