# Two commands are all a newcomer needs: `make run` and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test lint test-integration test-cluster bench clean

help:
	@echo "make run               start the bot (TELEGRAM_BOT_TOKEN set) or the same conversation here"
	@echo "make test              lint and every test that needs nothing but Python"
	@echo "make test-integration  the bot over real HTTP against telemelya (from PyPI)"
	@echo "make test-cluster      the engine on a real OpenSearch cluster (needs a JDK and Maven)"
	@echo "make bench             the benchmarks and their chart"

$(VENV)/.ready: pyproject.toml config/constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { echo "jianbao needs Python 3.11 to 3.13; say e.g. 'make run PYTHON=python3.12'" >&2; exit 2; }
	@echo "making the environment in $(VENV) (once, about a minute) ..." >&2
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c config/constraints.txt -e '.[dev]'
	@touch $@

run: $(VENV)/.ready
	@if [ -n "$$TELEGRAM_BOT_TOKEN" ]; then exec $(BIN)/jianbao run; \
	else echo "TELEGRAM_BOT_TOKEN is not set: opening the same conversation in this terminal." >&2; exec $(BIN)/jianbao chat; fi

lint: $(VENV)/.ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

test: $(VENV)/.ready lint
	@$(BIN)/python -m pytest -n auto -m 'not integration and not cluster' --durations=5

# Where PyPI can't be reached the tests are skipped with a line that says what is missing.
$(VENV)/.integration: $(VENV)/.ready
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c config/constraints.txt -e '.[dev,integration]' && touch $@ || true

test-integration: $(VENV)/.integration
	@$(BIN)/python -m pytest -m integration -rs

test-cluster: $(VENV)/.ready
	@$(BIN)/python -m pytest -m cluster -rs

bench: $(VENV)/.ready
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c config/constraints.txt -e '.[bench]'
	@$(BIN)/python -m tests.benchmarks

clean:
	rm -rf $(VENV) .jianbao .mypy_cache .ruff_cache .pytest_cache
