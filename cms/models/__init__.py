"""Pages, menus and words of the site."""

from cms.enquiries.models import Enquiry, EnquiryQuerySet

from .base import SitePage
from .home import HomePage
from .menu import Menu
from .picture import Picture, PictureRendition
from .policy import PolicyIndexPage, PolicyPage, PolicyVersion
from .text import StandardPage
from .words import SiteWords

__all__ = [
    "Enquiry",
    "EnquiryQuerySet",
    "HomePage",
    "Menu",
    "Picture",
    "PictureRendition",
    "PolicyIndexPage",
    "PolicyPage",
    "PolicyVersion",
    "SitePage",
    "SiteWords",
    "StandardPage",
]
