"""Where a browser goes after a form."""

from django.http import HttpResponseRedirect


class SeeOther(HttpResponseRedirect):
    """Answer 303 after a POST: the browser fetches the next page by GET, whatever it was that it sent."""

    status_code = 303
