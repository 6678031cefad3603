"""Our own pictures in the place of Wagtail's; those sent so far keep their numbers, so pages find them."""

import django.db.models.deletion
import modelsearch.index
import taggit.managers
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.core.management.color import no_style
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import cms.models.picture

KEPT = (
    "id", "title", "file", "description", "width", "height", "created_at", "collection_id", "uploaded_by_user_id",
    "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height", "file_size", "file_hash",
)  # fmt: skip


def take_over(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Copy Wagtail's rows with their tags and what refers to them; smaller copies are made anew when needed."""
    Old, Picture = apps.get_model("wagtailimages", "Image"), apps.get_model("cms", "Picture")
    ContentType = apps.get_model("contenttypes", "ContentType")
    rows = [
        {name: value if value is not None or name != "description" else "" for name, value in row.items()}
        for row in Old.objects.values(*KEPT)
    ]
    if not rows:
        return
    moments = {row["id"]: row["created_at"] for row in rows}
    Picture.objects.bulk_create(
        Picture(**row, alt_vi=(row["description"] or row["title"])[:200]) for row in rows
    )
    for key, moment in moments.items():  # auto_now_add put today's
        Picture.objects.filter(pk=key).update(created_at=moment)
    old_type, _made = ContentType.objects.get_or_create(app_label="wagtailimages", model="image")
    new_type, _made = ContentType.objects.get_or_create(app_label="cms", model="picture")
    apps.get_model("taggit", "TaggedItem").objects.filter(content_type=old_type).update(content_type=new_type)
    references = apps.get_model("wagtailcore", "ReferenceIndex").objects
    references.filter(to_content_type=old_type).update(to_content_type=new_type)
    for statement in editor.connection.ops.sequence_reset_sql(no_style(), [Picture]):
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0002_homes"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailimages", "0027_image_description"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Picture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                (
                    "description",
                    models.CharField(blank=True, default="", max_length=255, verbose_name="description"),
                ),
                ("width", models.IntegerField(editable=False, verbose_name="width")),
                ("height", models.IntegerField(editable=False, verbose_name="height")),
                (
                    "created_at",
                    models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="created at"),
                ),
                ("focal_point_x", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_y", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_width", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_height", models.PositiveIntegerField(blank=True, null=True)),
                ("file_size", models.PositiveIntegerField(editable=False, null=True)),
                ("file_hash", models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                (
                    "file",
                    cms.models.picture.PictureFileField(
                        height_field="height",
                        upload_to=wagtail.images.models.get_upload_to,
                        verbose_name="file",
                        width_field="width",
                    ),
                ),
                (
                    "alt_vi",
                    models.CharField(
                        help_text="Read aloud to people who do not see it, and shown where it cannot be loaded.",
                        max_length=200,
                        verbose_name="what the picture shows, in Vietnamese",
                    ),
                ),
                (
                    "alt_en",
                    models.CharField(max_length=200, verbose_name="what the picture shows, in English"),
                ),
                (
                    "credit",
                    models.CharField(
                        help_text="Who took it; shown under the picture.",
                        max_length=100,
                        verbose_name="picture by",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True,
                        help_text=None,
                        through="taggit.TaggedItem",
                        to="taggit.Tag",
                        verbose_name="tags",
                    ),
                ),
                (
                    "uploaded_by_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by user",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
                "abstract": False,
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="PictureRendition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("filter_spec", models.CharField(db_index=True, max_length=255)),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        storage=wagtail.images.models.get_rendition_storage,
                        upload_to=wagtail.images.models.get_rendition_upload_to,
                        width_field="width",
                    ),
                ),
                ("width", models.IntegerField(editable=False)),
                ("height", models.IntegerField(editable=False)),
                ("focal_point_key", models.CharField(blank=True, default="", editable=False, max_length=16)),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="renditions",
                        to="cms.picture",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("image", "filter_spec", "focal_point_key"), name="picture_rendition_once"
                    )
                ],
            },
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        migrations.RunPython(take_over, migrations.RunPython.noop),
    ]
