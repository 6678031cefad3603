"""What happens to many users at once: "select all" must mean the people whom the list shows."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, DeleteBulkAction, SetActiveStateBulkAction

from accounts.personal.erase import erase_by_staff, refusals
from accounts.retention.viewsets import RetainedRecordViewSet
from accounts.search import people_like


class _ListedPeople:
    """Finds what the list finds; Wagtail's own asks for e-mail addresses only: other people."""

    request: HttpRequest
    model: Any

    def get_all_objects_in_listing_query(self, parent_id: int | None) -> QuerySet[Any]:
        """Return the keys of everybody in the list."""
        people = self.model.objects.all()
        if typed := self.request.GET.get("q"):
            people = people.filter(people_like(typed))
        return people.values_list("pk", flat=True)


@hooks.register("register_bulk_action", order=10)
class AssignRole(_ListedPeople, AssignRoleBulkAction):
    """Assign a group. Registered after Wagtail's, it takes its place."""


@hooks.register("register_bulk_action", order=10)
class Delete(_ListedPeople, DeleteBulkAction):
    """Erase people; those who cannot go yet are named as left out."""

    def check_perm(self, obj: Any) -> bool:
        """Ask also whether the person can go."""
        return bool(super().check_perm(obj)) and not refusals(obj)

    def get_execution_context(self) -> dict[str, Any]:
        """Say who does it."""
        return {**super().get_execution_context(), "by": self.request.user}

    @classmethod
    def execute_action(cls, objects: list[Any], **context: Any) -> tuple[int, int]:
        """Erase each."""
        for person in objects:
            erase_by_staff(person, by=context["by"])
        return len(objects), 0


@hooks.register("register_bulk_action", order=10)
class SetActiveState(_ListedPeople, SetActiveStateBulkAction):
    """Let people in, or not."""


@hooks.register("register_admin_viewset")
def register_retained_records() -> RetainedRecordViewSet:
    """Register the screen for what is kept of people who are gone."""
    return RetainedRecordViewSet()
