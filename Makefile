# make demo    build the graph of the example letters, and say where the page is
# make setup   make .venv with all that the tests need
# make test    run the tests
# make lint    check style and types
# make wheel   build the wheel, and try it where nothing else is installed

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AXE := tests/view/page
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check

.PHONY: demo setup test lint wheel chromium axe virtuoso clean

demo: $(VENV)/.installed
	@$(BIN)/kg demo

setup: $(VENV)/.dev chromium axe virtuoso

test: setup
	@$(BIN)/python -m pytest -n 2 --dist worksteal

lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/mypy --strict

wheel: $(VENV)/.dev
	@rm -rf dist
	@$(PIP) wheel --no-deps --wheel-dir dist .
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && unset PYTHONPATH && \
	$(PYTHON) -m venv "$$folder/venv" && \
	"$$folder/venv/bin/python" -m pip -qq --disable-pip-version-check install dist/*.whl && \
	cd "$$folder" && venv/bin/kg demo && test -s output/index.html && venv/bin/kg query --name letters >/dev/null
	@ls dist/*.whl

# The tests that open the page need a browser.
chromium:
	@command -v chromium >/dev/null \
	|| { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && echo "Installing chromium ..." \
	     && apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y chromium >/dev/null 2>&1; } \
	|| echo "The tests of the page need chromium; on Debian: sudo apt-get install chromium"

# axe-core looks for what keeps people out of the page; the tests do without it where there is no npm.
axe:
	@test -d $(AXE)/node_modules/axe-core \
	|| { command -v npm >/dev/null && npm ci --prefix $(AXE) --silent --no-audit --no-fund >/dev/null 2>&1; } \
	|| echo "The tests of accessibility need axe-core; get it with: npm ci --prefix $(AXE)"

# The tests that bring a graph to a store of others need one: 15 MB, and no service that starts by itself.
virtuoso:
	@command -v virtuoso-t >/dev/null \
	|| { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && echo "Installing virtuoso ..." \
	     && apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y virtuoso-opensource-7-bin >/dev/null 2>&1; } \
	|| echo "Some tests need Virtuoso; on Debian: sudo apt-get install virtuoso-opensource-7-bin"

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "Kamergraph needs Python 3.11 or later; name one with: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --upgrade "pip>=25.1"
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.installed
	@$(PIP) install --group dev
	@touch $@

clean:
	@rm -rf $(VENV) $(AXE)/node_modules dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
