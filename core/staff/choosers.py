"""Looking for what to choose, in the dialogues of Wagtail's admin."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm

from core.vietnamese import fold


class FoldedSearchForm(BaseFilterForm):
    """A search field that looks into the folded names."""

    q = forms.CharField(
        label=_("Search term"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Search")})
    )

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what contains the words typed."""
        self.search_query = self.cleaned_data.get("q")
        if self.search_query:
            self.is_searching = True
            objects = objects.filter(folded__contains=fold(self.search_query))
        return super().filter(objects)
