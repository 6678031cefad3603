"""Pages of Wagtail as public pages: the same bytes for everyone."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail import hooks

from cms.models import HomePage
from cms.site_content import site_content
from core.public_pages import public_page


@public_page()
@require_safe
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page at `path`, in the language of the address.

    Wagtail's own view asks restricted pages for a password or a log-in. A public page cannot: nobody is known
    here and what it answers is stored for all. So a restricted page, and all below it, is not found.

    The way begins at the home of the language, read in one query; Wagtail's own way needs four to find it.
    """
    language = get_language() or settings.LANGUAGE_CODE
    home = HomePage.objects.select_related("locale").filter(locale__language_code=language, depth=2).first()
    if home is None:
        raise Http404(f"no home in {language}")
    page, arguments, keywords = home.route(request, [part for part in path.split("/") if part])
    if site_content(language).has_restrictions and page.get_view_restrictions().exists():
        raise Http404("restricted pages are not served")
    request.shown_object = page
    for hook in hooks.get_hooks("before_serve_page"):
        answer = hook(page, request, arguments, keywords)
        if isinstance(answer, HttpResponse):
            return answer
    response: HttpResponse = page.serve(request, *arguments, **keywords)
    return response
