"""Looking for people by what staff type: a name, an e-mail address, a phone number in any spelling."""

from django.db.models import Q

SEARCH_FIELDS = ("full_name", "email", "phone")
_IN_NUMBERS = set("0123456789 .-()+")


def people_like(text: str) -> Q:
    """Return the condition that one of the fields holds `text`; spaces in a phone number do not matter."""
    condition = Q(full_name__icontains=text) | Q(email__icontains=text) | Q(phone__contains=text)
    if digits := phone_digits(text):
        condition |= Q(phone__contains=digits)
    return condition


def phone_digits(text: str) -> str:
    """Return the digits to look for, without the 0 that +84 replaces; nothing for what is no number.

    >>> phone_digits("0912 345 678")
    '912345678'
    """
    if not set(text) <= _IN_NUMBERS:
        return ""
    return "".join(letter for letter in text if letter.isdigit()).removeprefix("0")
