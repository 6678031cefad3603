"""`StaffViewSet`: list, page, form and history of one model for staff."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from django.db import transaction
from django.db.models import ProtectedError, QuerySet
from django.forms import ModelForm
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.views.generic import history
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from . import log
from .actions import StaffActionView
from .forms import SaysRefusals, staff_field
from .listing import StaffIndexView


class _OwnRows:
    """For views of one object: what the screen is not about is not found."""

    rows: QuerySet[Any] | None = None

    def get_object(self, queryset: Any = None) -> Any:
        found = super().get_object()
        if self.rows is not None and not self.rows.filter(pk=found.pk).exists():
            raise Http404
        return found


class StaffCreateView(SaysRefusals, generic.CreateView):
    """Wagtail's form for a new row; refusals stand in the form."""


class StaffEditView(SaysRefusals, _OwnRows, generic.EditView):
    """Wagtail's form; the log keeps what changed."""

    private_fields: frozenset[str] = frozenset()
    actions: tuple[type[StaffActionView], ...] = ()
    action_url_names: dict[str, str] = {}

    def save_instance(self) -> Any:
        """Save, and write one line with the changes."""
        changes = log.changes_of(self.form, self.private_fields)
        self.action_class(
            self.form.instance, user=self.request.user, form=self.form, log_action=False
        ).execute(skip_permission_checks=True)
        if changes:
            log.record(self.form.instance, log.EDIT, self.request.user, changes=changes)
        return self.form.instance

    @cached_property
    def can_delete(self) -> bool:
        return bool(self.delete_url_name) and super().can_delete

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        return [*super().header_more_buttons, *buttons_of(self, self.object)]


class StaffDeleteView(_OwnRows, generic.DeleteView):
    """Wagtail's question before a row goes; what others need stays."""

    def form_valid(self, form: Any) -> Any:
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except ProtectedError:
            messages.error(self.request, _("It stays: other records need it."))
            return redirect(self.get_success_url())


class StaffInspectView(_OwnRows, generic.InspectView):
    """One row to look at, with everything that can be done to it."""

    template_name = "staff/inspect.html"
    actions: tuple[type[StaffActionView], ...] = ()
    action_url_names: dict[str, str] = {}
    history_url_name = ""

    def get_edit_url(self) -> str | None:
        return super().get_edit_url() if self.edit_url_name else None

    def extra_rows(self) -> list[tuple[str, Any]]:
        """Return what no column holds, with its label; shown first."""
        return []

    def get_fields_context(self) -> list[dict[str, Any]]:
        """Show a dash for what is empty."""
        extra = [{"label": label, "value": value, "component": None} for label, value in self.extra_rows()]
        rows = extra + super().get_fields_context()
        for row in rows:
            if row["value"] in (None, "", "-"):
                row["value"] = "–"
            elif isinstance(row["value"], bool):
                row["value"] = _("yes") if row["value"] else _("no")
        return rows

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        buttons = [*super().header_more_buttons, *buttons_of(self, self.object)]
        if self.history_url_name and self.user_has_any_permission({"add", "change", "delete"}):
            address = reverse(self.history_url_name, args=[self.object.pk])
            buttons.append(Button(_("History"), url=address, icon_name="history", priority=80))
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "action_buttons": buttons_of(self, self.object)}


class StaffHistoryView(_OwnRows, history.HistoryView):
    """Wagtail's history, whose lines say what changed and why."""

    inspect_url_name = ""

    def get_edit_url(self, instance: Any) -> str | None:
        """Lead back to the form, or to the page where there is no form."""
        name = self.edit_url_name or self.inspect_url_name
        return reverse(name, args=[instance.pk]) if name else None


def buttons_of(view: Any, instance: Any) -> list[Button]:
    """Return the buttons of what this person can do to this row."""
    return [
        Button(
            action.label,
            url=reverse(view.action_url_names[action.name], args=[instance.pk]),
            icon_name=action.icon,
            priority=40 + number,
        )
        for number, action in enumerate(view.actions)
        if action.is_offered(instance) and view.user_has_permission(action.permission_required)
    ]


