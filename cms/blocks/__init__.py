"""Blocks of which pages are built. The database stores their names: rename one only with a migration."""

from .home import HomeBlock
from .links import FooterBlock, LinkBlock, MenuBlock
from .text import TextBlock

__all__ = ["FooterBlock", "HomeBlock", "LinkBlock", "MenuBlock", "TextBlock"]
