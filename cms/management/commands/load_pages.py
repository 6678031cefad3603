"""Give a new site its pages, menus and words."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.loading import load_menu, load_pages, load_words
from cms.loading.texts import BrokenTextError


class Command(BaseCommand):
    """May run any number of times: what exists is left as editors made it."""

    help = "Make the pages, menus and words that are missing."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load all, and say what was missing."""
        try:
            pages = load_pages()
        except BrokenTextError as error:
            raise CommandError(str(error)) from error
        words, menu = load_words(), load_menu()
        self.stdout.write(f"pages {pages}, words {int(words)}, menu {int(menu)}")
