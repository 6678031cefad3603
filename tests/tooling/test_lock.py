"""The locks: every package by version and hash, the same in both, and no address anywhere."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.txt", "requirements-dev.txt"]


def packages_of(lock: str) -> dict[str, str]:
    """Map each pinned package (with its condition) to its version."""
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    pinned = [re.match(r"([a-z0-9._\[\],-]+)==(\S+)( ; [^\\]+)?", line) for line in lines]
    return {f"{match[1]}{(match[3] or '').strip()}": match[2] for match in pinned if match}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_a_hash(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z])", text)

    assert len(packages_of(lock)) > 50
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", [*LOCKS, "requirements.in", "requirements-dev.in"])
def test_no_line_holds_an_address(lock):
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if "://" in line or line.startswith("--")] == []


def test_site_and_tests_stand_on_the_same_versions():
    site, tests = packages_of("requirements.txt"), packages_of("requirements-dev.txt")

    assert {name: version for name, version in site.items() if tests.get(name) != version} == {}


def test_the_audits_lock_names_no_address_of_a_package():
    lock = json.loads((ROOT / "audit" / "package-lock.json").read_text(encoding="utf-8"))

    assert len(lock["packages"]) > 50
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []
    assert [name for name, package in lock["packages"].items() if name and "integrity" not in package] == []
