from datetime import time

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core import clock_jobs


class AccountsConfig(AppConfig):
    default = True
    name = "accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        """Hear allauth; hand the sweeping and pruning of what is kept about people to the clock."""
        # Models exist only now.
        from accounts.doors import receivers  # noqa: F401, PLC0415  connecting is what the import is for
        from accounts.messages import services as messages  # noqa: PLC0415
        from accounts.personal.own import fill  # noqa: PLC0415
        from accounts.retention.services import delete_what_is_over  # noqa: PLC0415
        from accounts.sessions.services import clear_expired  # noqa: PLC0415

        clock_jobs.register("sweep messages", clock_jobs.Every(minutes=1), messages.sweep)
        clock_jobs.register("prune messages", clock_jobs.Daily(at=time(3, 10)), messages.prune)
        clock_jobs.register("clear sessions", clock_jobs.Daily(at=time(3, 20)), clear_expired)
        clock_jobs.register("delete retained records", clock_jobs.Daily(at=time(0, 5)), delete_what_is_over)
        fill()
