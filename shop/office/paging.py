"""Long lists in pages."""

from typing import Any

from django.core.paginator import EmptyPage, Paginator
from django.db import models
from django.http import Http404


def page_of(found: "models.QuerySet[Any]", wanted: str, per_page: int) -> Any:
    """Return one page of a list; what is no page number counts as the first.

    Raises:
        Http404: There are fewer pages than that.
    """
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 10 else 1
    try:
        return Paginator(found, per_page).page(max(1, number))
    except EmptyPage as error:
        raise Http404 from error
