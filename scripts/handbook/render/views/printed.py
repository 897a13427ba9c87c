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
    """A finished book: the file on the site, its pages and bytes."""

    file: str
    title: str
    pages: int
    bytes: int


def book_link(here: str, book: PrintedBook | None, words: Words) -> Link | None:
    """The link from a page to its book; None where there is none."""
    if not book:
        return None
    text = words("printed.download", title=book.title, pages=book.pages, size=size(book.bytes))
    return Link(text, links.pdf(here, book.file))


def size(bytes: int) -> str:
    """A size in the unit that people know, rounded up."""
    return f"{-(-bytes // KILO)} KB" if bytes < MEGA else f"{bytes / MEGA:.1f} MB"
