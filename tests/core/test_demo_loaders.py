"""Rooms above the catalogue add to the demo."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from catalogue.demo.load import DemoCounts
from catalogue.management.commands import load_demo as command
from core.slots import Slot


@pytest.fixture
def loaders(monkeypatch):
    slot = Slot("demo loaders")
    monkeypatch.setattr(command, "demo_loaders", slot)
    monkeypatch.setattr(command, "load_demo", lambda _progress, _day: DemoCounts(0, 0, 0, 0))
    monkeypatch.setattr(command, "draw_missing", lambda _progress: None)
    monkeypatch.setattr(command, "today", lambda: date(2026, 11, 24))
    return slot


def test_loaders_run_after_the_shops_and_say_what_they_did(loaders, capsys):
    loaders.fill(lambda day: f"second, {day}", weight=2)
    loaders.fill(lambda day: "first", weight=1)

    call_command("load_demo")

    lines = capsys.readouterr().out.splitlines()
    assert [line.strip() for line in lines[-2:]] == ["first", "second, 2026-11-24"]


def test_no_loader_runs_on_a_site_that_is_no_demo(loaders, settings):
    settings.DEMO = False
    ran = []
    loaders.fill(lambda day: ran.append(day) or "")

    with pytest.raises(CommandError):
        call_command("load_demo")

    assert not ran
