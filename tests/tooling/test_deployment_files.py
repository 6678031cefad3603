"""`.env.example`, `docker-compose.yml` and `Dockerfile` tell the truth about the settings.

No container engine runs where we work: the files are parsed and compared instead.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
SERVICES: dict[str, Any] = COMPOSE["services"]


def names_in(text: str) -> set[str]:
    return set(re.findall(r"^#?([A-Z][A-Z0-9_]+)=", text, re.MULTILINE))


NOW, _, LATER = EXAMPLE.partition("# ── Read once the parts they belong to are built")
NOW, _, COMPOSE_ONLY = NOW.partition("# ── For docker compose only")


def variables_read_by_settings() -> Iterator[str]:
    """Find every env("NAME"), env.bool("NAME") and for name in ("NAME", …) of the settings."""
    for path in sorted((ROOT / "site" / "config" / "settings").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            function = node.func.value if isinstance(node.func, ast.Attribute) else node.func
            first = node.args[0]
            if isinstance(function, ast.Name) and function.id == "env" and isinstance(first, ast.Constant):
                yield str(first.value)


def test_the_example_names_every_variable_that_settings_read_and_no_other():
    assert set(variables_read_by_settings()) == names_in(NOW)


def test_variables_of_parts_to_come_are_not_read_yet():
    assert LATER
    assert not names_in(LATER) & set(variables_read_by_settings())


def test_each_variable_of_the_example_is_explained():
    lines = EXAMPLE.splitlines()
    for number, line in enumerate(lines):
        if names_in(line):
            above = next(other for other in reversed(lines[:number]) if not names_in(other))
            assert above.startswith("# "), f"{line} has no comment above it"


def test_the_example_copied_as_it_is_changes_nothing():
    values = {line.split("=")[0] for line in NOW.splitlines() if line and not line.startswith("#")}

    assert values == set()


def test_compose_knows_only_variables_of_the_example():
    used = set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text(encoding="utf-8")))

    assert used == names_in(COMPOSE_ONLY)


def test_compose_sets_only_what_settings_read():
    known = set(variables_read_by_settings()) | {"DJANGO_SETTINGS_MODULE"}

    for name in ("prepare", "web", "worker"):
        assert set(SERVICES[name]["environment"]) <= known


def test_no_password_has_a_default():
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    for use in re.findall(r"\$\{[A-Z_]*PASSWORD[^}]*\}", text):
        assert ":?" in use, f"{use} would start without a password"
    assert re.findall(r"^[A-Z]+_PASSWORD=(.*)$", EXAMPLE, re.MULTILINE) == ["", "", ""]


@pytest.mark.parametrize(
    ("service", "image", "port"),
    [
        ("postgres", "postgres:17", 5432),
        ("redis", "redis:7", 6379),
        ("elasticsearch", "elasticsearch:8.", 9200),
    ],
)
def test_servers_are_of_the_versions_we_support_and_reached_where_they_listen(service, image, port):
    variable = {"postgres": "DATABASE_URL", "redis": "REDIS_URL", "elasticsearch": "ELASTICSEARCH_URL"}[
        service
    ]

    assert SERVICES[service]["image"].startswith(image)
    assert f"@{service}:{port}" in SERVICES["web"]["environment"][variable]
    assert "ports" not in SERVICES[service], "servers are reached inside the network only"


def test_elasticsearch_is_not_older_than_the_client():
    version = [int(part) for part in SERVICES["elasticsearch"]["image"].split(":")[1].split(".")]

    assert version[:2] >= [8, 18]


def test_every_running_service_has_a_health_check_and_no_volume_is_undeclared():
    for name, service in SERVICES.items():
        if name != "prepare":
            assert service["healthcheck"]["test"]
            assert service["restart"] == "unless-stopped"
        for volume in service.get("volumes", []):
            assert volume.split(":")[0] in COMPOSE["volumes"]


def test_the_site_waits_for_its_tables_and_these_for_the_servers():
    assert set(SERVICES["prepare"]["depends_on"]) == {"postgres", "redis", "elasticsearch"}
    for name in ("web", "worker"):
        assert SERVICES[name]["depends_on"] == {"prepare": {"condition": "service_completed_successfully"}}


def test_published_port_is_the_one_the_container_listens_on():
    exposed = re.search(r"^EXPOSE (\d+)$", DOCKERFILE, re.MULTILINE)

    assert exposed
    assert SERVICES["web"]["ports"] == [f"127.0.0.1:${{WEB_PORT:-8000}}:{exposed[1]}"]
    assert f'"{exposed[1]}"' in DOCKERFILE.splitlines()[-1]
    assert SERVICES["web"]["command"][-1] == exposed[1]


def test_the_image_is_small_and_not_root():
    stages = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)

    assert len(stages) == 2
    assert all(stage.startswith("python:3.11-slim") for stage in stages)
    assert re.search(r"^USER moixa$", DOCKERFILE, re.MULTILINE)
    assert "libpango-1.0-0" in DOCKERFILE
    assert "--require-hashes" in DOCKERFILE


@pytest.mark.parametrize("path", [".env", ".git", "var", ".venv"])
def test_secrets_and_data_stay_out_of_the_image(path):
    assert path in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()


def test_commands_of_containers_exist():
    for service in SERVICES.values():
        for word in [*service.get("command", []), *service.get("healthcheck", {}).get("test", [])]:
            if word.endswith(".py"):
                assert (ROOT / word).is_file()
