from datetime import time

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core import clock_jobs


class AccountsConfig(AppConfig):
    default = True
    name = "accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        """Hand the sweeping and pruning of messages to the clock."""
        from accounts.messages import services as messages  # noqa: PLC0415  models exist only now

        clock_jobs.register("sweep messages", clock_jobs.Every(minutes=1), messages.sweep)
        clock_jobs.register("prune messages", clock_jobs.Daily(at=time(3, 10)), messages.prune)
