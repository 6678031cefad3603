"""The address book's pages, in the account area."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from accounts.phones import spaced
from core.errors import DomainError
from core.page_parts import Link
from shop.address import services
from shop.address.forms import SHOW_UNITS, UserAddressForm
from shop.address.models import UserAddress
from shop.customer.views.base import AccountView


class _AddressView(AccountView):
    def back(self) -> HttpResponseRedirect:
        """Return to the list."""
        return HttpResponseRedirect(reverse("customer:address-list"), status=303)

    def steps(self) -> list[Link]:
        """Return the way through the list."""
        return [*super().steps(), Link(_t("Addresses"), reverse("customer:address-list"))]

    def own(self, pk: int) -> UserAddress:
        """Return the person's address; of others it is not found."""
        try:
            return UserAddress.objects.select_related("unit__province").get(user=self.user, pk=pk)
        except UserAddress.DoesNotExist as error:
            raise Http404 from error


class AddressListView(_AddressView):
    """All addresses, the default one first."""

    template = "address/list.html"
    title = _("Addresses")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show them."""
        addresses = list(UserAddress.objects.filter(user=self.user).select_related("unit__province"))
        return self.page(addresses=addresses, is_full=len(addresses) >= services.MOST, most=services.MOST)

    def steps(self) -> list[Link]:
        """Return the way to this list."""
        return super().steps()[:-1]


class AddressCreateView(_AddressView):
    """A new address."""

    template = "address/form.html"
    title = _("New address")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the form with what is known of the person."""
        first = not UserAddress.objects.filter(user=self.user).exists()
        known = {
            "full_name": self.user.full_name,
            "phone": spaced(self.user.phone) if self.user.phone else "",
            "is_default": first,
        }
        return self.page(form=UserAddressForm(initial=known))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Save it, or load the communes of the chosen province."""
        if SHOW_UNITS in request.POST:
            return self.page(form=UserAddressForm(initial=_typed(request.POST)), shows_units=True)
        form = UserAddressForm(request.POST)
        if form.is_valid() and self._saved(form):
            return self.back()
        return self.page(form=form, status=422)

    def _saved(self, form: UserAddressForm) -> bool:
        try:
            services.add_address(self.user, form.address_fields(), is_default=form.cleaned_data["is_default"])
        except DomainError as error:
            form.add_error(None, str(error))
            return False
        messages.success(self.request, _t("The address is saved."))
        return True


class AddressEditView(_AddressView):
    """Change a saved address."""

    template = "address/form.html"
    title = _("Change address")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show what is saved."""
        return self.page(form=UserAddressForm(initial=UserAddressForm.initial_of(self.own(pk))))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Save the change, or load the communes of the chosen province."""
        self.own(pk)
        if SHOW_UNITS in request.POST:
            return self.page(form=UserAddressForm(initial=_typed(request.POST)), shows_units=True)
        form = UserAddressForm(request.POST)
        if form.is_valid() and self._saved(form, pk):
            return self.back()
        return self.page(form=form, status=422)

    def _saved(self, form: UserAddressForm, pk: int) -> bool:
        try:
            services.change_address(
                self.user, pk, form.address_fields(), is_default=form.cleaned_data["is_default"]
            )
        except ObjectDoesNotExist as error:
            raise Http404 from error
        except DomainError as error:
            form.add_error(None, str(error))
            return False
        messages.success(self.request, _t("The address is saved."))
        return True


class AddressRemoveView(_AddressView):
    """Ask, then remove."""

    template = "address/remove.html"
    title = _("Remove address")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show which one."""
        return self.page(address=self.own(pk))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Remove it."""
        try:
            services.remove_address(self.user, pk)
        except ObjectDoesNotExist as error:
            raise Http404 from error
        messages.success(request, _t("The address is removed."))
        return self.back()


class AddressDefaultView(_AddressView):
    """Let parcels go here from now on."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make it the default."""
        try:
            services.make_default(self.user, pk)
        except ObjectDoesNotExist as error:
            raise Http404 from error
        messages.success(request, _t("Parcels go to this address from now on."))
        return self.back()


def _typed(post: QueryDict) -> dict[str, Any]:
    """Return what was typed so far, to be shown again without complaints."""
    return {name: post.get(name, "") for name in UserAddressForm.base_fields if name != "unit_text"}
