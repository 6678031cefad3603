"""A later start does only what changed inputs call for."""

import json

import pytest

from setup import prepare
from setup.prepare import STEPS, first_stale, stamps_before, stamps_now


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project of one room, prepared once."""
    for path in ("requirements.txt", "room/migrations/0001.py", "room/data/units.csv", "search/index.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("as it was", encoding="utf-8")
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "db.sqlite3").write_text("")
    monkeypatch.setattr(prepare, "ROOT", tmp_path)
    monkeypatch.setattr(prepare, "VAR_DIR", tmp_path / "var")
    monkeypatch.setattr(prepare, "STAMPS", tmp_path / "var" / "prepared.json")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    (tmp_path / "var" / "prepared.json").write_text(json.dumps(stamps_now()))
    return tmp_path


def number_of(command: str) -> int:
    return next(number for number, step in enumerate(STEPS) if command in step.commands)


def test_nothing_is_done_when_nothing_changed(project):
    assert first_stale(stamps_now(), stamps_before()) == len(STEPS)


@pytest.mark.parametrize(
    ("path", "command"),
    [
        ("room/migrations/0001.py", "migrate"),
        ("requirements.txt", "migrate"),
        ("room/data/units.csv", "load_reference"),
        ("room/data/new.csv", "load_reference"),
        ("search/index.py", "rebuild_search"),
    ],
)
def test_a_changed_file_calls_for_its_step_and_those_after_it(project, path, command):
    (project / path).write_text("changed", encoding="utf-8")

    assert first_stale(stamps_now(), stamps_before()) == number_of(command)


@pytest.mark.parametrize("path", ["room/views.py", "var/data/upload.csv", "tests/data/sample.csv"])
def test_other_files_call_for_nothing(project, path):
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_text("changed", encoding="utf-8")

    assert first_stale(stamps_now(), stamps_before()) == len(STEPS)


def test_a_removed_database_is_laid_anew(project):
    (project / "var" / "db.sqlite3").unlink()

    assert first_stale(stamps_now(), stamps_before()) == 0


def test_an_interrupted_start_goes_on_from_where_it_was(project):
    (project / "var" / "prepared.json").write_text(json.dumps(stamps_now()[:2]))

    assert first_stale(stamps_now(), stamps_before()) == 2


@pytest.mark.parametrize("text", ["", "{", "null", "3"])
def test_broken_stamps_count_as_none(project, text):
    (project / "var" / "prepared.json").write_text(text)

    assert first_stale(stamps_now(), stamps_before()) == 0


def test_a_database_server_is_always_asked(project, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://ocop@127.0.0.1/ocop")

    assert stamps_before() == []


def test_demo_switched_on_later_is_loaded(project, monkeypatch):
    before = stamps_before()
    monkeypatch.setenv("DEMO", "1")

    assert first_stale(stamps_now(), before) <= number_of("load_demo")
