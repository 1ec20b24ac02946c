# Requires Python 3.11 or later. To use another interpreter: make PYTHON=python3.13
PYTHON ?= python3
RUN := .venv/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check install --quiet --require-hashes --requirement
LOCK := $(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
# The tests start hundreds of processes: each would compile the generator again.
unexport PYTHONDONTWRITEBYTECODE
WORKERS := --dist worksteal --numprocesses
COSMIC_RAY := $(abspath $(RUN)) -m uv tool run --quiet --from cosmic-ray==8.7.0

.PHONY: help generate check quick test slow lint examples reference docs edits coverage contract dist build bench corpus mutants lock clean

help: ## list the targets
	@awk -F ' ?:.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

generate: .venv/requirements.lock ## generate the client in generated/ from spec/openapi.yaml
	$(RUN) generate.py build $(OPTIONS)

check: .venv/requirements.lock ## fail if generated/ is out of date, and print the reason
	$(RUN) generate.py check $(OPTIONS)
	$(RUN) generate.py changes --require-version $(OPTIONS)

quick: .venv/requirements-dev.lock ## check drift, lint and examples, and run a sample of the tests, in half a minute
	$(RUN) generate.py check
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m tests.programs
	$(RUN) -m pytest $(WORKERS) auto --quick

test: .venv/requirements-dev.lock ## run the tests that are not slow, with those against Prism if it is installed, in at most two minutes
	$(RUN) -m pytest $(WORKERS) auto -m "not slow and not each_edit"

slow: .venv/requirements-dev.lock ## run the slow tests: type checkers, faults, copies of the repository (takes minutes)
	$(RUN) -m pytest $(WORKERS) 3 -m "slow and not each_edit"

lint: .venv/requirements-dev.lock examples ## run ruff, mypy and pyright, and check the examples
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(RUN) -m pyright --pythonpath $(RUN)

examples: .venv/requirements-dev.lock ## check examples/ and code in documentation against the client
	$(RUN) -m tests.programs

reference: .venv/requirements.lock ## compare the spec with the vendor's pages in spec/pages.txt (requires the network)
	$(RUN) generate.py reference $$(sed '/^#/d' spec/pages.txt) $(OPTIONS)

docs: .venv/requirements-dev.lock ## build the site for users of the client from guide/ in dist/guide/
	$(RUN) -m sphinx -q -W --keep-going -b html guide dist/guide
	@echo "the site: dist/guide/index.html"

edits: .venv/requirements-dev.lock ## test each edit in tests/edits/ in a copy of the repository (takes minutes)
	$(RUN) -m pytest $(WORKERS) auto -m each_edit tests/edits/test_edits.py

coverage: .venv/requirements-dev.lock ## run the tests and report lines that are not covered
	$(RUN) -m pytest $(WORKERS) auto --cov

contract: .venv/requirements-dev.lock tests/contract/node_modules ## install Prism, a mock server, and test the client with it (requires Node 20)
	$(RUN) -m pytest tests/contract

dist: .venv/requirements-dev.lock ## build the wheel and the source distribution of the generator
	$(RUN) -m build --outdir dist .

build: .venv/requirements-dev.lock ## build the wheel and sdist of the client in dist/
	$(RUN) -m build --no-isolation --outdir dist generated

bench: .venv/requirements-dev.lock ## compare the client and the generator with others, for docs/benchmarks.md (takes minutes)
	$(RUN) -m benchmarks.runtime
	$(RUN) -m benchmarks.generation $(CORPUS)

corpus: .venv/requirements-dev.lock ## test the clients of all documents in a folder: make corpus CORPUS=FOLDER
	$(RUN) -m corpus $(or $(CORPUS),$(error missing folder: make corpus CORPUS=FOLDER)) $(OPTIONS)

mutants: .venv/requirements-dev.lock ## run mutation tests of the retry loop (takes minutes)
	rm -rf .mutants
	mkdir -p .mutants/tests
	cp -R templates pyproject.toml tests/mutants.toml .mutants
	cp -R tests/runtime .mutants/tests
	cd .mutants && $(COSMIC_RAY) cosmic-ray init mutants.toml session.sqlite
	cd .mutants && $(COSMIC_RAY) cr-filter-operators session.sqlite mutants.toml
	cd .mutants && $(COSMIC_RAY) cosmic-ray exec mutants.toml session.sqlite
	cd .mutants && $(COSMIC_RAY) cr-report --surviving-only --show-diff session.sqlite

lock: .venv/requirements-dev.lock ## update the locks to the newest releases that requirements*.in allow
	$(LOCK) --upgrade --output-file requirements.lock requirements.in
	$(LOCK) --upgrade --output-file requirements-dev.lock --constraint requirements.lock requirements-dev.in

clean: ## remove everything that make created, except generated/
	rm -rf .venv .mutants dist tests/contract/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=...")'
	$(PYTHON) -m venv .venv

.venv/%.lock: %.lock | .venv/bin/python
	$(PIP) $<
	@cp $< $@

tests/contract/node_modules: tests/contract/package-lock.json
	npm ci --ignore-scripts --prefix tests/contract
	@touch $@
