"""Photos of products are pictures of the house; files that Oscar's dashboard took so far become such pictures."""

import django.db.models.deletion
from django.core.files.storage import default_storage
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from core.uploads.errors import UploadRefused
from core.uploads.pictures import clean_picture


def take_over(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Encode every file anew; one that is no picture goes with its row, as nothing could show it."""
    ProductImage, Picture = apps.get_model("catalogue", "ProductImage"), apps.get_model("cms", "Picture")
    for image in ProductImage.objects.select_related("product"):
        try:
            with default_storage.open(image.former_file.name) as file:
                clean = clean_picture(file, image.former_file.name)
        except (OSError, UploadRefused):
            image.delete()
            continue
        title = image.caption or image.product.title_vi or "Ảnh"
        # Methods of models, such as the one that names a file, do not exist here.
        name = default_storage.save(f"original_images/{clean.name}", clean)
        image.original = Picture.objects.create(
            title=title,
            alt_vi=title[:200],
            alt_en=title[:200],
            file=name,
            width=clean.width,
            height=clean.height,
        )
        image.save(update_fields=["original"])


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0003_rules_in_the_database"),
        ("cms", "0003_pictures"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="productimage",
            options={
                "ordering": ["display_order", "pk"],
                "verbose_name": "photo of a product",
                "verbose_name_plural": "photos of products",
            },
        ),
        migrations.AddField("product", "photos", models.JSONField(blank=True, editable=False, null=True)),
        migrations.AddField(
            "productimage", "attempts", models.PositiveSmallIntegerField(default=0, editable=False)
        ),
        migrations.AddField("productimage", "prepared_at", models.DateTimeField(editable=False, null=True)),
        migrations.RenameField("productimage", "original", "former_file"),
        migrations.AddField(
            "productimage",
            "original",
            models.ForeignKey(
                "cms.picture",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="product_images",
                verbose_name="picture",
            ),
        ),
        migrations.RunPython(take_over, migrations.RunPython.noop),
        migrations.RemoveField("productimage", "former_file"),
        migrations.AlterField(
            "productimage",
            "original",
            models.ForeignKey(
                "cms.picture",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="product_images",
                verbose_name="picture",
            ),
        ),
        migrations.AddConstraint(
            "productimage",
            models.UniqueConstraint(fields=("product", "original"), name="product_picture_once"),
        ),
    ]
