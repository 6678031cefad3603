import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def add_vietnam(apps, editor):
    """Every address of the site is in this country."""
    apps.get_model("address", "Country").objects.get_or_create(
        iso_3166_1_a2="VN",
        defaults={
            "iso_3166_1_a3": "VNM",
            "iso_3166_1_numeric": "704",
            "printable_name": "Việt Nam",
            "name": "Cộng hòa xã hội chủ nghĩa Việt Nam",
            "is_shipping_country": True,
        },
    )


class Migration(migrations.Migration):
    dependencies = [
        ("address", "0001_initial"),
        ("regions", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(add_vietnam, migrations.RunPython.noop),
        migrations.AlterModelOptions(
            name="useraddress",
            options={
                "ordering": ["-is_default_for_shipping", "-num_orders_as_shipping_address", "-pk"],
                "verbose_name": "User address",
                "verbose_name_plural": "User addresses",
            },
        ),
        migrations.AlterField(
            model_name="useraddress",
            name="country",
            field=models.ForeignKey(
                default="VN",
                on_delete=django.db.models.deletion.PROTECT,
                to="address.country",
                verbose_name="country",
            ),
        ),
        # In two steps: no page could save an address before, so there is nothing to fill in.
        migrations.AddField(
            model_name="useraddress",
            name="unit",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="regions.unit",
                verbose_name="commune or ward",
            ),
        ),
        migrations.AlterField(
            model_name="useraddress",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="regions.unit",
                verbose_name="commune or ward",
            ),
        ),
        migrations.AddConstraint(
            model_name="useraddress",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_default_for_shipping", True)),
                fields=("user",),
                name="address_one_default",
            ),
        ),
    ]
