"""What every page of the account area has: a person who is logged in, the menu, the way back."""

from typing import Any, ClassVar

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.generic import View

from accounts.models import User
from core.page_parts import Link
from shop.customer.sections import AccountSection, menu_of, sections_of


class AccountView(View):
    """A page for the person alone; others are led to the log-in and back."""

    template: ClassVar[str]
    title: ClassVar[str | Promise]

    user: User

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let people pass who are logged in."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        self.user = request.user
        return super().dispatch(request, *args, **kwargs)

    def page(self, *, status: int = 200, **context: Any) -> HttpResponse:
        """Answer with this view's template inside the area's frame."""
        sections: list[AccountSection] = sections_of(self.user)
        frame = {
            "page_title": str(self.title),
            "steps": self.steps(),
            "account_menu": menu_of(sections, self.request.path),
            "sections": sections,
        }
        return render(self.request, self.template, {**frame, **context}, status=status)

    def steps(self) -> list[Link]:
        """Return the way from home to this page."""
        return [Link(_("Account"), reverse("customer:summary"))]
