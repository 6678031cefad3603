"""Groups of staff with what they may do; staff without a group may do nothing (Oscar ≥ 4.0 answers 403)."""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Task,
)

EDITOR, OFFICE = "Biên tập", "Văn phòng chương trình"
#: Permissions on the whole page tree.
PAGES = {
    EDITOR: ("add_page", "change_page"),
    OFFICE: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"),
}
#: Permissions on pictures and documents.
FILES = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")
#: App label and model whose rows the office adds and changes; nobody deletes what the law keeps.
OFFICE_MODELS = (
    ("cms", "sitewords"),
    ("cms", "menu"),
    ("wagtailredirects", "redirect"),
    ("catalogue", "certificate"),
    ("catalogue", "product"),
    ("partner", "partner"),
)


def load_groups() -> int:
    """Make the groups that are missing with their permissions; return how many. A group that exists stays."""
    made = 0
    for name in (EDITOR, OFFICE):
        group, is_new = Group.objects.get_or_create(name=name)
        if is_new:
            give_permissions(group)
            made += 1
    if made:
        approve_by_office()
    return made


def give_permissions(group: Group) -> None:
    """Give a new group what its work needs."""
    wanted = Q(content_type__app_label="wagtailadmin", codename="access_admin")
    if group.name == OFFICE:
        for label, model in OFFICE_MODELS:
            names = [f"{verb}_{model}" for verb in ("view", "add", "change")]
            wanted |= Q(content_type__app_label=label, codename__in=names)
    group.permissions.set(Permission.objects.filter(wanted))
    root = Page.objects.get(depth=1)
    page_permissions = Permission.objects.filter(
        content_type__app_label="wagtailcore", content_type__model="page", codename__in=PAGES[group.name]
    )
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=root, permission=permission) for permission in page_permissions
    )
    collection = Collection.get_first_root_node()
    file_permissions = Permission.objects.filter(
        content_type__app_label__in=("wagtailimages", "wagtaildocs"), codename__in=FILES
    )
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=collection, permission=permission)
        for permission in file_permissions
    )


def approve_by_office() -> None:
    """Let the office approve what editors submit, beside Wagtail's own moderators."""
    office = Group.objects.get(name=OFFICE)
    for task in Task.objects.all():
        if isinstance(task.specific, GroupApprovalTask):
            task.specific.groups.add(office)
