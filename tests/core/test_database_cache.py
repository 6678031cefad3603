"""The cache in the database keeps Django's promises with one statement a write."""

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.fixture
def cache(db, settings, monkeypatch):
    settings.CACHES = {
        **settings.CACHES,
        "table": {
            "BACKEND": "core.database_cache.OneStatementCache",
            "LOCATION": "cache_of_this_test",
            "OPTIONS": {"MAX_ENTRIES": 20},
        },
    }
    call_command("createcachetable", verbosity=0)
    monkeypatch.setattr("core.database_cache.WRITES_FOR_ONE_COUNT", 10**9)
    return caches["table"]


def test_an_entry_is_written_and_written_again_by_one_statement(cache):
    for value in ({"một": [1, 2]}, None, b"\x00\xff"):
        with CaptureQueriesContext(connection) as captured:
            cache.set("khóa", value)

        assert len(captured) == 1
        assert cache.get("khóa", "nothing") == value


def test_entries_end_when_they_should(cache):
    cache.set("over", 1, timeout=-1)
    cache.set("now", 1, timeout=0)
    cache.set("forever", 1, timeout=None)
    cache.set("later", 1, timeout=60)

    assert cache.get_many(["over", "now", "forever", "later"]) == {"forever": 1, "later": 1}
    assert cache.add("later", 2) is False
    assert cache.add("over", 2) is True
    assert cache.touch("forever", 60)


def test_a_full_cache_makes_room(cache, monkeypatch):
    for number in range(40):
        cache.set(f"entry-{number}", number)
    monkeypatch.setattr("core.database_cache.WRITES_FOR_ONE_COUNT", 1)

    cache.set("last", 1)

    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM cache_of_this_test")
        assert cursor.fetchone()[0] < 41
    assert cache.get("last") == 1
