"""Who may open Oscar's dashboard: staff whose group allows it, and nobody else."""

from typing import Any


class StaffOnly:
    """For the configurations of the dashboard: drops Oscar's second door, that of partners' people.

    With `partner.dashboard_access` a producer's people could see and cancel each other's orders (measured on
    4.2.1); they have an office of their own.
    """

    permissions_map: dict[str, Any]
    default_permissions = ["is_staff"]

    def configure_permissions(self) -> None:
        """Ask every page for the staff mark beside the permissions that Oscar names."""
        super().configure_permissions()
        self.permissions_map = {
            name: sorted({"is_staff", *(needed[0] if isinstance(needed, tuple) else needed)})
            for name, needed in self.permissions_map.items()
        }
