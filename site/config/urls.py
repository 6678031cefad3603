"""Every address of the site; `contract.md` lists what others rely on."""

from typing import cast

from django.apps import apps
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.utils.translation import pgettext_lazy
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from accounts.doors.views import ToForgottenPassword, ToLogin
from accounts.views import own_account
from catalogue.views.certificates import ShortLinkView
from core.views import health, sitemap
from core.views.media import media
from core.views.robots import robots
from shop.apps import Shop

handler400 = "core.views.errors.bad_request"
handler403 = "core.views.errors.forbidden"
handler404 = "core.views.errors.not_found"
handler429 = "core.views.errors.too_many_requests"
handler500 = "core.views.errors.server_error"

shop = cast("Shop", apps.get_app_config("oscar"))

urlpatterns = [
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-<slug:section>-<int:number>.xml", sitemap.file, name="sitemap-file"),
    # Wagtail's log-in knows nothing of codes and second factors; everybody comes in by the same door.
    path("cms/login/", ToLogin.as_view()),
    path("cms/password_reset/", ToForgottenPassword.as_view()),
    path("cms/password_reset/<path:rest>", ToForgottenPassword.as_view()),
    # Before Wagtail's own page, which asks for a first and a last name.
    path("cms/account/", own_account),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("dashboard/", shop.dashboard_app.urls),
    path("c/<str:code>", ShortLinkView.as_view(), name="short-link"),
    path("c/<str:code>/", ShortLinkView.as_view()),
    re_path(r"^media/(?P<path>.+)$", media, name="media"),
]

urlpatterns += i18n_patterns(
    path("", include(shop.get_urls())),
    path(pgettext_lazy("url", "account/"), include("accounts.doors.urls")),
    path(pgettext_lazy("url", "producers/"), include("catalogue.urls.producers")),
    path(pgettext_lazy("url", "certificates/"), include("catalogue.urls.certificates")),
    path(pgettext_lazy("url", "shop-office/"), include("producers.claims.urls")),
    path(pgettext_lazy("url", "shop-office/"), include("shop.office.urls")),
    path(pgettext_lazy("url", "units/"), include("regions.urls")),
    path(pgettext_lazy("url", "contact/"), include("cms.enquiries.urls")),
    # The same in both languages: packs carry it.
    path("01/", include("catalogue.urls.passport")),
    path("", include("cms.urls")),
    prefix_default_language=False,
)
