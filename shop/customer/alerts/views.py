"""Pages around the word that a product is back; none of them changes anything by being opened."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.generic import View

from accounts.messages.models import key_of
from accounts.models import User
from catalogue.models import Product
from core.client import Limit, client_address
from core.errors import DomainError
from core.redirects import SeeOther
from core.same_origin import SameOriginForm
from core.views.errors import too_many_requests
from shop.basket.refusals import refused_product
from shop.basket.services import title_of
from shop.customer.alerts import services
from shop.customer.alerts.errors import NotReachable
from shop.customer.alerts.forms import ContactForm
from shop.customer.alerts.models import ProductAlert
from shop.customer.views.base import AccountView

#: Links to addresses that somebody typed, in an hour: from one network, which a village may share, and to one
#: address, whose holder a stranger must not lock out for long.
FROM_NETWORK = Limit("alerts-from", most=60, window_seconds=3_600)
TO_ADDRESS = Limit("alerts-to", most=5, window_seconds=3_600)


class AskView(View):
    """Ask to be told when a product is back; the button stands on the product's public page."""

    same_origin_form = SameOriginForm(("contact",))

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the form: a button for those we can reach, else a field."""
        return self._page(request, pk, ContactForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Remember a person at once; send a link to any other address."""
        user = request.user if isinstance(request.user, User) else None
        if "contact" not in request.POST:
            return self._ask_as(request, pk, user)
        form = ContactForm(request.POST)
        if not form.is_valid():
            return self._page(request, pk, form)
        address = form.address()
        to = key_of(str(next(iter(address.values()))))
        for limit, who in ((TO_ADDRESS, to), (FROM_NETWORK, client_address(request))):
            if not limit.count(who):
                return too_many_requests(request, limit.seconds_left())
        try:
            services.ask(product_id=pk, user=None, **address)
        except ObjectDoesNotExist as error:
            raise Http404 from error
        except DomainError as refusal:
            return self._page(request, pk, form, refusal)
        # The same words whether it was asked before or not.
        messages.success(
            request,
            _("We sent a link to %(address)s. Open it and press the button, then we will tell you.")
            % {"address": request.POST["contact"].strip()},
        )
        return SeeOther(reverse("alerts:ask", args=[pk]))

    def _ask_as(self, request: HttpRequest, pk: int, user: User | None) -> HttpResponse:
        try:
            services.ask(product_id=pk, user=user)
        except ObjectDoesNotExist as error:
            raise Http404 from error
        except NotReachable:
            return SeeOther(reverse("alerts:ask", args=[pk]))
        except DomainError as refusal:
            return self._page(request, pk, ContactForm(), refusal)
        title = title_of(_product_or_404(pk))
        messages.success(request, _("We will tell you when %(title)s is back.") % {"title": title})
        return SeeOther(reverse("alerts:list"))

    def _page(
        self, request: HttpRequest, pk: int, form: ContactForm, refusal: DomainError | None = None
    ) -> HttpResponse:
        product = _product_or_404(pk)
        user = request.user if isinstance(request.user, User) else None
        context: dict[str, Any] = {
            "page_title": _("Tell me when it is back"),
            "product": refused_product(pk),
            "in_stock": product.available > 0,
            "is_reachable": user is not None and services.is_reachable(user),
            "form": form,
            "refusal": refusal,
        }
        return render(request, "alerts/ask.html", context, status=409 if refusal else 200)


class KeyView(View):
    """A page with one button, opened by the link in a message."""

    name = ""

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """Show the button."""
        return self._page(request, get_object_or_404(ProductAlert, key=key))

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Do what the button says, then show what has become of the alert."""
        try:
            alert = self.act(key)
        except ObjectDoesNotExist as error:
            raise Http404 from error
        return SeeOther(reverse(f"alerts:{self.name}", args=[alert.key]))

    def act(self, key: str) -> ProductAlert:
        """Carry out the step."""
        raise NotImplementedError

    def _page(self, request: HttpRequest, alert: ProductAlert) -> HttpResponse:
        context = {
            "page_title": _("Tell me when it is back"),
            "alert": alert,
            "product": refused_product(alert.product_id),
            "step": self.name,
        }
        return render(request, "alerts/key.html", context)


class ConfirmView(KeyView):
    """Confirm an address."""

    name = "confirm"

    def act(self, key: str) -> ProductAlert:
        """Begin to wait."""
        return services.confirm(key)


class EndView(KeyView):
    """Stop waiting."""

    name = "end"

    def act(self, key: str) -> ProductAlert:
        """Stop waiting."""
        return services.end(key)


class ListView(AccountView):
    """What a person waits for."""

    template = "alerts/list.html"
    title = _lazy("Waiting for stock")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it, each with a button that ends it."""
        alerts = ProductAlert.objects.filter(user=request.user.pk, status__in=services.OPEN)
        rows = [
            {"alert": alert, "title": title_of(alert.product), "url": alert.product.get_absolute_url()}
            for alert in alerts.select_related("product__parent").order_by("-date_created", "-pk")
        ]
        return self.page(rows=rows)

    def post(self, request: HttpRequest) -> HttpResponse:
        """End one of the person's own alerts."""
        alert = get_object_or_404(ProductAlert, key=request.POST.get("end", ""), user=request.user.pk)
        services.end(alert.key)
        messages.success(request, _("We will not write about it."))
        return SeeOther(reverse("alerts:list"))


def _product_or_404(pk: int) -> Product:
    product = Product.objects.select_related("parent", "producer").filter(pk=pk).first()
    if product is None or not product.is_shown:
        raise Http404
    return product
