"""Groups of staff: who writes, who keeps the register, who helps buyers. Staff without a group may do nothing."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from core.staff.groups import EDITORS, OFFICE, SUPPORT, grant, permission_of


def verbs(model: str, *names: str) -> list[str]:
    app, name = model.split(".")
    return [f"{app}.{verb}_{name}" for verb in names]


ADMIN = ["wagtailadmin.access_admin"]
PHOTOS = verbs("catalogue.productimage", "view", "add", "change", "delete")
#: Offers and what belongs to them: Oscar's dashboard asks for these.
CAMPAIGNS = [
    *verbs("offer.conditionaloffer", "view", "add", "change", "delete"),
    *verbs("offer.range", "view", "add", "change", "delete"),
    *verbs("voucher.voucher", "view", "add", "change", "delete"),
    *verbs("voucher.voucherset", "view", "add", "change", "delete"),
]
REGISTER = [
    *verbs("catalogue.certificate", "view", "add", "change", "delete"),
    *verbs("catalogue.product", "view", "add", "change"),
    *verbs("catalogue.pressreport", "view", "change"),
    *verbs("catalogue.ruleset", "view", "add", "change"),
    *verbs("catalogue.gracerule", "view", "add", "change", "delete"),
    *verbs("catalogue.salerule", "view", "add", "change"),
    *verbs("catalogue.producttaxtreatment", "view", "add", "change"),
    *verbs("catalogue.category", "view"),
    *verbs("partner.partner", "view", "add", "change"),
    *verbs("partner.sellertaxtreatment", "view", "add", "change"),
    *verbs("regions.unit", "view"),
]
SITE = [
    *verbs("cms.sitewords", "view", "add", "change"),
    *verbs("cms.menu", "view", "add", "change"),
    *verbs("wagtailredirects.redirect", "view", "add", "change"),
]
HELP = [
    *verbs("order.order", "view", "change"),
    *verbs("catalogue.certificate", "view"),
    *verbs("catalogue.product", "view"),
    *verbs("partner.partner", "view"),
    *verbs("regions.unit", "view"),
]
#: On the whole page tree.
PAGES = {
    EDITORS: verbs("wagtailcore.page", "add", "change"),
    OFFICE: verbs("wagtailcore.page", "add", "change", "publish", "lock", "unlock", "bulk_delete"),
}
FILES = [
    *verbs("cms.picture", "add", "change", "choose"),
    *verbs("wagtaildocs.document", "add", "change", "choose"),
]


def give_pages_and_files(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Let editors write pages and the office publish them; pictures and documents for both."""
    groups = apps.get_model("auth", "Group").objects
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    collection = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for name, pages in PAGES.items():
        group = groups.get(name=name)
        for permission in pages:
            apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(
                group=group, page=root, permission=permission_of(apps, permission)
            )
        for permission in FILES:
            apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
                group=group, collection=collection, permission=permission_of(apps, permission)
            )
    # What editors submit is approved by the office, beside Wagtail's own moderators.
    for task in apps.get_model("wagtailcore", "GroupApprovalTask").objects.all():
        task.groups.add(groups.get(name=OFFICE))


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0003_pictures"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        grant(EDITORS, [*ADMIN, *CAMPAIGNS, *PHOTOS]),
        grant(OFFICE, [*ADMIN, *REGISTER, *PHOTOS, *SITE]),
        grant(SUPPORT, [*ADMIN, *HELP]),
        migrations.RunPython(give_pages_and_files, migrations.RunPython.noop),
    ]
