"""`manage.py draw_art`."""

from typing import Any

from django.core.management.base import BaseCommand

from catalogue.drawing import draw_missing


class Command(BaseCommand):
    """Draws what is missing."""

    help = "Draws the missing pictures of products and bands of producers; needed when the files were lost."

    def handle(self, *args: Any, **options: Any) -> None:
        """Draw, with a line after each part."""

        def progress(line: str) -> None:
            if options["verbosity"]:
                self.stdout.write(f"  {line}")

        draw_missing(progress)
