"""Builds a real site with MkDocs from a library, for tests that look at the built HTML."""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from handbook.export.datasets import datasets
from handbook.files import load
from handbook.model import Library
from handbook.render.engine import Engine
from handbook.render.page import Page
from handbook.render.pages import pages
from handbook.render.words import Words

from .made import VOCABULARY

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"

os.environ["NO_MKDOCS_2_WARNING"] = "1"


def words() -> Words:
    """The words of the Simplified edition, as they are in the tree."""
    return engine().words


def engine() -> Engine:
    """The templates and words of the Simplified edition, as they are in the tree."""
    found = {
        path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(TEMPLATES.rglob("*.j2"))
    }
    strings = load("zh-Hans.yml", (TEMPLATES / "strings/zh-Hans.yml").read_bytes()).value
    assert isinstance(strings, dict)
    return Engine(found, strings)


def rendered(library: Library) -> tuple[Page, ...]:
    return pages(library, VOCABULARY, engine())


def site(library: Library, folder: Path) -> Path:
    """The built site of a library, with the hand-written pages and the downloads; a warning of MkDocs fails the build."""
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs", docs)
    for page in rendered(library):
        path = docs / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        assert not path.exists(), f"{page.path} is written twice"
        path.write_text(page.text, encoding="utf-8", newline="\n")
    for name, content in datasets(library, VOCABULARY, engine().words).items():
        (docs / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / "data" / name).write_bytes(content)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    build(load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(folder / "site")))
    return folder / "site"
