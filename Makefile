# Limber's daily commands; `make help` lists them. The work is done by packaging/ and the tools in .venv/.
BIN := .venv/bin
STAMP := .venv/limber.stamp
WORDS := $(patsubst %.po,%.mo,$(wildcard resources/i18n/*/LC_MESSAGES/*.po))

# What the system's packages are for: `run` the window, `test` the hidden screen and its keys as well.
PURPOSE := run
test bench bench-long: PURPOSE := test

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench bench-long soak screenshots package-test words language missing clean system

help:  ## list these commands
	@grep -hE '^[a-z-]+:.*  ## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*  ## (.*)/  make \1\t\2/' | expand -t 24

setup: system $(STAMP) $(WORDS)  ## set up .venv/ with everything Limber needs
	@$(BIN)/python -m compileall -q app migrations  # where Python may not keep what it compiled, each start would again

run: setup  ## set up, then open Limber (without a display: pictures of its pages)
	@packaging/run.sh

test: check  ## set up, then every check and every test
	$(BIN)/python -m pytest -n auto --ignore tests/end_to_end
	$(BIN)/python -m pytest tests/end_to_end

check: setup  ## style, types, layers and the list of words, without the tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python packaging/extract_words.py --check

bench: setup  ## measure speed and the cues' timing on a busy machine, into build/bench.json
	$(BIN)/python -m tests.benchmarks

bench-long: setup  ## the cues' timing alone, over thirty minutes, into build/bench-long.json
	$(BIN)/python -m tests.benchmarks --cues 1800

soak: setup  ## kill it, damage its file, spoil its imports (KILLS=50 FLIPS=500 IMPORTS=500 SEED=1): nothing may be lost
	$(BIN)/python -m tests.soak --kills $(or $(KILLS),50) --pages --flips $(or $(FLIPS),500) \
	  --imports $(or $(IMPORTS),500) --full-disk --seed $(or $(SEED),1)

screenshots: setup  ## write pictures of every page into build/screenshots
	$(BIN)/limber screenshots build/screenshots

package-test: setup  ## build what people install (wheel, frozen folder, .deb), install each afresh and use it
	packaging/test_wheel.sh
	packaging/lint.sh
	packaging/frozen/build.sh
	packaging/test_frozen.sh
	packaging/appimage/build.sh --folder
	packaging/debian/build.sh
	packaging/debian/test.sh

words: setup  ## collect every word a person reads, for every translation
	$(BIN)/python packaging/extract_words.py
	$(BIN)/python packaging/languages.py update

language: setup  ## begin a translation: make language CODE=fr
	$(BIN)/python packaging/languages.py add $(CODE)

missing: setup  ## what is not translated yet, by language
	$(BIN)/python packaging/languages.py missing

clean:  ## remove what was made, apart from .venv/
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find app tests packaging migrations -name __pycache__ -type d -prune -exec rm -rf {} +

system:
	@packaging/system_libraries.sh $(PURPOSE)

$(STAMP): pyproject.toml constraints.txt | system
	@packaging/setup.sh

%.mo: %.po $(STAMP)
	$(BIN)/pybabel compile --input-file $< --output-file $@
