from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_consents_sessions_and_retained_records")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="is_demo",
            field=models.BooleanField(default=False, editable=False, verbose_name="demo person"),
        ),
    ]
