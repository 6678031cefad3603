"""A home page in each language, in the place of Wagtail's welcome page; their contents come from `load_pages`."""

import uuid

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TITLES = {"vi": "Trang chủ", "en": "Home"}
#: Two pages under one parent need two slugs; no address shows them.
SLUGS = {"vi": "home", "en": "home-en"}


def put_homes(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Write the two pages as rows: the tree's own methods do not exist for models of a migration."""
    Page = apps.get_model("wagtailcore", "Page")
    Locale = apps.get_model("wagtailcore", "Locale")
    HomePage = apps.get_model("cms", "HomePage")
    ContentType = apps.get_model("contenttypes", "ContentType")

    content_type, _made = ContentType.objects.get_or_create(app_label="cms", model="homepage")
    root = Page.objects.get(depth=1)
    welcome = list(Page.objects.filter(depth=2))
    key = uuid.uuid4()
    homes = []
    for number, language in enumerate(TITLES, len(welcome) + 1):
        locale, _made = Locale.objects.get_or_create(language_code=language)
        homes.append(
            HomePage.objects.create(
                title=TITLES[language],
                draft_title=TITLES[language],
                # The welcome page still holds "home"; it goes in a moment.
                slug=SLUGS[language],
                url_path=f"/{SLUGS[language]}/",
                content_type=content_type,
                path=f"{root.path}{number:04d}",
                depth=2,
                numchild=0,
                live=True,
                locale=locale,
                translation_key=key,
                sections="[]",
            )
        )
    # First the site, which would go along with its root page.
    apps.get_model("wagtailcore", "Site").objects.update(root_page=homes[0])
    Page.objects.filter(pk__in=[page.pk for page in welcome]).delete()
    root.numchild = len(homes)
    root.save(update_fields=["numchild"])


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(put_homes, migrations.RunPython.noop)]
