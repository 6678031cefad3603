"""The parts of the account area that are about the person, and the steps that follow from what is missing."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.consents.queries import answers
from accounts.models import User
from accounts.phones import spaced
from shop.address.models import UserAddress
from shop.customer.sections import AccountSection, NextStep, account_sections, account_steps


def fill() -> None:
    """Hang in these parts; rooms for orders, wishes and shops come before them (weights below 50)."""
    for weight, section in enumerate((addresses, profile, consents, data), start=50):
        account_sections.fill(section, weight=weight)
    for weight, step in enumerate((say_your_name, confirm_email, save_an_address), start=50):
        account_steps.fill(step, weight=weight)


def addresses(user: User) -> AccountSection:
    """The address book."""

    def text() -> str:
        count = UserAddress.objects.filter(user=user).count()
        if not count:
            return _("None saved yet.")
        return ngettext("%(count)s address", "%(count)s addresses", count) % {"count": count}

    return AccountSection(_("Addresses"), reverse("customer:address-list"), text)


def profile(user: User) -> AccountSection:
    """Name, language, and the way to number, address, password and second factor."""
    contacts = [spaced(user.phone) if user.phone else "", user.email or ""]
    words = ", ".join(contact for contact in contacts if contact)
    return AccountSection(_("Profile and log-in"), reverse("customer:profile-update"), lambda: words)


def consents(user: User) -> AccountSection:
    """What the person agreed to."""

    def text() -> str:
        given = [answer.purpose.current.title() for answer in answers(user).values() if answer.given]
        return ", ".join(given) or _("You have agreed to nothing, so we send no advertising.")

    return AccountSection(_("Consents"), reverse("customer:consents"), text)


def data(_user: User) -> AccountSection:
    """Export and erasing."""
    return AccountSection(
        _("Your data"), reverse("customer:data"), lambda: _("Download all of it, or have it erased.")
    )


def say_your_name(user: User) -> NextStep | None:
    """A parcel needs a name."""
    if user.full_name:
        return None
    return NextStep(
        _("We do not know your name yet."), reverse("customer:profile-update"), _("Enter your name")
    )


def confirm_email(user: User) -> NextStep | None:
    """Receipts and contracts go by e-mail."""
    if user.verified_email():
        return None
    waits = user.unconfirmed_email()
    text = (
        _("Your e-mail address is not confirmed yet, so no receipt can reach it.")
        if waits
        else _("With an e-mail address you get receipts, and a second way to log in.")
    )
    link = _("Confirm the address") if waits else _("Add an e-mail address")
    return NextStep(text, reverse("account_email"), link)


def save_an_address(user: User) -> NextStep | None:
    """Ordering is quicker with one."""
    if UserAddress.objects.filter(user=user).exists():
        return None
    text = _("Save where your parcels go, and ordering takes a minute less.")
    return NextStep(text, reverse("customer:address-create"), _("Add a delivery address"))
