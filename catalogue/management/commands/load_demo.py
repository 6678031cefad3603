"""`manage.py load_demo`."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from catalogue.demo import load_demo
from catalogue.drawing import draw_missing
from core.clock import today
from core.data_files import DataFileError
from core.demo_loaders import demo_loaders


class Command(BaseCommand):
    """Loads the demo shops, then what other rooms add to them."""

    help = (
        "Loads the fictional demo shops and people, their dates counted from today; idempotent; "
        "refuses where DEMO=0."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load all of it or, where a file is broken, nothing."""
        if not settings.DEMO:
            raise CommandError("Nothing was loaded. This is no demo site: the setting DEMO is off.")

        def progress(line: str) -> None:
            if options["verbosity"]:
                self.stdout.write(f"  {line}")

        try:
            counts = load_demo(progress, today())
        except DataFileError as error:
            raise CommandError(f"Nothing was loaded. {error}") from error
        progress(
            f"{counts.producers} demo producers, {counts.products} products, {counts.sizes} pack sizes, "
            f"{counts.certificates} certificates, {counts.lots} lots, {counts.papers} papers"
        )
        for load in demo_loaders:
            progress(load(today()))
        draw_missing(progress)
