"""What a new site begins with: pages, menus, words, groups. What editors changed stays as they left it."""

from .groups import load_groups
from .pages import load_pages
from .settings import load_menu, load_words

__all__ = ["load_groups", "load_menu", "load_pages", "load_words"]
