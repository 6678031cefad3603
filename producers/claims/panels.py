"""What of claims waits for the office."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from core.staff import Waiting
from producers.models import Claim


def claims_waiting(request: HttpRequest) -> Iterable[Waiting]:
    """Tell how many claims wait for a decision."""
    if request.user.has_perm("partner.view_claim"):
        address = f"{reverse('staff_claims:index')}?state={Claim.State.SUBMITTED}"
        yield Waiting(_("Claims and registrations to decide"), Claim.objects.waiting().count(), address)
