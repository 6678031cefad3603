"""The account's first page."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from core.page_parts import Link
from shop.customer.sections import steps_of
from shop.customer.views.base import AccountView


class FrontView(AccountView):
    """Greets the person, says what would help next, and leads on."""

    template = "customer/front.html"
    title = _("Account")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the page."""
        return self.page(person=self.user, next_steps=steps_of(self.user))

    def steps(self) -> list[Link]:
        """Return nothing: this page is the area's beginning."""
        return []
