"""Phone numbers: one spelling in the database (E.164), the usual one on pages."""

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

REGION = "VN"


def to_e164(text: str) -> str:
    """Return a phone number as it is stored: `0912 345 678` becomes `+84912345678`.

    `84912345678` without a plus sign, as address books write it, is read as Vietnamese too.

    Raises:
        ValidationError: This cannot be a phone number.
    """
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException as error:
        raise ValidationError(_("Enter a phone number, such as 0912 345 678.")) from error
    if not phonenumbers.is_valid_number(number):
        raise ValidationError(_("Enter a phone number, such as 0912 345 678."))
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def spaced(phone: str) -> str:
    """Return a stored number as people write it: `0912 345 678`, a foreign one with its country code.

    >>> spaced("+84912345678")
    '0912 345 678'
    """
    number = phonenumbers.parse(phone, REGION)
    at_home = number.country_code == phonenumbers.country_code_for_region(REGION)
    form = (
        phonenumbers.PhoneNumberFormat.NATIONAL if at_home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    return phonenumbers.format_number(number, form)
