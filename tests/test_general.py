"""The code is for every policy text: no module of it names a place, a title or a file of the captures at hand."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook import files

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "scripts" / "handbook"
EXAMPLES = ("cli/", "files/")  # their help and messages show people an example of the right form
MODULES = sorted(
    name
    for name in (path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
    if not name.startswith(EXAMPLES)
)
WINDOW = 10  # a run of a title this long, the place left out, is no common phrase
LEVELS = ("省", "市", "区", "县", "州")
EVERYWHERE = {"全国", "国家"}


def words() -> Iterator[str]:
    """The ids, places, outlets and runs of titles that `source.yml` of every capture states."""
    for card, _ in files.read_sources(ROOT / "sources"):
        yield from (card.id, card.id.rpartition("-")[0], card.outlet, *(document.id for document in card.documents))
        places = ({card.region} | {document.region for document in card.documents}) - EVERYWHERE - {""}
        for place in places:
            yield place
            yield place.rstrip("".join(LEVELS))
        for title in (card.title, *(document.title for document in card.documents)):
            for place in places:
                title = title.replace(place, "")
            yield from (title[at : at + WINDOW] for at in range(max(1, len(title) - WINDOW + 1)))


WORDS = sorted({word for word in words() if len(word) >= 2})


def literals(code: str) -> Iterator[str]:
    """The strings and names of a module but for its docstrings; comments are no part of its tree."""
    tree = ast.parse(code)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value
        elif isinstance(node, ast.Name):
            yield node.id.lower()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_knows_no_capture(module: str) -> None:
    said = "\n".join(literals((PACKAGE / module).read_text(encoding="utf-8")))
    assert [word for word in WORDS if word in said] == []


def test_the_words_looked_for_are_those_of_the_captures() -> None:
    ids = {path.parent.name for path in ROOT.glob("sources/*/source.yml")}
    assert ids
    assert ids <= set(WORDS)
    assert set(literals('"""东市"""\n# 南市\nNAME = "某市"')) == {"某市", "name"}
