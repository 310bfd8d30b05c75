# make run: everything on a fresh machine with Python 3.11+ and nothing else. make test: every test.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run test check pictures lock install install-dev browser

# Every process of the tests imports the same: it is compiled once.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
# As many at once as there are processors, from two to four.
WORKERS := $(shell n=$$(nproc 2>/dev/null || echo 2); [ $$n -ge 2 ] || n=2; [ $$n -le 4 ] || n=4; echo $$n)
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTHONS := python3.13 python3.12 python3.11 python3 python
FITS := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url \
	--no-emit-find-links --no-header --generate-hashes --no-annotate pyproject.toml

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' Makefile | column -t -s '|' 2>/dev/null \
		|| grep -E '^[a-z-]+:.*##' Makefile

run: install ## install what is needed and start, with demo accounts; Ctrl-C stops
	@ONBOARD_DEMO=$${ONBOARD_DEMO:-1} exec $(BIN)/onboard serve

test: install-dev browser ## install what the tests need as well, and run every test
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(ARGS)

check: install-dev ## style, types, layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/pyright
	@$(BIN)/lint-imports

# nomenklatura, which is compared with, needs ICU's headers: it has an environment of its own.
bench-screening: install-dev ## measure screening on whole lists beside LogicV2: LISTS="sdn.csv alt.csv" PAIRS=pairs.csv
	@test -e .venv-bench/made || { $(BIN)/python -m venv --clear .venv-bench \
		&& .venv-bench/bin/pip -qq install -r requirements.lock && .venv-bench/bin/pip -qq install --no-deps -e . \
		&& { .venv-bench/bin/pip -qq install nomenklatura \
			|| echo "LogicV2 is left out: nomenklatura could not be installed (apt-get install libicu-dev pkg-config g++)."; } \
		&& touch .venv-bench/made; }
	@.venv-bench/bin/python -m benchmarks.screening $(LISTS) $(if $(PAIRS),--pairs $(PAIRS))

pictures: install-dev browser ## take the pictures of README and docs from a real run
	@$(BIN)/python -m tests.browser.pictures

lock: install-dev ## choose the newest fitting versions again and write them down
	@$(PIP) install uv
	@$(COMPILE) --upgrade -o requirements.lock
	@$(COMPILE) --upgrade --group dev -c requirements.lock -o requirements-dev.lock

# Installed again only when the lock, or what the project installs, has changed.
install: $(VENV)/made
	@cat requirements.lock pyproject.toml | cmp -s - $(VENV)/installed || { \
		echo "Installing Onboard into $(VENV); this takes a minute or two, once."; \
		$(PIP) install --require-hashes -r requirements.lock && \
		$(PIP) install --no-deps -e . && \
		cat requirements.lock pyproject.toml > $(VENV)/installed; }

install-dev: install
	@cat requirements-dev.lock | cmp -s - $(VENV)/installed-dev || { \
		echo "Installing what the tests need."; \
		$(PIP) install --require-hashes -r requirements-dev.lock && \
		cat requirements-dev.lock > $(VENV)/installed-dev; }

$(VENV)/made:
	@for python in $(PYTHONS); do \
		if $$python -c "$(FITS)" 2>/dev/null; then \
			$$python -m venv --clear $(VENV) && touch $@ && exit 0; \
			rm -rf $(VENV); \
			echo "$$python cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv" >&2; \
			exit 1; \
		fi; \
	done; \
	echo "Onboard needs Python 3.11, 3.12 or 3.13; none of these is one: $(PYTHONS)" >&2; exit 1

# The browser tests skip with a printed reason where there is no Chromium and none may be installed.
browser:
	@for name in chromium-headless-shell chromium chromium-browser google-chrome; do \
		if command -v $$name >/dev/null; then exit 0; fi; \
	done; \
	if ! command -v apt-get >/dev/null; then \
		echo "No Chromium here, and no apt-get to install it with: the browser tests are skipped."; exit 0; \
	fi; \
	if [ "$$(id -u)" = 0 ]; then as=""; \
	elif sudo -n true 2>/dev/null; then as="sudo -n"; \
	else echo "No Chromium here, and no right to install it: the browser tests are skipped."; exit 0; fi; \
	echo "Installing Chromium for the browser tests."; \
	export DEBIAN_FRONTEND=noninteractive; install="$$as apt-get install -y -qq --no-install-recommends fonts-dejavu-core"; \
	$$as apt-get update -qq && { $$install chromium-headless-shell >/dev/null 2>&1 || $$install chromium >/dev/null; } \
		|| echo "Chromium could not be installed: the browser tests are skipped."
