"""The list of a staff screen: search without marks, filters, columns, actions, export."""

import tempfile
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.admin.widgets.button import Button
from wagtail.coreutils import multigetattr

from core.clock import today

from . import log
from .days import StaffFilterSet
from .folding import holding_words
from .spreadsheet import write_workbook

#: More rows are no list to work on; the filters narrow it down.
MOST_EXPORTED = 20_000
_CHUNK = 1_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class StaffIndexView(generic.IndexView):
    """Wagtail's list with our search, our export and the actions of the viewset."""

    base_filterset_class = StaffFilterSet
    template_name = "staff/index.html"
    results_template_name = "staff/index_results.html"
    #: CSV has no way to say that a cell is no formula.
    FORMATS = ("xlsx",)
    select_related: tuple[str, ...] = ()
    prefetch_related: tuple[str, ...] = ()
    actions: tuple[Any, ...] = ()
    action_url_names: dict[str, str] = {}
    header_links: tuple[tuple[str, str, str, str], ...] = ()
    rows: QuerySet[Any] | None = None

    def get_base_queryset(self) -> QuerySet[Any]:
        """Read along what the columns show, in the same query."""
        queryset = super().get_base_queryset() if self.rows is None else self.rows.all()
        if self.select_related:
            queryset = queryset.select_related(*self.select_related)
        return queryset.prefetch_related(*self.prefetch_related)

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the rows that hold every word, with marks or without."""
        if not self.is_searching:
            return queryset
        return holding_words(queryset, self.search_query, tuple(self.search_fields or ()))

    @cached_property
    def has_bulk_actions(self) -> bool:
        """Say whether anything can be done to many rows, by this person."""
        opts = self.model._meta
        classes = bulk_action_registry.get_bulk_actions_for_model(opts.app_label, opts.model_name)
        return any(self.user_has_permission(action.permission_required) for action in classes)

    @cached_property
    def columns(self) -> list[Any]:
        """Put boxes to tick in front where something can be done to many."""
        columns = list(super().columns)
        if not isinstance(columns[0], TitleColumn):
            columns[0] = self._opening(columns[0])
        if self.has_bulk_actions:
            columns.insert(0, BulkActionsCheckboxColumn("bulk_actions", obj_type="row"))
        return columns

    def _get_title_column(self, field_name: str, column_class: Any = TitleColumn, **kwargs: Any) -> Any:
        return super()._get_title_column(field_name, column_class, get_title_id=title_id, **kwargs)

    def _opening(self, column: Any) -> Any:
        """Let the first column open its row: Wagtail does so for names of fields only."""
        return self._get_title_column_class(TitleColumn)(
            column.name,
            label=column.label,
            accessor=column.accessor,
            sort_key=column.sort_key,
            get_url=lambda row: self.get_edit_url(row) or self.get_inspect_url(row),
            get_title_id=title_id,
        )

    def get_edit_url(self, instance: Any) -> str | None:
        """Lead to the form; what a row forbids is left to the form's service."""
        return super().get_edit_url(instance)

    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        """Add what can be done to this row."""
        buttons = super().get_list_more_buttons(instance)
        for number, action in enumerate(self.actions):
            if action.is_offered(instance) and self.user_has_permission(action.permission_required):
                address = reverse(self.action_url_names[action.name], args=[instance.pk])
                buttons.append(Button(action.label, url=address, icon_name=action.icon, priority=12 + number))
        return buttons

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        """Offer the file that people know by its name, and what else the screen has."""
        buttons = [button for button in super().header_more_buttons if button.url != self.csv_export_url]
        for number, (url_name, label, icon, permission) in enumerate(self.header_links):
            if self.user_has_permission(permission):
                buttons.append(Button(label, url=reverse(url_name), icon_name=icon, priority=20 + number))
        return buttons

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Tell the template whether to put the bar for many rows under the list."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        context["has_bulk_actions"] = self.has_bulk_actions
        return context

    # Export

    def get_paginate_by(self, queryset: QuerySet[Any]) -> int | None:
        """Page the export too, in the sense that Wagtail reads no row of it for a page."""
        return self.paginate_by or 50

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> Any:
        """Send the file instead of the page where it is asked for."""
        if self.is_export:
            return self._export(self.get_queryset())
        return super(generic.IndexView, self).render_to_response(context, **kwargs)

    def _export(self, queryset: QuerySet[Any]) -> HttpResponse | FileResponse:
        total = queryset.count()
        if total > MOST_EXPORTED:
            words = _("The list has %(total)s rows; a file holds %(most)s. Narrow it down by filters.")
            messages.error(self.request, words % {"total": total, "most": MOST_EXPORTED})
            query = self.request.GET.copy()
            query.pop("export")
            return redirect(f"{self.request.path}?{query.urlencode()}")
        output = tempfile.TemporaryFile()  # noqa: SIM115  the response closes it
        title = str(capfirst(self.model._meta.verbose_name_plural))
        rows = write_workbook(output, title, self._headings(), self._rows(queryset))
        output.seek(0)
        log.record(self.request.user, log.EXPORT, self.request.user, rows=rows, list=title)
        name = f"{self.get_filename()}-{today():%Y-%m-%d}.xlsx"
        return FileResponse(output, as_attachment=True, filename=name, content_type=XLSX)

    def _headings(self) -> list[str]:
        return [
            str(self.export_headings.get(path) or capfirst(label_of(self.model, path)))
            for path in self.list_export
        ]

    def _rows(self, queryset: QuerySet[Any]) -> Iterator[list[Any]]:
        for row in queryset.iterator(chunk_size=_CHUNK):
            yield [value_of(row, path) for path in self.list_export]


def title_id(row: Any) -> str:
    """Name the first cell of a row, for the box to tick beside it."""
    return f"row_{row.pk}_title"


def label_of(model: Any, path: str) -> str:
    """Return the name of the field at the end of a dotted path, or of a property's own words."""
    *relations, last = path.split(".")
    try:
        for relation in relations:
            model = model._meta.get_field(relation).related_model
        return str(model._meta.get_field(last).verbose_name)
    except FieldDoesNotExist:
        return str(getattr(getattr(model, last, None), "short_description", last.replace("_", " ")))


def value_of(row: Any, path: str) -> Any:
    """Return the value at the end of a dotted path, a choice in words; None where the path ends early."""
    *relations, last = path.split(".")
    for relation in relations:
        row = getattr(row, relation)
        if row is None:
            return None
    display = getattr(row, f"get_{last}_display", None)
    return display() if display else multigetattr(row, last)
