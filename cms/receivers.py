"""What this room hears: a page or a setting changed, so stored public pages begin a new generation."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from cms.models import Menu, PolicyPage, SiteWords
from core.generations import SITE, bump


def begin_generation(**_signal: Any) -> None:
    """Make every stored page stale once the change is committed."""
    bump(SITE)


def begin_generation_for_page(sender: type[Any], **_signal: Any) -> None:
    """Do the same when a page of any type is deleted; drafts never reach this."""
    if issubclass(sender, Page):
        bump(SITE)


def keep_policy_version(instance: Page, **_signal: Any) -> None:
    """Store the wording of a policy under its version."""
    if isinstance(instance, PolicyPage):
        instance.keep_version()


def connect() -> None:
    """Listen; called when all apps are ready."""
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(begin_generation, dispatch_uid="cms.begin_generation")
    page_published.connect(keep_policy_version, dispatch_uid="cms.keep_policy_version")
    post_delete.connect(begin_generation_for_page, dispatch_uid="cms.begin_generation_for_page")
    for model in (SiteWords, Menu, Site, Redirect, PageViewRestriction):
        post_save.connect(begin_generation, sender=model, dispatch_uid=f"cms.saved.{model.__name__}")
        post_delete.connect(begin_generation, sender=model, dispatch_uid=f"cms.deleted.{model.__name__}")
