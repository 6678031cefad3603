"""`manage.py load_reference`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from catalogue.loading import load_reference
from core.data_files import DataFileError
from regions.loading import load_units


class Command(BaseCommand):
    """Loads what the law lays down."""

    help = "Loads provinces and communes, branches and product sets, rule sets and sale rules; idempotent."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load all of it or, where a row is broken, nothing."""

        def progress(line: str) -> None:
            if options["verbosity"]:
                self.stdout.write(f"  {line}")

        try:
            with transaction.atomic():
                load_reference(progress)
                load_units(progress)
        except DataFileError as error:
            raise CommandError(f"Nothing was loaded. {error}") from error
