# What people type. Everything runs from a fresh clone with Python ≥ 3.11 and make; `make` alone lists the commands.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
SHELL := /bin/sh
PORT ?= 8000
# A site moved to another port names itself so in links and feeds.
MOVED := $(if $(filter-out 8000,$(PORT)),SITE_URL="http://127.0.0.1:$(PORT)")
# Two workers: more would only wait for each other on a small machine. WORKERS=auto uses every core.
WORKERS ?= 2
# Further words for pytest: make test ARGS="tests/catalogue -k stars"
ARGS ?=

VENV := .venv/bin
PY := env PYTHONPATH=.:site $(VENV)/python
PYTEST := $(PY) -m pytest
# Addresses are translated too, so the compiled words must be there before anything looks at them.
COMPILE := $(PY) -c "from core.translations import compile_translations; compile_translations()"
# No browser, no fresh clone and no long race here: those have commands of their own.
WITHOUT_SERVERS := not browser and not services and not fresh_clone and not races
WITH_SERVERS := not browser and not fresh_clone and not races

.PHONY: help run install install-dev test test-services test-browser test-races test-fresh check audit bench lock

help: ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## the site with its worker on http://127.0.0.1:8000 (PORT= moves it)
	@python=$$(setup/find-python) && "$$python" setup/environment.py requirements.txt --port "$(PORT)"
	@$(MOVED) $(PY) setup/prepare.py
	@exec env $(MOVED) $(VENV)/python manage.py serve --port "$(PORT)"

install:
	@python=$$(setup/find-python) && "$$python" setup/environment.py requirements.txt
	@$(COMPILE)

install-dev:
	@python=$$(setup/find-python) && "$$python" setup/environment.py requirements-dev.txt
	@$(COMPILE)

test: install-dev ## every test that needs no outside server, in parallel
	@$(PYTEST) -n $(WORKERS) --dist worksteal -m "$(WITHOUT_SERVERS)" $(ARGS)

test-services: install-dev ## the same tests against the servers named by DATABASE_URL, REDIS_URL, ...
	@$(PY) setup/check_services.py
	@$(PYTEST) -n $(WORKERS) --dist worksteal -m "$(WITH_SERVERS)" $(ARGS)

test-browser: install-dev ## tests in the Chromium of this machine
	@env -u DATABASE_URL -u REDIS_URL $(PYTEST) -m browser $(ARGS)

test-races: install-dev ## many writers at once for 20 seconds each, on SQLite or on DATABASE_URL
	@$(PYTEST) -m races -n 0 -s $(ARGS)

test-fresh: install-dev ## `make run` in a fresh clone, start to stop
	@$(PYTEST) -m fresh_clone -s $(ARGS)

check: install-dev ## lint, types, imports, migrations, deployment, translations, templates
	@$(VENV)/python setup/check.py

audit: install-dev ## Lighthouse, axe and the HTML validator over the key pages (SITE=http://... of a running site)
	@$(PY) audit/run.py $(if $(SITE),--site "$(SITE)") $(ARGS)

bench: install-dev ## the benchmarks, each as a ratio against its baseline in the same run
	@$(PY) setup/bench.py $(ARGS)

lock: install-dev ## requirements.txt and requirements-dev.txt anew, hash-pinned and without addresses
	@setup/lock
