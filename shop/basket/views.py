"""The basket page and what changes a basket. Oscar finds the view classes here by their names."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.generic import View

from accounts.models import User
from catalogue.models import Product
from core.redirects import SeeOther
from core.same_origin import SameOriginForm
from core.whole_numbers import whole_number
from shop.basket import keeping, services
from shop.basket.errors import ChoosePackSize, NotInBasket, SoldOut, TooManyBaskets
from shop.basket.forms import AddForm, QuantitiesForm, lines_in
from shop.basket.middleware import basket_changed, say, visitor_of
from shop.basket.models import Line
from shop.basket.page import basket_page, checkout_url, form_of
from shop.basket.refusals import choices_of, refused_product


class BasketView(View):
    """What somebody means to buy, grouped by producer."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it."""
        return self._page(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Set quantities, remove, or keep a line for later; then show the basket anew."""
        lines = list(request.basket.all_lines())  # type: ignore[attr-defined]
        posted = lines_in(request.POST)
        to_keep = whole_number(request.POST.get("save"))
        wanted = set(posted) if to_keep is None else {*posted, to_keep}
        foreign = wanted - {line.pk for line in lines}
        if foreign and Line.objects.filter(pk__in=foreign).exists():
            return _after_signing_out(request)
        typed = {"quantity": request.POST.get(f"line-{to_keep}-quantity")}
        if to_keep in posted and not AddForm(typed).is_valid():
            # Kept with the quantity that it had: a slip in its field is no reason to keep nothing.
            posted.remove(to_keep)
        titles = {line.pk: services.title_of(line.product) for line in lines}
        form = QuantitiesForm(posted, titles, request.POST)
        if not form.is_valid():
            data = request.POST.copy()
            for line in lines:
                data.setdefault(f"line-{line.pk}-quantity", str(line.quantity))
            return self._page(request, form_of(lines, data))
        try:
            done = services.change(visitor=visitor_of(request), changes=form.changes())
            say(request, done)
            basket_changed(request, done.basket)
            if request.POST.get("save"):
                return self._save(request, to_keep or 0)
        except ObjectDoesNotExist as error:
            raise Http404 from error
        return SeeOther(reverse("basket:summary"))

    def _save(self, request: HttpRequest, line_id: int) -> HttpResponse:
        if not isinstance(request.user, User):
            messages.info(request, _("Log in to keep something for later."))
            return SeeOther(_log_in_url())
        done = keeping.save_for_later(user=request.user, line_id=line_id)
        say(request, done)
        basket_changed(request, done.basket)
        return SeeOther(reverse("basket:summary"))

    def _page(self, request: HttpRequest, form: QuantitiesForm | None = None) -> HttpResponse:
        page = basket_page(request.basket, form)  # type: ignore[attr-defined]
        context = {"page_title": pgettext("shop", "Basket"), "basket_page": page, "form": form}
        return render(request, "basket/basket.html", context)


class BasketAddView(View):
    """Put a product into the basket, from a form on a public page."""

    same_origin_form = SameOriginForm(("quantity", "buy_now"))

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Lead to the product: nothing is put into a basket by a link."""
        product = Product.objects.select_related("parent").filter(pk=pk).first()
        if product is None or not product.is_shown:
            raise Http404
        return HttpResponseRedirect(product.get_absolute_url())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Add, then show the basket; what cannot be done is said on a private page."""
        form = AddForm(request.POST)
        if not form.is_valid():
            return self._page(request, pk, form=form)
        try:
            done = services.add(
                visitor=visitor_of(request), product_id=pk, quantity=form.cleaned_data["quantity"]
            )
        except ObjectDoesNotExist as error:
            raise Http404 from error
        except NotInBasket as refusal:
            return self._page(request, pk, refusal=refusal)
        say(request, done)
        basket_changed(request, done.basket)
        to_checkout = request.POST.get("buy_now") == "1" and checkout_url()
        return SeeOther(to_checkout or reverse("basket:summary"))

    def _page(
        self,
        request: HttpRequest,
        pk: int,
        *,
        form: AddForm | None = None,
        refusal: NotInBasket | None = None,
    ) -> HttpResponse:
        product = refused_product(pk)
        context: dict[str, Any] = {
            "page_title": pgettext("shop", "Basket"),
            "product": product,
            "form": form,
            "refusal": refusal,
            "buy_now": request.POST.get("buy_now") == "1",
            "sizes": choices_of(product) if isinstance(refusal, ChoosePackSize) else [],
            "is_sold_out": isinstance(refusal, SoldOut),
        }
        status = 429 if isinstance(refusal, TooManyBaskets) else 409 if refusal else 200
        return render(request, "basket/not_added.html", context, status=status)


class SavedView(LoginRequiredMixin, View):
    """What somebody keeps for later, shown below the basket."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Lead to the basket, which shows it."""
        return HttpResponseRedirect(reverse("basket:summary"))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Put a kept line back into the basket, or remove it."""
        user = request.user
        assert isinstance(user, User)
        try:
            if (line_id := whole_number(request.POST.get("take_back"))) is not None:
                done = keeping.take_back(user=user, line_id=line_id)
                say(request, done)
                basket_changed(request, done.basket)
            if (line_id := whole_number(request.POST.get("remove"))) is not None:
                keeping.forget_saved(user=user, line_id=line_id)
        except ObjectDoesNotExist as error:
            raise Http404 from error
        except NotInBasket as refusal:
            messages.error(request, str(refusal))
        return SeeOther(reverse("basket:summary"))


def _after_signing_out(request: HttpRequest) -> HttpResponse:
    """Answer a form with lines that are not this visitor's: 404, or words where their session has ended.

    Raises:
        Http404: Nothing says that this browser had been signed in.
    """
    if request.user.is_authenticated or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        raise Http404
    messages.warning(
        request, _("You were logged out meanwhile, so nothing was changed. Log in to see your basket.")
    )
    return SeeOther(reverse("basket:summary"))


def _log_in_url() -> str:
    return f"{reverse(settings.LOGIN_URL)}?next={reverse('basket:summary')}"
