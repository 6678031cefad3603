"""Groups of staff, made by migrations: what each may do stays readable in one place, and tests can ask it."""

from collections.abc import Iterable
from typing import Any

from django.db.migrations import RunPython

EDITORS, OFFICE, SUPPORT = "Biên tập", "Văn phòng chương trình", "Hỗ trợ"


def grant(group: str, permissions: Iterable[str]) -> RunPython:
    """Return the migration step that gives a group permissions and makes the group where it is not there.

    Permissions are rows that Django makes only after all migrations, so those that are missing are made here.

    Args:
        group: Its name.
        permissions: As "app.codename", such as "catalogue.change_certificate".
    """
    wanted = tuple(permissions)

    def give(apps: Any, editor: Any) -> None:
        row, _made = apps.get_model("auth", "Group").objects.get_or_create(name=group)
        row.permissions.add(*(permission_of(apps, name) for name in wanted))

    def take(apps: Any, editor: Any) -> None:
        row = apps.get_model("auth", "Group").objects.filter(name=group).first()
        if row is not None:
            row.permissions.remove(*(permission_of(apps, name) for name in wanted))

    return RunPython(give, take)


def permission_of(apps: Any, name: str) -> Any:
    """Return the row of a permission named as "app.codename", made where it is not there yet."""
    app, codename = name.split(".")
    # Wagtail's right to open its admin hangs on a type without a model.
    model = "admin" if name == "wagtailadmin.access_admin" else codename.rsplit("_", 1)[1]
    kinds, permissions = apps.get_model("contenttypes", "ContentType"), apps.get_model("auth", "Permission")
    kind, _made = kinds.objects.get_or_create(app_label=app, model=model)
    words = f"Can {codename.replace('_', ' ')}"
    found, _made = permissions.objects.get_or_create(
        content_type=kind, codename=codename, defaults={"name": words}
    )
    return found
