"""`manage.py load_public_records`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from catalogue.drawing import draw_missing
from catalogue.loading import load_press_records
from core.data_files import DataFileError


class Command(BaseCommand):
    """Loads what the press reported."""

    help = "Loads products and producers that the press reported, each with source and date; idempotent."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load all of it or, where a row is broken, nothing."""

        def progress(line: str) -> None:
            if options["verbosity"]:
                self.stdout.write(f"  {line}")

        try:
            load_press_records(progress)
        except DataFileError as error:
            raise CommandError(f"Nothing was loaded. {error}") from error
        draw_missing(progress)
