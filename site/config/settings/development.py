"""The site on one machine, as `make run` starts it: demo content on, nothing to configure."""

from .base import *  # noqa: F403
from .base import DEBUG, env

SECRET_KEY = env("DJANGO_SECRET_KEY", default="only-for-this-machine-and-never-for-a-public-site")
DEMO = env.bool("DEMO", default=True)
if DEBUG:
    INTERNAL_IPS = ["127.0.0.1"]
