"""Pages as they are now, and what they tell machines."""

import json
import re

from django.core.cache import caches

from tests.factories import gtin

GTIN = gtin(123)


def read(client, address, status=200):
    """Return a page as it is now: changes of a test are never committed, so they end no stored page."""
    for cache in caches.all():
        cache.clear()
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def json_ld(html):
    return [
        json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    ]
