"""Others' words in print: shown letter for letter, setting nothing, linking nowhere, running nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.render.made import VOCABULARY, Words, library
from tests.render.payloads import PAYLOADS

from handbook.export.pdf.book import book
from handbook.export.pdf.choice import choices
from handbook.export.pdf.imprint import Imprint
from handbook.export.pdf.parts import Block, Book
from handbook.export.pdf.plain import as_data, named, visible
from handbook.export.pdf.points import Points
from handbook.export.pdf.press import Press, bound
from handbook.export.pdf.stock import Stock
from handbook.render.shelf import Shelf

from .printed import PrintedBook, tight

TYPST = (
    "#panic()",
    '#read("/etc/passwd")',
    '#import "@preview/x:1.0.0": *',
    "= 标题",
    "*粗* _斜_ `代码` $x^2$ @引用 <标签>",
    "#set text(size: 90pt)",
    "\\u{41} ~ -- --- ...",
    '#link("https://example.org")[点这里]',
    "/* 注释 */ // 注释",
    "] [ } { ) (",
)
ACTIVE = ("/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/AcroForm", "/OpenAction", "/URI")
PLACES = ("title", "issuer", "number", "section", "heading", "body", "agency", "label", "value", "note", "card_title")


@pytest.fixture(scope="module")
def data(stock: Stock, imprint: Imprint) -> Book:
    """The whole handbook of documents whose every place holds a payload."""
    filled = (replace(Words(), **dict.fromkeys(PLACES, payload)) for payload in (*TYPST, *PAYLOADS))
    made = Stock(Shelf.of(library(*filled), VOCABULARY), stock.words, Points("https://handbook.example.org/"))
    return book(choices(made.shelf, made.words)[0], made, imprint)


@pytest.fixture(scope="module")
def printed(data: Book, press: Press, tmp_path_factory: pytest.TempPathFactory) -> PrintedBook:
    return PrintedBook(bound(press, "book.typ", as_data(data)).pdf, tmp_path_factory.mktemp("hostile") / "book.pdf")


def test_every_payload_is_shown_as_its_characters(printed: PrintedBook) -> None:
    """A character that no face has, or that hides or turns its neighbours, is shown by its number."""
    there = frozenset(printed.body)
    missing = []
    for payload in (*TYPST, *PAYLOADS):
        shown = "".join(char if char in there else named(char) for char in tight(visible(payload)))
        if shown not in printed.body:
            missing.append((payload, shown))
    assert missing == []


def test_payloads_make_no_entry_and_no_link(printed: PrintedBook, data: Book) -> None:
    blocks = [part for chapter in data.chapters for part in chapter.parts if isinstance(part, Block)]
    assert sum(1 for depth, _, _ in printed.outline if depth == 2) == len(blocks)
    labels = {block.label for block in blocks} | {chapter.label for chapter in data.chapters}
    assert {anchor.name for anchor in printed.anchors} <= labels


def test_nothing_in_the_file_acts(printed: PrintedBook) -> None:
    found = {name for one in printed.pdf.objects for name in ACTIVE if name in str(type(one)) or _has(one, name)}
    assert found == set()


def _has(one: object, name: str) -> bool:
    keys = getattr(one, "keys", None)
    return bool(keys) and name in keys()