class StaffViewSet(ModelViewSet):
    """A staff screen. Who may open it follows from the model's permissions (add, change, delete, view).

    Attributes:
        search_fields: Columns to look into, without marks; `folded` columns are quick, others are folded by
            the database. Paths go over single rows only ("product__folded").
        list_display, list_filter, filterset_class, ordering: As in Wagtail.
        list_export: Fields or dotted paths; names over to-many relations do not work.
        rows: Which rows the screen is about; None: all. Other rows are not found under its addresses.
        select_related, prefetch_related: What the columns read along.
        can_add, can_edit, can_delete: Which forms there are at all; a register deletes nothing by default.
        form_class: The form for new and old rows; or name `form_fields`.
        private_fields: Whose values the log does not keep.
        actions: Pages with a form for one verb of a service.
        header_links: More pages of the screen: name of the address, label, icon, permission.
        menu_hook: Where it stands in the menu: one of `core.staff.menus`.
    """

    index_view_class = StaffIndexView
    add_view_class = StaffCreateView
    edit_view_class = StaffEditView
    delete_view_class = StaffDeleteView
    inspect_view_class = StaffInspectView
    history_view_class = StaffHistoryView

    can_add: ClassVar[bool] = True
    can_edit: ClassVar[bool] = True
    can_delete: ClassVar[bool] = False
    copy_view_enabled = False
    inspect_view_enabled = True
    add_to_reference_index = False
    list_per_page = 50
    search_backend_name = None
    select_related: ClassVar[tuple[str, ...]] = ()
    prefetch_related: ClassVar[tuple[str, ...]] = ()
    rows: ClassVar[QuerySet[Any] | None] = None
    form_class: ClassVar[type[ModelForm] | None] = None
    private_fields: ClassVar[frozenset[str]] = frozenset()
    actions: ClassVar[tuple[type[StaffActionView], ...]] = ()
    header_links: ClassVar[tuple[tuple[str, Any, str, str], ...]] = ()

    @cached_property
    def url_namespace(self) -> str:
        """Keep apart from the names of public addresses: `staff_certificates`."""
        return f"staff_{self.name}".replace("-", "_")

    @cached_property
    def export_filename(self) -> str:
        return str(self.name)

    @cached_property
    def action_url_names(self) -> dict[str, str]:
        """The addresses of the actions, by their names."""
        return {action.name: self.get_url_name(action.name) for action in self.actions}

    @property
    def _absent(self) -> set[str]:
        kinds = {"add": self.can_add, "edit": self.can_edit, "delete": self.can_delete, "usage": False}
        return {name for name, there in kinds.items() if not there}

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Name no address that does not exist."""
        names = {f"{name}_url_name": None for name in self._absent}
        ours = {
            "rows": self.rows,
            "select_related": self.select_related,
            "prefetch_related": self.prefetch_related,
            "private_fields": self.private_fields,
            "actions": self.actions,
            "action_url_names": self.action_url_names,
            "header_links": self.header_links,
        }
        return {**super().get_common_view_kwargs(**kwargs), **ours, **names}

    def get_urlpatterns(self) -> list[Any]:
        """Route what there is, and the actions."""
        patterns = [pattern for pattern in super().get_urlpatterns() if pattern.name not in self._absent]
        return patterns + list(self._action_patterns())

    def _action_patterns(self) -> Iterable[Any]:
        for action in self.actions:
            view: Callable[..., Any] = self.construct_view(action)
            yield path(f"{action.name}/<{self.pk_path_converter}:pk>/", view, name=action.name)

    def get_form_class(self, for_update: bool = False) -> Any:
        """Return the named form; an empty one where neither new rows nor old ones have a form."""
        if self.form_class is not None:
            return self.form_class
        return super().get_form_class(for_update) if self.can_add or self.can_edit else ModelForm

    @property
    def url_finder_class(self) -> Any:
        """Lead from reports to the form, or to the page where there is no form."""
        finder = super().url_finder_class
        finder.edit_url_name = self.get_url_name("edit" if self.can_edit else "inspect")
        return finder

    def formfield_for_dbfield(self, db_field: Any, **kwargs: Any) -> Any:
        """Take our fields where `form_fields` names columns."""
        return staff_field(db_field, **kwargs)

    def get_permissions_to_register(self) -> Any:
        """Offer in the screens for groups what means something here."""
        permissions = super().get_permissions_to_register()
        for verb, there in (("add", self.can_add), ("delete", self.can_delete)):
            if not there and not any(action.permission_required == verb for action in self.actions):
                permissions = permissions.exclude(codename__startswith=f"{verb}_")
        return permissions
