"""From the library to printed books, stage by stage: what to print, what is there already, and the print run."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from .export.pdf import ledger
from .export.pdf.faces import FAMILIES, faces_of
from .export.pdf.imprint import Imprint
from .export.pdf.ledger import Listed
from .export.pdf.orders import Order, Shop
from .export.pdf.parts import Faces
from .export.pdf.press import Press, families
from .export.pdf.run import Printed, printed
from .export.pdf.wish import Wish
from .export.records import VERSION
from .model import Library, Vocabulary
from .render.views.printed import PrintedBook
from .render.words import words_of

__all__ = [
    "FAMILIES",
    "Faces",
    "faces_of",
    "Listed",
    "Order",
    "Press",
    "Printed",
    "Shop",
    "Wish",
    "families",
    "printed",
]

LEDGER = ledger.NAME


def shop(
    library: Library,
    vocabulary: Vocabulary,
    strings: Mapping[str, object],
    layouts: Mapping[str, bytes],
    site: str,
    edition: str,
    faces: Faces,
) -> Shop:
    """What the books of an edition are ordered from.

    `strings` are the words of the edition, `layouts` the templates of its books, `site` the address of the published
    handbook, empty where there is none.
    """
    content = b"\0".join(name.encode() + b"\0" + data for name, data in sorted(layouts.items()))
    imprint = Imprint(edition, VERSION, faces)
    return Shop(library, vocabulary, words_of(strings), imprint, site, content)


def finished(content: bytes, orders: Sequence[Order], there: Collection[str]) -> dict[str, Listed]:
    """The books of a list, by name, that are as they were ordered and whose file is there."""
    listed = ledger.current(ledger.read(content), {order.name: order.mark for order in orders})
    return {name: book for name, book in listed.items() if f"{name}.pdf" in there}


def entry(made: Printed) -> Iterator[Listed]:
    """The line of the list for a book that was made."""
    if made.book:
        order, book = made.order, made.book
        yield Listed(order.name, order.title, order.sites, order.mark, book.pages, len(book.pdf))


def list_of(books: Mapping[str, Listed]) -> bytes:
    """The list of finished books, for the next build."""
    return ledger.written(books.values())


def by_page(books: Mapping[str, Listed]) -> dict[str, tuple[PrintedBook, ...]]:
    """The books by the address of the page that leads to them."""
    found: dict[str, list[PrintedBook]] = {}
    for book in books.values():
        cards = len(book.sites) > 1
        for page, site in enumerate(book.sites, start=1):
            printed = PrintedBook(f"{book.name}.pdf", book.title, book.pages, book.bytes, page if cards else 0)
            found.setdefault(site, []).append(printed)
    return {site: tuple(printed) for site, printed in found.items()}
