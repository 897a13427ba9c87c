"""What the press is asked to make: each book with its data, and the mark by which an unchanged one is known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version

from ...model import Library, Vocabulary
from ...render.shelf import Shelf
from ...render.words import Words
from .book import Imprint, book
from .choice import Choice, choices
from .plain import as_data
from .points import Points
from .stock import Stock
from .wish import Wish, chosen

TOOLS = ("typst", "pikepdf", "segno")
BOOK = "book.typ"


@dataclass(frozen=True, slots=True)
class Order:
    """A book to be made: its file without `.pdf`, its title, the template, the data, and the address it belongs to.

    `mark` is the SHA-256 of all that decides its bytes.
    """

    name: str
    title: str
    site: str
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

    def every(self) -> Iterable[Order]:
        """The orders of all books."""
        stock = self._stock()
        return (self._order(choice, stock) for choice in choices(stock.shelf, self.words))

    def wished(self, wish: Wish) -> Order:
        """The order of the book of a wish."""
        stock = self._stock()
        return self._order(chosen(wish, stock.shelf, self.words), stock)

    def _stock(self) -> Stock:
        return Stock(Shelf.of(self.library, self.vocabulary), self.words, Points(self.home))

    def _order(self, choice: Choice, stock: Stock) -> Order:
        data = as_data(book(choice, stock, self.imprint))
        return Order(choice.name, choice.title, choice.site, BOOK, data, mark(BOOK, self.templates, data))


def mark(template: str, templates: bytes, data: str) -> str:
    """The mark of a book: it changes with its data, the templates and the tools."""
    tools = " ".join(f"{name} {version(name)}" for name in TOOLS)
    parts = (template.encode(), tools.encode(), templates, data.encode("utf-8", errors="replace"))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
