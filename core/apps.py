from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        """Register the checks."""
        from core import checks  # noqa: F401, PLC0415  registering is what the import is for
