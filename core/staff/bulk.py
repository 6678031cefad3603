"""What can be done to many rows at once, where that is safe: reversible, and one service call a row."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.permissions import policy_registry

from core.errors import DomainError
from core.whole_numbers import whole_number

from . import log
from .actions import StaffActionForm

MOST_ROWS = 500


class StaffBulkAction(BulkAction):
    """Subclasses name the model, the verb and the log's action, and change one row in `change`.

    "Select all" means the rows that the list shows under its search and filters.
    """

    permission_required = "change"
    form_class = StaffActionForm
    template_name = "staff/bulk_action.html"
    viewset: Any = None
    log_action = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse who may not change such rows, and more rows than anybody looks through."""
        if not policy_registry.get_by_type(self.model).user_has_permission(
            request.user, self.permission_required
        ):
            raise PermissionDenied
        if self._keys().count() > MOST_ROWS:
            messages.error(request, _("At most %(most)s rows at once.") % {"most": MOST_ROWS})
            return redirect(self.next_url)
        return super().dispatch(request, *args, **kwargs)

    def get_all_objects_in_listing_query(self, parent_id: Any) -> QuerySet[Any]:
        """Return the keys of what the list shows."""
        view = self.viewset.index_view_class(**self.viewset.index_view.view_initkwargs)
        view.setup(self.request)
        return view.get_queryset().order_by().values_list("pk", flat=True)

    def _keys(self) -> QuerySet[Any]:
        wanted = self.request.GET.getlist("id")
        if "all" in wanted:
            return self.get_all_objects_in_listing_query(None)
        whole = [key for key in wanted if whole_number(key) is not None]
        return self.model._default_manager.filter(pk__in=whole).values_list("pk", flat=True)

    def get_actionable_objects(self) -> tuple[list[Any], dict[str, list[Any]]]:
        """Return the rows; keys that are none find nothing."""
        rows = self.model._default_manager.filter(pk__in=list(self._keys()[:MOST_ROWS])).order_by("pk")
        return list(rows), {"items_with_no_access": []}

    @classmethod
    def change(cls, row: Any) -> bool:
        """Change one row by its service; False where there was nothing to change."""
        raise NotImplementedError

    def get_execution_context(self) -> dict[str, Any]:
        form: Any = self.cleaned_form
        return {"user": self.request.user, "reason": form.cleaned_data["reason"]}

    @classmethod
    def execute_action(
        cls, objects: list[Any], user: Any = None, reason: str = "", **kwargs: Any
    ) -> tuple[int, int]:
        """Change all rows or none; each has its line in the log."""
        changed: list[Model] = [row for row in objects if cls.change(row)]
        for row in changed:
            log.record(row, cls.log_action, user, reason=reason)
        return len(changed), 0

    def form_valid(self, form: Any) -> HttpResponse:
        """Say why where a rule refuses one of the rows; nothing is changed then."""
        try:
            return super().form_valid(form)
        except DomainError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext("%(count)d row changed.", "%(count)d rows changed.", num_parent_objects) % {
            "count": num_parent_objects
        }
