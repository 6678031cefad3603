"""`manage.py settle_certificates`."""

from typing import Any

from django.core.management.base import BaseCommand

from catalogue.settling import settle_today
from core.clock import today


class Command(BaseCommand):
    """Runs the nightly task by hand."""

    help = "Writes today's star onto every product, as the clock does at midnight; idempotent."

    def handle(self, *args: Any, **options: Any) -> None:
        """Settle the current day in Vietnam."""
        settled = settle_today()
        self.stdout.write(
            f"{today():%Y-%m-%d}: {settled.in_force} products with a certificate in force; "
            f"{settled.changed} written, {settled.ended} ended"
        )
