"""The site on one machine, as `make run` starts it: demo content on, nothing to configure."""

from .base import *
from .base import DEBUG, env

SECRET_KEY = env("DJANGO_SECRET_KEY", default="only-for-this-machine-and-never-for-a-public-site")
DEMO = env.bool("DEMO", default=True)
# Passkeys can be tried on http://localhost.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
# Files are served from where they lie: nothing needs to be collected on this machine.
WHITENOISE_USE_FINDERS = True
if DEBUG:
    INTERNAL_IPS = ["127.0.0.1"]
