"""The office reads and decides claims."""

from django.db import migrations

from core.staff.groups import OFFICE, grant


class Migration(migrations.Migration):
    dependencies = [
        ("partner", "0005_claims"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [grant(OFFICE, ["partner.view_claim", "partner.change_claim"])]
