"""Name and language, and the ways to what the log-in is made of."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from accounts.phones import spaced
from core.page_parts import Fact
from shop.customer.forms import ProfileForm
from shop.customer.views.base import AccountView


class ProfileView(AccountView):
    """Change the name and the language of messages."""

    template = "customer/profile.html"
    title = _("Profile and log-in")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show what is saved."""
        return self._show(ProfileForm(instance=self.user))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Save."""
        form = ProfileForm(request.POST, instance=self.user)
        if not form.is_valid():
            self.user.refresh_from_db()
            return self._show(form, status=422)
        form.save()
        messages.success(request, _t("Your profile is saved."))
        return HttpResponseRedirect(reverse("customer:profile-update"))

    def _show(self, form: ProfileForm, status: int = 200) -> HttpResponse:
        user = self.user
        email = user.verified_email() or user.unconfirmed_email()
        confirmed = _t("confirmed") if user.verified_email() else _t("not confirmed")
        doors = [
            Fact(_t("Phone"), spaced(user.phone) if user.phone else "", reverse("account_change_phone")),
            Fact(_t("E-mail"), email, reverse("account_email"), note=confirmed if email else ""),
        ]
        return self.page(form=form, doors=doors, has_password=user.has_usable_password(), status=status)
