# make run        set up and open the kiosk (with no screen: the guided tour and the staff export)
# make check      while you work, in under a minute: format, lint, types, import contracts, QML lint, and the
#                 tests of tests/core, tests/store and tests/architecture (but for the README's commands)
# make test       set up and pass the gate: the same, the content, and all other tests that are not slow
# make test-slow  everything that takes longer
# make prove      the longest forms, by hand; what came of it goes into tests/prove/RESULTS.md
# make mutate     do the tests notice small faults? 400 of them, in half an hour; --go-on: MUTATE=--go-on
# make bench      speed and memory beside their targets, one table, 15 minutes; the machine must be idle
# make bench-long the same on a small machine, after 10,000 visits and with much content: more than an hour
# make installer  both programs as folders that need no Python, and as Debian packages
# make release    the same, checked for being given out; signed with SIGNING_KEY=<a key of gpg>
# make audit      how old the interpreter is, and what advisories in build/advisories (OSV) say of each part
# make changelog  RELEASE=0.2.0: what is in .changes/ becomes that release in CHANGELOG.md
# make lock       pin the newest allowed versions

SHELL := /bin/bash
.ONESHELL:
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := build/demo
CONFIG := $(DEMO)/kiosk/kiosk.toml
DESK := --spool $(DEMO)/kiosk/spool --key $(DEMO)/desk/front-desk.key --passphrase-file $(DEMO)/desk/passphrase.txt
WORDS := $(patsubst content/%/interface.ts,build/words/%.qm,$(wildcard content/*/interface.ts))
# As shipped: no registry is named in a lock file, and every file that is installed is one whose hash is pinned.
# The lock is whole, so nothing is resolved: pip would ask for the newest of what has extras, and have no hash for it.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
export PYTHONHASHSEED := 0

FAST := tests/core tests/store tests/architecture --ignore tests/architecture/test_readme.py
# Side by side, each with its output in one piece.
TOGETHER := $(MAKE) --jobs 2 --output-sync=target

.PHONY: run check test test-slow prove mutate bench bench-long installer release audit changelog lock words demonstration format lint \
	types contracts content fast
.DEFAULT_GOAL := run

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
		echo "The kiosk needs Python 3.11 or newer; say which with: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/runtime: requirements.lock pyproject.toml | $(VENV)/made
	@echo "Installing what the kiosk needs ..."
	$(PIP) --no-deps --require-hashes --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/dev: requirements-dev.lock $(VENV)/runtime
	@echo "Installing what the gate needs ..."
	$(PIP) --no-deps --require-hashes --requirement requirements-dev.lock
	@$(BIN)/python -m pip check --disable-pip-version-check
	touch $@

build/words/%.qm: content/%/interface.ts | $(VENV)/runtime
	@mkdir -p $(@D)
	$(BIN)/pyside6-lrelease -silent $< -qm $@

words: $(WORDS)

demonstration: $(VENV)/runtime
	@$(BIN)/kiosk-desk demonstration --out $(DEMO)

run:
	@bash .ci/need-packages run
	$(MAKE) words demonstration
	if [[ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]]; then
		exec $(BIN)/kiosk run --config $(CONFIG)
	fi
	echo "There is no screen here: this is the guided tour of a visit, then the staff export."
	$(BIN)/kiosk tour --config $(CONFIG) --out $(DEMO)/tour
	$(BIN)/kiosk-desk list $(DESK)
	$(BIN)/kiosk-desk export $(DESK) --format csv --out $(DEMO)/export
	echo "The pictures: $(CURDIR)/$(DEMO)/tour/index.html"
	echo "The call list: $(CURDIR)/$(DEMO)/export/"

format: $(VENV)/dev
	@$(BIN)/ruff format --quiet --check . || { echo "Run: $(BIN)/ruff format ." >&2; exit 1; }

lint: $(VENV)/dev
	@$(BIN)/ruff check --quiet .
	$(BIN)/codespell
	grep -rlIE --exclude='*.md' '^#!.*/(env )?(ba)?sh$$' .ci assets tests | xargs $(BIN)/shellcheck
	bash .ci/qml-lint

types: $(VENV)/dev
	@$(BIN)/mypy

contracts: $(VENV)/dev
	@$(BIN)/lint-imports

content: $(VENV)/dev
	@$(BIN)/kiosk content check

fast: $(VENV)/dev
	@$(BIN)/python -m pytest -q -n 2 $(FAST)

check:
	@bash .ci/need-packages test
	$(MAKE) words $(VENV)/dev
	$(TOGETHER) fast types lint format contracts

test:
	@bash .ci/need-packages test
	$(MAKE) words $(VENV)/dev
	$(TOGETHER) types lint content format contracts
	# Three for two cores: a quarter of the time a test waits for the disk or for a program.
	$(BIN)/python -m pytest -n 3 --cov --cov-report=
	# Branches, too. The desk's windows and the view models have floors of their own.
	$(BIN)/coverage report --fail-under=100 --include="kiosk/core/*,kiosk/store/*,kiosk/content/*,kiosk/ops/*"
	$(BIN)/coverage report --fail-under=97 --include="kiosk/desk/*"
	$(BIN)/coverage report --fail-under=97 --include="kiosk/ui/viewmodels/*,kiosk/ui/paging/page_breaks.py"

test-slow:
	@bash .ci/need-packages slow
	$(MAKE) words $(VENV)/dev installer
	# Three for two cores: a tour waits for frames, a clean system for packages. A worker that is done takes over
	# what another has not begun.
	$(BIN)/python -m pytest -m slow -n 3 --dist worksteal

prove:
	@bash .ci/need-packages slow
	$(MAKE) words $(VENV)/dev
	$(BIN)/python -m pytest -m prove -n 3 --dist worksteal --durations 20 | tee build/prove.txt
	printf '| %s | %s | %s |\n' "$$(date -u +%F)" "$$(git describe --always --dirty)" \
		"$$(tail -n 1 build/prove.txt | tr -d '=')" >>tests/prove/RESULTS.md

mutate:
	@bash .ci/need-packages test
	$(MAKE) words $(VENV)/dev
	$(BIN)/python -m tests.mutation.run $(MUTATE)

bench bench-long:
	@bash .ci/need-packages bench
	$(MAKE) words $(VENV)/dev demonstration installer
	$(BIN)/python -m tests.benchmarks $(if $(filter %-long,$@),--long)

installer:
	@bash .ci/need-packages installer
	$(MAKE) words $(VENV)/dev
	$(MAKE) dist/made
	echo "The programs: $(CURDIR)/dist/kiosk/kiosk and $(CURDIR)/dist/kiosk-desk/kiosk-desk"

# Version and date of the sources; as old as the last commit, tag or change that gave others.
build/version: FORCE | $(VENV)/runtime
	@mkdir -p $(@D)
	new=$@.$$$$ # two may ask at once
	$(BIN)/python -m assets.installer.stamp >$$new
	if cmp -s $$new $@; then rm $$new; else mv $$new $@; fi
FORCE:

dist/made: build/version $(shell find kiosk assets content build_installer.spec requirements.lock CHANGELOG.md .changes \
		-type f -not -name '*.pyc')
	@rm -rf dist
	read -r version SOURCE_DATE_EPOCH <build/version
	export SOURCE_DATE_EPOCH
	$(BIN)/pyinstaller --noconfirm --clean --log-level ERROR --distpath dist --workpath build/pyinstaller build_installer.spec
	PYTHON=$(BIN)/python bash assets/installer/make-packages
	touch $@

release:
	@bash .ci/need-packages release
	$(MAKE) words $(VENV)/dev
	$(BIN)/python -m assets.installer.release ready
	$(BIN)/python -m assets.installer.audit
	$(MAKE) dist/made
	$(BIN)/python -m assets.installer.release check --key "$${SIGNING_KEY:-}"

audit: $(VENV)/dev
	@$(BIN)/python -m assets.installer.audit

changelog: $(VENV)/runtime
	@$(BIN)/python -m assets.installer.changelog release "$(RELEASE)"

lock: $(VENV)/made
	@$(PIP) uv
	lock() { $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
		--no-header --no-annotate --no-emit-index-url --no-emit-find-links "$$@"; }
	lock --group build --output-file requirements.lock
	lock --group build --group dev --constraints requirements.lock --output-file requirements-dev.lock
