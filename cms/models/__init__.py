"""Pages, menus and words of the site."""

from .base import SitePage
from .home import HomePage
from .menu import Menu
from .policy import PolicyIndexPage, PolicyPage, PolicyVersion
from .text import StandardPage
from .words import SiteWords

__all__ = [
    "HomePage",
    "Menu",
    "PolicyIndexPage",
    "PolicyPage",
    "PolicyVersion",
    "SitePage",
    "SiteWords",
    "StandardPage",
]
