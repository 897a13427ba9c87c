"""What the press is asked to make: each book with its data, and the mark by which an unchanged one is known."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.metadata import version

from ...model import Library, Vocabulary
from ...render.shelf import Shelf
from ...render.words import Words
from .book import book
from .cards import card_book, card_pages
from .choice import Choice, choices
from .imprint import Imprint
from .plain import as_data
from .points import Points
from .stock import Stock
from .wish import Wish, chosen

TOOLS = ("typst", "pikepdf", "segno")
BOOK = "book.typ"
CARDS = "cards.typ"
CARDS_NAME = "cards"


@dataclass(frozen=True, slots=True)
class Order:
    """A book to be made: its file without `.pdf`, its title, the template and the data.

    `sites` are the addresses that it belongs to: of the book, or of each of its pages in turn where they are cards.
    `mark` is the SHA-256 of all that decides its bytes.
    """

    name: str
    title: str
    sites: tuple[str, ...]
    template: str
    data: str
    mark: str


@dataclass(frozen=True, slots=True)
class Shop:
    """All that the books of an edition are made from; `templates` are the bytes of the press's templates."""

    library: Library
    vocabulary: Vocabulary
    words: Words
    imprint: Imprint
    home: str
    templates: bytes

    def every(self) -> tuple[Order, ...]:
        """The orders of all books."""
        stock = self._stock()
        return (self._cards(stock), *(self._order(choice, stock) for choice in choices(stock.shelf, self.words)))

    def wished(self, wish: Wish) -> Order:
        """The order of the book of a wish."""
        stock = self._stock()
        return self._order(chosen(wish, stock.shelf, self.words), stock)

    def _stock(self) -> Stock:
        return Stock(Shelf.of(self.library, self.vocabulary), self.words, Points(self.home))

    def _order(self, choice: Choice, stock: Stock) -> Order:
        data = as_data(book(choice, stock, self.imprint))
        return Order(choice.name, choice.title, (choice.site,), BOOK, data, mark(BOOK, self.templates, data))

    def _cards(self, stock: Stock) -> Order:
        data = as_data(card_book(stock, self.imprint))
        title, found = self.words("pdf.cards"), mark(CARDS, self.templates, data)
        return Order(CARDS_NAME, title, card_pages(stock), CARDS, data, found)


def mark(template: str, templates: bytes, data: str) -> str:
    """The mark of a book: it changes with its data, the templates and the tools."""
    tools = " ".join(f"{name} {version(name)}" for name in TOOLS)
    parts = (template.encode(), tools.encode(), templates, data.encode("utf-8", errors="replace"))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
