"""The office keeps labels, lots, papers and the law behind them; who helps buyers may look lots up."""

from django.db import migrations

from core.staff.groups import OFFICE, SUPPORT, grant


def _verbs(model: str, *names: str) -> list[str]:
    app, name = model.split(".")
    return [f"{app}.{verb}_{name}" for verb in names]


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("catalogue", "0007_passport_rules"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("partner", "0008_papers"),
    ]

    operations = [
        grant(
            OFFICE,
            [
                *_verbs("catalogue.labelcontents", "view", "add", "change"),
                *_verbs("catalogue.labelrule", "view", "add", "change"),
                *_verbs("catalogue.lot", "view", "add", "change"),
                *_verbs("partner.paper", "view", "add", "change"),
                *_verbs("partner.exemptionground", "view", "add", "change"),
            ],
        ),
        grant(SUPPORT, [*_verbs("catalogue.labelcontents", "view"), *_verbs("catalogue.lot", "view")]),
    ]
