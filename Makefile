# Everything runs from .venv, made once from requirements.lock and made again only when that changes.

CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11 python
PYTHON ?= $(shell for name in $(CANDIDATES); do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$name"; break; }; done)

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install --no-compile
unexport PYTHONDONTWRITEBYTECODE # else every process would compile the libraries anew, which takes seconds
UV = $(if $(shell command -v uv),uv pip install --python $(BIN)/python,false) # several times faster than pip

# pip also where uv fails: it alone knows the mirrors that pip is configured for
install = $(UV) $(1) || $(PIP) $(1)

.PHONY: audit test lab docs notebooks bench fuzz sbom lint format lock clean help

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

audit: $(READY) ## audit every disclosure in data/raw into data/processed
	$(BIN)/juesuan audit data/raw --out data/processed

test: lint ## lint, check types, run all tests and all notebooks
	$(BIN)/pytest -n 2 --dist loadgroup --no-loadscope-reorder
	$(BIN)/pytest -n 2 --dist loadfile --nbval --nbval-sanitize-with notebooks/sanitize.cfg notebooks

lint: $(READY) ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY) ## put every file into the project's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lab: $(READY) ## open JupyterLab on the start notebook
	$(BIN)/jupyter lab --ServerApp.root_dir="$(CURDIR)" notebooks/start.ipynb

docs: $(READY) ## make the documentation in site/, with every link checked
	$(BIN)/mkdocs build --strict

notebooks: $(READY) ## run the notebooks again and keep their outputs
	$(BIN)/jupyter nbconvert --to notebook --execute --inplace --ExecutePreprocessor.record_timing=False notebooks/*.ipynb

bench: $(READY) ## measure accuracy, speed and scale; changes of form by a sample (all: python -m metamorphic --all)
	PYTHONPATH=tests $(BIN)/python -m bench
	PYTHONPATH=tests $(BIN)/python -m bench.others
	PYTHONPATH=tests $(BIN)/python -m bench.formats
	PYTHONPATH=tests $(BIN)/python -m bench.torn data/raw
	PYTHONPATH=tests $(BIN)/python -m bench.evaluations
	PYTHONPATH=tests $(BIN)/python -m bench.city
	PYTHONPATH=tests $(BIN)/python -m bench.start
	PYTHONPATH=tests $(BIN)/python -m bench.scale
	PYTHONPATH=tests $(BIN)/python -m metamorphic

fuzz: $(READY) ## feed ten thousand damaged documents to the readers
	PYTHONPATH=tests $(BIN)/python -m fuzz

sbom: $(READY) ## list what .venv holds, with the licences that it states, in dist/sbom.json (CycloneDX)
	mkdir -p dist
	$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --output-file dist/sbom.json $(BIN)/python

lock: $(READY) ## choose the newest versions that the bounds in pyproject.toml allow
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		--extra cluster --group dev --output-file requirements.lock pyproject.toml

clean: ## remove the environment and all outputs
	rm -rf $(VENV) site .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find data/processed -mindepth 1 ! -name README.md -delete

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; name it with: make PYTHON=/path/to/python" >&2; exit 1; }
	@echo "Preparing $(VENV) from requirements.lock; this happens once."
	$(PYTHON) -m venv $(VENV)
	@$(call install,--require-hashes --requirement requirements.lock)
	@$(call install,--no-deps --no-build-isolation --editable .)
	@touch $@
