# make demo: see it work.  make test: the tests.  make check: everything CI runs.  make bench: the timings.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check bench update setup clean

demo: $(READY)
	$(BIN)/planwright -C examples/council --as-at 2026-11-21 validate
	$(BIN)/planwright -C examples/council --as-at 2026-11-21 status
	$(BIN)/planwright -C examples/council --as-at 2026-11-21 render --all --output build

test: $(READY)
	$(BIN)/pytest -n auto -m "not slow"

check: $(READY)
	.ci/check $(BIN)

bench: $(READY)
	$(BIN)/python bench/bench.py

update: $(READY)
	$(BIN)/pytest --update tests/test_generated.py tests/test_reports.py

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	@echo "Setting up $(VENV): this takes a minute, once"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --group dev --editable .
	@touch $(READY)

clean:
	rm -rf $(VENV) build dist .coverage* htmlcov
