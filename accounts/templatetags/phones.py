"""`{{ number|phone }}`: a stored number as people write it."""

from django import template

from accounts.phones import spaced

register = template.Library()
register.filter("phone", spaced)
