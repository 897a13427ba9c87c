# One command a job; `make help` lists them. Needs Python 3.11 or newer, make and git.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input
CODE := scripts tests benchmarks
FORMAT := text
BASE := origin/main
REVIEW := build/review
RELEASE := build/release

# Stamps say which lock the environment was made from; a changed lock makes it anew.
READY := $(VENV)/.handbook-ready
DEVELOP := $(VENV)/.develop-ready

export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1
# The day that statuses are true for is China's, wherever this runs; this form of it needs no time zone files.
export TZ := CST-8

.DEFAULT_GOAL := help
.PHONY: help handbook serve verify preview diff report review release forms test check golden benchmark lock browser clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /  make \1\t/' | expand -t 20

handbook: $(READY) ## build the whole handbook into build/
	@$(BIN)/handbook build --pdf

serve: $(READY) ## show the site at http://127.0.0.1:8000 and rebuild it as files change
	@$(BIN)/handbook serve

verify: $(READY) ## check the contributed files; FORMAT=github or json for machines
	@$(BIN)/handbook check --format $(FORMAT)

preview: $(READY) ## build the handbook marked as a preview that is not published
	@$(BIN)/handbook build --preview

diff: $(READY) ## say what changed in the handbook since BASE, in build/review/
	@rm -f $(REVIEW)/diff.*
	@$(BIN)/handbook diff $(BASE) --output $(REVIEW)

report: $(READY) ## print what `verify` and `diff` found as one Markdown text
	@printf '## 检查\n\n'
	@$(BIN)/handbook check 2>&1 | sed 's/^/    /' || true
	@printf '\n## 对照\n\n'
	@cat $(REVIEW)/diff.md 2>/dev/null || echo '没有生成对照：原文或用词还读不下去，请先改正上面的错误。'

review: ## verify, preview, diff and report: what a pull request gets
	@mkdir -p $(REVIEW); failed=0; for step in verify preview diff; do $(MAKE) $$step || failed=1; done; \
	  $(MAKE) --silent report > $(REVIEW)/report.md; exit $$failed

release: handbook ## build everything, with the files of a release in build/release/
	@rm -rf $(RELEASE) && mkdir -p $(RELEASE)
	@for book in build/pdf/*/*.pdf; do edition=$$(basename $$(dirname "$$book")); name=$$(basename "$$book" .pdf); \
	  [ "$$edition" = zh-Hans ] || name="$$name-$$edition"; [ ! -f "$$book" ] || cp "$$book" "$(RELEASE)/$$name.pdf"; done
	@cp build/data/handbook.json build/data/handbook.xlsx $(RELEASE)/
	@cd build && ../$(BIN)/python -m zipfile -c release/handbook-data.zip data/ && ../$(BIN)/python -m zipfile -c release/handbook-site.zip site/
	@cd $(RELEASE) && sha256sum * > SHA256SUMS

forms: ## write the issue forms and pull request templates of all platforms from templates/forms/
	@for place in .github .gitee; do \
	  rm -rf $$place/ISSUE_TEMPLATE && mkdir -p $$place/ISSUE_TEMPLATE && cp templates/forms/*.yml $$place/ISSUE_TEMPLATE/ \
	  && cp templates/forms/pull_request.md $$place/PULL_REQUEST_TEMPLATE.md; done
	@mkdir -p .gitlab/merge_request_templates && cp templates/forms/pull_request.md .gitlab/merge_request_templates/Default.md

test: check browser ## lint, types and all tests
	@$(BIN)/python -m pytest

check: $(DEVELOP) ## ruff, formatting and mypy --strict
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/mypy

golden: $(DEVELOP) ## write tests/golden/ and the pages that list columns and codes anew; read the diff before you commit it
	@$(BIN)/python tests/make_golden.py
	@$(BIN)/python tests/make_codes_page.py
	@$(BIN)/python tests/make_data_page.py
	@$(BIN)/python tests/make_pictures.py
	@$(BIN)/python tests/make_words.py

benchmark: $(DEVELOP) ## the whole build against a plain `mkdocs build` of the same pages
	@$(BIN)/python benchmarks/build.py
	@$(BIN)/python benchmarks/pdf.py

lock: $(READY) ## resolve the dependencies of pyproject.toml anew into requirements/*.txt
	@$(INSTALL) uv
	@$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --only-binary :all: --upgrade --custom-compile-command "make lock" --quiet --output-file requirements/handbook.txt
	@$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --only-binary :all: --upgrade --custom-compile-command "make lock" --quiet --extra develop \
	  --constraint requirements/handbook.txt --output-file requirements/develop.txt

browser: ## install Debian's Chromium, Chinese fonts and PDF reader for the tests, where they are missing
	@command -v chromium >/dev/null && fc-list :lang=zh-cn | grep -q . && command -v pdftotext >/dev/null \
	  || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fontconfig fonts-noto-cjk poppler-utils; }

clean: ## remove everything that was built; the environment stays
	@find build -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer was not found; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than 3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { apt-get update -qq && apt-get install -y -qq python3-venv; }
	@$(PYTHON) -m venv $(VENV)

$(READY): requirements/handbook.txt pyproject.toml | $(VENV)/bin/python
	@echo "installing the handbook from requirements/handbook.txt ..."
	@$(INSTALL) --only-binary :all: --require-hashes -r requirements/handbook.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEVELOP): requirements/develop.txt $(READY)
	@echo "installing the test tools from requirements/develop.txt ..."
	@$(INSTALL) --only-binary :all: --require-hashes -r requirements/develop.txt
	@touch $@
