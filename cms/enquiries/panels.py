"""What of letters waits for the office."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.models import Enquiry
from core.staff import Waiting


def enquiries_waiting(request: HttpRequest) -> Iterable[Waiting]:
    """Tell how many letters wait for an answer."""
    if request.user.has_perm("cms.view_enquiry"):
        address = f"{reverse('staff_enquiries:index')}?state={Enquiry.State.NEW}"
        yield Waiting(_("Letters and reports to answer"), Enquiry.objects.waiting().count(), address)
