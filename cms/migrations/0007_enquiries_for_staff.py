"""The office and the support read and answer letters."""

from django.db import migrations

from core.staff.groups import OFFICE, SUPPORT, grant

LETTERS = ["cms.view_enquiry", "cms.change_enquiry"]


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0006_enquiries"),
    ]

    operations = [grant(OFFICE, LETTERS), grant(SUPPORT, LETTERS)]
