"""Wagtail asks for the permissions of its own image model, whatever model holds the pictures."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from core.staff.groups import EDITORS, OFFICE, permission_of

NAMES = ("wagtailimages.add_image", "wagtailimages.change_image", "wagtailimages.choose_image")


def give(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Let both groups send and choose pictures."""
    collection = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for group in apps.get_model("auth", "Group").objects.filter(name__in=(EDITORS, OFFICE)):
        for name in NAMES:
            apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
                group=group, collection=collection, permission=permission_of(apps, name)
            )


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0004_staff_groups"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
