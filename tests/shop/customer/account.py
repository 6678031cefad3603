"""Addresses of the account area."""

from django.urls import reverse
from django.utils.translation import override


def address_of(name, *args, language="vi"):
    with override(language):
        return reverse(f"customer:{name}", args=args)
