"""Addresses of Wagtail's pages, under Wagtail's own name.

Of Wagtail's stock addresses only this one is routed: the others log people in beside our own log-in.
"""

from django.urls import re_path
from wagtail.urls import serve_pattern

from cms.views import serve

urlpatterns = [re_path(serve_pattern, serve, name="wagtail_serve")]
