"""The dialogue in which staff choose a commune, by a name of today or of before."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from regions.models import Unit
from regions.queries import find_units

MOST_FOUND = 100


class UnitSearchForm(BaseFilterForm):
    """Looks a commune up as the whole site does."""

    q = forms.CharField(
        label=_("Search term"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Name of today or of before 1/7/2025")}),
    )

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what goes or went by that name."""
        self.search_query = self.cleaned_data.get("q")
        if self.search_query:
            self.is_searching = True
            objects = objects.filter(pk__in=units_found(self.search_query))
        return super().filter(objects)


def units_found(text: str) -> list[str]:
    """Return the codes of the units that the look-up finds."""
    return [match.unit.pk for match in find_units(text, limit=MOST_FOUND)]


class UnitChooseView(ChooseView):
    filter_form_class = UnitSearchForm

    @property
    def columns(self) -> list[Column]:
        """Add the province, since names repeat."""
        return [*super().columns, Column("province", label=_("Province"))]


class UnitChooseResultsView(ChooseResultsView):
    filter_form_class = UnitSearchForm

    @property
    def columns(self) -> list[Column]:
        """Add the province, since names repeat."""
        return [*super().columns, Column("province", label=_("Province"))]


class UnitChooserViewSet(ChooserViewSet):
    """The communes, wards and special zones of today."""

    model = Unit
    icon = "site"
    choose_one_text = _("Choose a commune")
    choose_another_text = _("Choose another commune")
    choose_view_class = UnitChooseView
    choose_results_view_class = UnitChooseResultsView

    def get_object_list(self) -> QuerySet[Unit]:
        """Read the province along."""
        return Unit.objects.select_related("province")


unit_chooser = UnitChooserViewSet("unit_chooser", url_prefix="choose/unit")
