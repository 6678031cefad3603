"""What a new site begins with: pages, menus, words. What editors changed stays as they left it."""

from .pages import load_pages
from .settings import load_menu, load_words

__all__ = ["load_menu", "load_pages", "load_words"]
