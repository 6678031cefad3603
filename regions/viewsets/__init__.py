"""The register of units for staff, to look at."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from core.staff import RULES, StaffViewSet
from core.staff.listing import StaffIndexView
from core.staff.viewset import StaffInspectView
from regions.choosers import units_found
from regions.models import Unit


def former_words(unit: Unit) -> str:
    """Name the communes of before that went into the unit."""
    return ", ".join(commune.name for commune in unit.old_communes.all())


class UnitIndexView(StaffIndexView):
    """Found by a name of today or of before, with or without marks."""

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Ask the look-up of the whole site."""
        return queryset.filter(pk__in=units_found(self.search_query)) if self.is_searching else queryset


class UnitPage(StaffInspectView):
    """One unit with what became of which."""

    def extra_rows(self) -> list[tuple[str, Any]]:
        unit: Unit = self.object
        names = [f"{name.name} ({name.valid_from:%d/%m/%Y} –)" for name in unit.names.all()]
        former = [
            f"{commune.name}, {commune.district_name}, {commune.province_name}"
            for commune in unit.old_communes.all()
        ]
        return [(gettext("Earlier names"), ", ".join(names)), (gettext("Former communes"), "; ".join(former))]


class UnitViewSet(StaffViewSet):
    """Units come from the decree's own list: there is nothing to edit."""

    name = "units"
    model = Unit
    icon = "site"
    menu_hook = RULES
    menu_order = 70
    can_add = False
    can_edit = False
    index_view_class = UnitIndexView
    inspect_view_class = UnitPage
    select_related = ("province",)
    prefetch_related = ("old_communes",)
    ordering = ("folded", "code")
    search_fields = ("folded",)
    list_display = (
        "name",
        Column("code", label=_("Code"), sort_key="code"),
        Column("province", label=_("Province"), sort_key="province__folded"),
        Column("former", label=_("Former communes"), accessor=former_words),
    )
    list_filter = ("province", "kind")
    list_export = ("code", "name", "kind", "province")
    inspect_view_fields = ("code", "name", "kind", "province")


units = UnitViewSet()
