"""Settings for the tests: quick hashing, mail in memory, files in a folder of their own."""

import tempfile
from pathlib import Path

from .base import *
from .base import env
from .storages import storage_from

SECRET_KEY = "tests-only-tests-only-tests-only-tests-only-tests"
DEBUG = False
DEMO = True
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
SITE_URL = "http://testserver"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SMS_URL = "memory://"
STAFF_SECOND_FACTOR = False
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
WRITES = Path(tempfile.mkdtemp(prefix="ocop-tests-"))
MEDIA_ROOT = WRITES / "media"
PRIVATE_ROOT = WRITES / "private"
if not env("REDIS_URL", default=""):
    CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
        "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"},
        "renditions": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "renditions"},
        "local": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "local"},
    }
STORAGES = {
    "default": storage_from("", MEDIA_ROOT, public=True),
    "private": storage_from("", PRIVATE_ROOT, public=False),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
