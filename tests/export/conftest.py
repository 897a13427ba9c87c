"""The printed books that several tests read: a few of all, each made once a run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from handbook import files, pipeline, printing
from handbook.export.pdf.book import book
from handbook.export.pdf.cards import card_book
from handbook.export.pdf.choice import choices
from handbook.export.pdf.imprint import Imprint
from handbook.export.pdf.parts import Book, CardBook
from handbook.export.pdf.plain import as_data
from handbook.export.pdf.points import Points
from handbook.export.pdf.press import Press, bound
from handbook.export.pdf.stock import Stock
from handbook.render.shelf import Shelf
from handbook.render.words import words_of

from .printed import PrintedBook

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
SITE = "https://handbook.example.org/"
EDITION = "zh-Hans"


@pytest.fixture(scope="session")
def press() -> Press:
    return Press(ROOT / "templates/pdf", files.font_folders())


@pytest.fixture(scope="session")
def imprint() -> Imprint:
    found = printing.faces_of(EDITION, printing.families(files.font_folders()))
    assert found, "the faces of the books are installed by `make browser`"
    return Imprint(EDITION, "1.0", found)


@pytest.fixture(scope="session")
def stock() -> Stock:
    vocabulary = files.read_vocabulary(ROOT / "vocabulary")
    retired = files.read_retired(ROOT / "sources")
    library = pipeline.assemble(files.read_sources(ROOT / "sources"), vocabulary, DAY, retired)
    strings = files.load("zh-Hans.yml", (ROOT / "templates/strings/zh-Hans.yml").read_bytes()).value
    assert isinstance(strings, dict)
    return Stock(Shelf.of(library, vocabulary), words_of(strings), Points(SITE))


@pytest.fixture(scope="session")
def data(stock: Stock, imprint: Imprint) -> Callable[[str], Book]:
    """What the book of a name says."""
    named = {choice.name: choice for choice in choices(stock.shelf, stock.words)}
    return cache(lambda name: book(named[name], stock, imprint))


@pytest.fixture(scope="session")
def printed(data: Callable[[str], Book], press: Press, tmp_path_factory: pytest.TempPathFactory):
    """The printed book of a name."""
    folder = tmp_path_factory.mktemp("printed")

    @cache
    def make(name: str) -> PrintedBook:
        return PrintedBook(bound(press, "book.typ", as_data(data(name))).pdf, folder / f"{name}.pdf")

    return make


@pytest.fixture(scope="session")
def cards(stock: Stock, imprint: Imprint) -> CardBook:
    return card_book(stock, imprint)
