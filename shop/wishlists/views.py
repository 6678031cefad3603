"""A person's wish lists."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.generic import View

from accounts.models import User
from core.clock import today
from core.errors import DomainError
from core.page_parts import Link
from core.redirects import SeeOther
from core.same_origin import SameOriginForm
from core.whole_numbers import whole_number
from shop.basket.refusals import refused_product
from shop.customer.views.base import AccountView
from shop.wishlists import services
from shop.wishlists.forms import NameForm
from shop.wishlists.models import WishList
from shop.wishlists.queries import lists_of, wishes_in


class OwnersView(AccountView):
    """A page about one of the person's lists, in the account area."""

    def list_or_404(self, key: str) -> WishList:
        """Return one of the person's own lists."""
        return get_object_or_404(WishList, owner=self.user, key=key)

    def steps(self) -> list[Link]:
        """Return the way through all lists."""
        return [*super().steps(), Link(_("Wish lists"), reverse("wishlists:lists"))]


class ListsView(AccountView):
    """All lists, and a form for a new one."""

    template = "wishlists/lists.html"
    title = _lazy("Wish lists")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show them."""
        return self._page(NameForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Make a list."""
        form = NameForm(request.POST)
        if not form.is_valid():
            return self._page(form)
        try:
            made = services.create(user=self.user, name=form.cleaned_data["name"])
        except DomainError as refusal:
            form.add_error(None, str(refusal))
            return self._page(form)
        return SeeOther(reverse("wishlists:detail", args=[made.key]))

    def _page(self, form: NameForm) -> HttpResponse:
        return self.page(lists=lists_of(self.user), form=form)


class DetailView(OwnersView):
    """One list."""

    template = "wishlists/detail.html"
    title = _lazy("Wish list")

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """Show it."""
        return self._page(self.list_or_404(key))

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Rename it, take a product out, or move one to another list."""
        wish_list = self.list_or_404(key)
        data = request.POST
        try:
            if "name" in data:
                form = NameForm(data)
                if not form.is_valid():
                    return self._page(wish_list, form)
                services.rename(user=self.user, key=key, name=form.cleaned_data["name"])
            elif line_id := whole_number(data.get("take_out")):
                services.take_out(user=self.user, key=key, line_id=line_id)
            elif line_id := whole_number(data.get("move")):
                services.move(user=self.user, key=key, line_id=line_id, to_key=data.get(f"to-{line_id}", ""))
        except ObjectDoesNotExist as error:
            raise Http404 from error
        except DomainError as refusal:
            messages.error(request, str(refusal))
        return SeeOther(reverse("wishlists:detail", args=[key]))

    def _page(self, wish_list: WishList, form: NameForm | None = None) -> HttpResponse:
        context: dict[str, Any] = {
            "page_title": wish_list.name,
            "wish_list": wish_list,
            "wishes": wishes_in(wish_list, today()),
            "others": [each for each in lists_of(self.user) if each.pk != wish_list.pk],
            "form": form or NameForm(initial={"name": wish_list.name}),
        }
        return self.page(**context)


class RemoveView(OwnersView):
    """Remove a list, after a page that asks."""

    template = "wishlists/remove.html"
    title = _lazy("Remove the list")

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """Ask."""
        return self.page(wish_list=self.list_or_404(key))

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Remove it."""
        wish_list = self.list_or_404(key)
        services.remove(user=self.user, key=key)
        messages.success(request, _("The list %(name)s is removed.") % {"name": wish_list.name})
        return SeeOther(reverse("wishlists:lists"))


class AddView(View):
    """Write a product into a list; the button stands on the product's public page."""

    same_origin_form = SameOriginForm(("list",))

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask into which list, as after signing in."""
        if not isinstance(request.user, User):
            return redirect_to_login(request.path)
        product = refused_product(pk)
        if product is None:
            raise Http404
        context = {"page_title": _("Save to a list"), "product": product, "lists": lists_of(request.user)}
        return render(request, "wishlists/add.html", context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Write it down, then show the list; whoever is not signed in does so first."""
        if not isinstance(request.user, User):
            return SeeOther(redirect_to_login(request.path).url)
        try:
            wish_list = services.add(user=request.user, product_id=pk, key=request.POST.get("list", ""))
        except ObjectDoesNotExist as error:
            raise Http404 from error
        except DomainError as refusal:
            messages.error(request, str(refusal))
            return SeeOther(reverse("wishlists:lists"))
        product = refused_product(pk)
        if product is not None:
            messages.success(request, _("%(title)s is on your list.") % {"title": product.title})
        return SeeOther(reverse("wishlists:detail", args=[wish_list.key]))
