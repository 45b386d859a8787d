# Everything goes through here; .ci/run calls `make test` too.
#   make run                 set up once, then open the chat on 127.0.0.1
#   make test                set up once, then run every check and test, the browser ones included
#   make ask Q="question"    the same answer in the terminal
#   make test-long           all of that, and the tests that take minutes: 200 processes killed, every stored file damaged
#   make fix                 format and mend what ruff can
#   make bench               every figure of docs/speed.md, beside a peer; texts by path: EVAL, and more of them TEXTS;
#                            LARGE keeps what it makes (1.3 GB, some minutes); SMALL=1 tries it on little, into build/
#   make bench-quality       every figure of docs/quality.md; data by path: EVAL, and ACL, REWRITES, RAMDOCS,
#                            PARAPHRASES and SQUAD2 (see bench/squad2.py) where they are at hand
#   make fit EVAL=../shared/eval   fit qa/weights.json again, for the quick reader and for both

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EVAL ?= ../shared/eval
OUT ?= docs/quality.md
SPEED ?= $(if $(SMALL),build,docs)/speed.md
LARGE ?= build/large
PEER := build/peer
FITTED_ON := --written bench/questions/dossiers bench/questions/texts $(EVAL)/written/gum $(EVAL)/written/invented \
	--sets $(EVAL)/xquad $(EVAL)/nq

.PHONY: run test test-long ask fix bench bench-quality fit clean

run: $(VENV)/model.stamp
	$(BIN)/python app.py

ask: $(VENV)/run.stamp
	@$(BIN)/python -m qa ask "$(Q)"

test: $(VENV)/test.stamp $(VENV)/model.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

test-long: $(VENV)/test.stamp
	$(BIN)/python -m pytest -m "long or not long"

fix: $(VENV)/test.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/test.stamp $(PEER)/stamp
	$(BIN)/python -m bench.speed --eval $(EVAL) $(if $(TEXTS),--texts $(EVAL) $(TEXTS)) --large $(LARGE) \
		$(if $(SMALL),--small) --out $(SPEED)

bench-quality: $(VENV)/test.stamp
	$(BIN)/python -m bench.quality --eval $(EVAL) $(if $(ACL),--acl $(ACL)) $(if $(REWRITES),--rewrites $(REWRITES)) \
		$(if $(SQUAD2),--squad2 $(SQUAD2)) $(if $(RAMDOCS),--ramdocs $(RAMDOCS)) \
		$(if $(PARAPHRASES),--paraphrases $(PARAPHRASES)) --out $(OUT)

fit: $(VENV)/test.stamp $(VENV)/model.stamp
	$(BIN)/python -m bench.fit $(FITTED_ON)

# The strong reader's model, 438 MB, once; where it cannot be had, the quick reader answers alone.
$(VENV)/model.stamp: $(VENV)/run.stamp
	$(BIN)/python -m qa model get && touch $@ || true

# A stamp is newer than the list it was installed from, so that a second run installs nothing.
$(VENV)/run.stamp: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/test.stamp: requirements-dev.txt $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# In a folder of its own, and without what it depends on: see bench/peer.py.
$(PEER)/stamp: bench/peer.txt | $(BIN)/python
	rm -rf $(PEER)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --target $(PEER) -r bench/peer.txt
	@touch $@

# Debian leaves ensurepip out of python3; as root it is fetched, else the message says how.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; PYTHON=/path/to/python3.11 names one."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq python3-venv; } || \
		{ echo "Python's venv module is missing. On Debian: sudo apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

clean:
	rm -rf $(VENV)
