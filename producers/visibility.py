"""Whether visitors see a producer and what it makes."""

from django.db import transaction
from django.utils.translation import gettext as _

from producers.errors import ProducerStaysHidden
from producers.models import Partner


@transaction.atomic
def hide(producer_id: int) -> bool:
    """Take a producer and its products off the public pages; False where it was off them already."""
    return _show(producer_id, shown=False)


@transaction.atomic
def show(producer_id: int) -> bool:
    """Put a producer back on the public pages; False where it was there already.

    Raises:
        Partner.DoesNotExist: There is no such producer.
        ProducerStaysHidden: It was merged into another one.
    """
    return _show(producer_id, shown=True)


def _show(producer_id: int, *, shown: bool) -> bool:
    producer = Partner.objects.select_for_update().get(pk=producer_id)
    if producer.is_public is shown:
        return False
    if shown and producer.merged_into_id is not None:
        raise ProducerStaysHidden(_("This record was merged into another producer, which is shown."))
    producer.is_public = shown
    producer.save()
    return True
