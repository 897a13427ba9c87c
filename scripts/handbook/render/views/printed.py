"""The printed book that belongs to a page: the link to its PDF, with its pages and size."""

from __future__ import annotations

from dataclasses import dataclass

from .. import links
from ..words import Words
from .parts import Link

KILO = 1024
MEGA = KILO * KILO


@dataclass(frozen=True, slots=True)
class PrintedBook:
    """A finished book: the file on the site, its pages and bytes; `page` is the one meant, 0 for all of them."""

    file: str
    title: str
    pages: int
    bytes: int
    page: int = 0


def book_link(here: str, book: PrintedBook, words: Words) -> Link:
    """The link from a page to a book, or to the one page of it that is meant."""
    if book.page:
        text = words("printed.card", page=book.page, size=size(book.bytes))
        return Link(text, links.pdf(here, book.file, book.page))
    return Link(words("printed.download", pages=book.pages, size=size(book.bytes)), links.pdf(here, book.file))


def size(bytes: int) -> str:
    """A size in the unit that people know, rounded up."""
    return f"{-(-bytes // KILO)} KB" if bytes < MEGA else f"{bytes / MEGA:.1f} MB"
