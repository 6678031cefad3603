"""Looking for what to choose, in the dialogues of Wagtail's admin."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm

from core.staff.folding import holding_words


class FoldedSearchForm(BaseFilterForm):
    """A search field that finds with or without marks.

    Attributes:
        search_fields: Columns of which one holds each word that was typed, as for `holding_words`.
    """

    search_fields: ClassVar[tuple[str, ...]] = ("folded",)

    q = forms.CharField(
        label=_("Search term"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Search")})
    )

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what contains all the words typed."""
        self.search_query = self.cleaned_data.get("q")
        if self.search_query:
            self.is_searching = True
            objects = holding_words(objects, self.search_query, self.search_fields)
        return super().filter(objects)
