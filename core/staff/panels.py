"""The panel on the first page of `/cms/` that tells what waits for staff."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from core.slots import Slot


@dataclass(frozen=True)
class Waiting:
    """One kind of work.

    Attributes:
        label: What waits, such as "Certificates that end within 90 days".
        count: How many; nothing to do is shown too, so that staff see that it was looked at.
        url: The list that shows exactly these.
        is_urgent: It should have been done already.
    """

    label: str
    count: int
    url: str
    is_urgent: bool = False


#: Each filler looks whether this person may see the list, and asks the database at most once or twice.
staff_panels: Slot[Callable[[HttpRequest], Iterable[Waiting]]] = Slot("staff panels")


class WaitingPanel(Component):
    """All kinds of work that this person may see."""

    name = "waiting"
    order = 50
    template_name = "staff/waiting.html"

    def get_context_data(self, parent_context: Mapping[str, Any] | None) -> dict[str, Any]:
        """Ask the rooms."""
        request = (parent_context or {})["request"]
        return {"items": [item for filler in staff_panels for item in filler(request)]}


def may_see(user: Any, model: type[Model]) -> bool:
    """Say whether this person may open the staff screen of a model."""
    policy = policy_registry.get_by_type(model)
    return bool(policy.user_has_any_permission(user, ["add", "change", "delete", "view"]))
