"""Texts of our sources are found without gettext, and what the translators owe is told."""

import re
from pathlib import Path
from textwrap import dedent

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse
from django.utils import translation

from core.management.commands import check_translations
from core.translatable import Message, in_template, messages_in
from core.translations import compile_translations

PO_HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project of one room with one translators' file."""
    folder = tmp_path / "site" / "locale" / "vi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    monkeypatch.setattr(check_translations, "ROOT", tmp_path)
    monkeypatch.setattr(check_translations, "LOCALE_DIR", tmp_path / "site" / "locale")

    def write(source: str, po: str) -> Path:
        (tmp_path / "room").mkdir(exist_ok=True)
        (tmp_path / "room" / "views.py").write_text(source, encoding="utf-8")
        (folder / "django.po").write_text(PO_HEAD + dedent(po), encoding="utf-8")
        return folder / "django.po"

    return write


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ('{% translate "Products" %}', Message("Products")),
        ("{% translate 'It''s'|upper %}", None),
        ('{% translate "products/" context "url" %}', Message("products/", "url")),
        ("{% blocktranslate %}{{ stars }} stars{% endblocktranslate %}", Message("%(stars)s stars")),
        (
            "{% blocktranslate trimmed count n=n %} one\n{% plural %} many {{ n }}\n{% endblocktranslate %}",
            Message("one", "", "many %(n)s"),
        ),
        ('{{ _("Now")|default:"x" }}', Message("Now")),
        ('{% include "card.html" with heading=_("Near by") only %}', Message("Near by")),
        ('{% translate "He said \\"no\\"" as words %}', None),
        ("{% comment %}{% translate 'gone' %}{% endcomment %}", None),
        ("no tags: gettext('plain text')", None),
        ('<p title="X">{{ x|default:_("None yet") }}</p>', Message("None yet")),
    ],
)
def test_templates_give_their_texts(template, message):
    found = [one for _line, one in in_template(template, "page.html")]

    if message:
        assert found == [message]
    else:
        assert all(one.text not in {"gone", "plain text"} for one in found)


def test_python_gives_its_texts_with_place_and_context(project, tmp_path):
    project(
        'from django.utils.translation import gettext_lazy as _, ngettext, pgettext\n\nA = _("One")\n'
        'B = ngettext("%(n)s star", "%(n)s stars", 2)\nC = pgettext("url", "products/")\nD = _(A)\n',
        "",
    )

    assert [(one.line, one.message) for one in messages_in(tmp_path)] == [
        (3, Message("One")),
        (4, Message("%(n)s star", "", "%(n)s stars")),
        (5, Message("products/", "url")),
    ]


def test_a_function_under_another_name_gives_its_texts_too(project, tmp_path):
    project(
        "from django.utils.translation import gettext as _now, pgettext as of\n"
        "from elsewhere import gettext as _not_ours\n\n"
        'A = _now("Saved")\nB = of("url", "saved/")\nC = _not_ours("Foreign")\n',
        "",
    )

    assert [one.message for one in messages_in(tmp_path)] == [Message("Saved"), Message("saved/", "url")]


def test_a_complete_file_passes(project, capsys):
    project('A = _("One")\n', 'msgid "One"\nmsgstr "Một"\n')

    call_command("check_translations")

    assert "1 texts" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("po", "complaint"),
    [
        ("", "room/views.py:1: no Vietnamese for 'One %(n)s'"),
        ('msgid "One %(n)s"\nmsgstr ""\n', "is empty"),
        ('#, fuzzy\nmsgid "One %(n)s"\nmsgstr "Một %(n)s"\n', "is fuzzy"),
        ('msgid "One %(n)s"\nmsgstr "Một %(m)s"\n', "other placeholders"),
        ('msgctxt "url"\nmsgid "One %(n)s"\nmsgstr "Một %(n)s"\n', "no Vietnamese"),
    ],
    ids=["missing", "empty", "fuzzy", "placeholder", "other context"],
)
def test_what_the_translators_owe_is_told(project, capsys, po, complaint):
    project('A = _("One %(n)s")\n', po)

    with pytest.raises(CommandError):
        call_command("check_translations")

    assert complaint in capsys.readouterr().err


def test_missing_texts_can_be_added_to_be_filled_in(project):
    path = project('A = _("One")\nB = pgettext("url", "one/")\n', 'msgid "Two"\nmsgstr "Hai"\n')

    call_command("check_translations", "--add")

    catalogue = read_po(path.open("rb"))
    assert catalogue.get("One").string == ""
    assert catalogue.get("one/", "url").locations == [("room/views.py", 2)]
    assert catalogue.get("Two").string == "Hai"


def test_a_broken_file_is_told(project):
    project("", 'msgid "One"\ngarbage\nmsgstr "Một"\n')

    with pytest.raises(CommandError, match=r"django\.po"):
        call_command("check_translations")


def test_only_newer_files_are_compiled(project, tmp_path):
    path = project("", 'msgid "One"\nmsgstr "Một"\n')

    assert compile_translations(tmp_path / "site" / "locale") == 1
    assert compile_translations(tmp_path / "site" / "locale") == 0
    assert path.with_suffix(".mo").is_file()
    assert {other.suffix for other in path.parent.iterdir()} == {".po", ".mo"}


def test_addresses_are_translated():
    with translation.override("vi"):
        assert reverse("catalogue:index") == "/san-pham/"
    with translation.override("en"):
        assert reverse("catalogue:index") == "/en/products/"


def test_one_word_for_the_door():
    """What people do at the door is to log in and out; another word would be taken for another thing."""
    with (Path(settings.LOCALE_PATHS[0]) / "vi" / "LC_MESSAGES" / "django.po").open("rb") as lines:
        texts = [" ".join(entry.id) if entry.pluralizable else str(entry.id) for entry in read_po(lines)]

    assert [text for text in texts if re.search(r"\bsign(ed)?[ -](in|out)\b", text, re.IGNORECASE)] == []
    assert any("Log in" in text for text in texts)
