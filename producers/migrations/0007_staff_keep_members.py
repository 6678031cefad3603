"""The programme office appoints, changes and removes members; those who help buyers see who works where."""

from django.db import migrations

from core.staff.groups import OFFICE, SUPPORT, grant


class Migration(migrations.Migration):
    dependencies = [
        ("partner", "0006_claims_for_the_office"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]

    operations = [
        grant(
            OFFICE,
            [
                "partner.view_membership",
                "partner.add_membership",
                "partner.change_membership",
                "partner.delete_membership",
                "partner.view_invitation",
                "partner.change_invitation",
            ],
        ),
        grant(SUPPORT, ["partner.view_membership"]),
    ]
