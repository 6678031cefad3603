"""Who may open which page of an office: the signed-in members of the producer that the address names.

A producer of others is not found; in one's own, what the role does not reach is refused with a sentence.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, ClassVar

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from accounts.models import User
from catalogue.pictures import band_url
from core.page_parts import Link
from producers.models import Membership, Partner, Role

EVERYBODY = frozenset(Role)
OWNERS = frozenset({Role.OWNER})
#: Who changes prices and stock; packers only count.
SELLERS = frozenset({Role.OWNER, Role.SALES})
COUNTERS = SELLERS | {Role.PACKER}


@dataclass(frozen=True, slots=True)
class Section(Link):
    """A page of the office's menu."""

    is_current: bool = False


class SignedInView(View):
    """A page for people with an account; others are led to the log-in and back."""

    user: User

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let signed-in people pass."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        self.user = request.user
        return super().dispatch(request, *args, **kwargs)


class OfficeView(SignedInView):
    """A page of one producer's office.

    Attributes:
        readers: Roles that may open it.
        writers: Roles whose forms it takes; a form of anybody else changes nothing.
        section: Its place in the menu.
    """

    readers: ClassVar[Collection[Role]] = EVERYBODY
    writers: ClassVar[Collection[Role]] = frozenset()
    section: ClassVar[str] = ""

    producer: Partner
    role: Role

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the producer among the person's own, then ask whether the role reaches."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        self.memberships = list(
            Membership.objects.filter(user=request.user.pk).select_related("producer").order_by("pk")
        )
        producer_id = kwargs.pop("producer_id")
        own = next((each for each in self.memberships if each.producer_id == producer_id), None)
        if own is None:
            raise Http404
        self.producer, self.role = own.producer, Role(own.role)
        reading = request.method in {"GET", "HEAD", "OPTIONS"}
        # A method that a page does not know is answered as such, whatever the role.
        knows = hasattr(self, (request.method or "").lower())
        if knows and self.role not in (self.readers if reading else self.writers):
            return self.refuse(
                _("Your role here, %(role)s, does not reach this far.") % {"role": self.role.label}
            )
        try:
            return super().dispatch(request, *args, **kwargs)
        except ObjectDoesNotExist as error:
            raise Http404 from error

    def refuse(self, words: str) -> HttpResponse:
        """Answer 403 and say why."""
        return self.page("office/refused.html", {"page_title": _("You may not do this"), "words": words}, 403)

    def page(self, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
        """Draw a page in the office's frame."""
        office = {
            "producer": self.producer,
            "band_url": band_url(self.producer),
            "role": self.role.label,
            "sections": self.sections(),
            "has_more_shops": len(self.memberships) > 1,
        }
        return render(self.request, template, {"office": office, **context}, status=status)

    def url(self, name: str, **more: int) -> str:
        """Return the address of another page of this office."""
        return reverse(f"office:{name}", kwargs={"producer_id": self.producer.pk, **more})

    def sections(self) -> list[Section]:
        """Return the menu."""
        named = [
            ("overview", _("Overview")),
            ("products", _("Products")),
            ("certificates", _("Certificates")),
            ("members", _("Members")),
            ("changes", _("Changes")),
        ]
        return [Section(title, self.url(name), name == self.section) for name, title in named]
