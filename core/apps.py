from django.apps import AppConfig
from django.db.backends.signals import connection_created


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        """Register the checks, and teach SQLite to read without marks."""
        from core import checks  # noqa: F401, PLC0415  registering is what the import is for
        from core.staff.folding import teach_sqlite  # noqa: PLC0415  models exist only now

        connection_created.connect(teach_sqlite, dispatch_uid="teach-sqlite")
