"""The public site. A missing secret, host list or address stops the start and is named."""

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import STORAGES, env

_missing = [name for name in ("DJANGO_SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL") if not env(name, default="")]
if _missing:
    raise ImproperlyConfigured(f"Set in the environment or in .env: {', '.join(_missing)}.")

SECRET_KEY = env("DJANGO_SECRET_KEY")
DEBUG = False
DEMO = env.bool("DEMO", default=False)
# Fictional goods have no business in search engines.
NOINDEX_ALL = DEMO

# Codes must not end in a server's log: without a provider nobody is sent any.
SMS_URL = env("SMS_URL", default="")
STAFF_SECOND_FACTOR = env.bool("STAFF_SECOND_FACTOR", default=True)

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.int("TRUSTED_PROXY_COUNT", default=0) else None
)
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
OSCAR_BASKET_COOKIE_SECURE = True
OSCAR_URL_SCHEMA = "https"

# Hashed names, so that browsers may keep the files for a year.
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
