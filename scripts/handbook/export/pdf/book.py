"""A book put together: cover, how to use it, chapters, and what stands after them."""

from __future__ import annotations

from dataclasses import replace

from ...render import links
from ...render.shelf import Shelf
from ...render.words import Words
from .cards import card
from .chapters import chapters, documents_of
from .choice import Choice
from .ends import agencies, left_out, terms, types
from .faces import REGIONS
from .imprint import Imprint, printed
from .parts import Block, Book, Cover, Row
from .points import Points
from .stock import Stock


def book(choice: Choice, stock: Stock, imprint: Imprint) -> Book:
    """All that a book says."""
    shelf, words, points = stock.shelf, stock.words, stock.points
    day = shelf.library.as_of
    made = Book(
        edition=imprint.edition,
        region=REGIONS[imprint.edition],
        faces=imprint.faces,
        day=(day.year, day.month, day.day),
        as_of=words("status.as_of", day=day.isoformat()),
        cover=_cover(choice, shelf, words, imprint),
        words=printed(words),
        how=tuple(words(f"pdf.how_{name}") for name in ("read", "status", "find", "web")),
        card=card(choice.type, choice.place, stock) if choice.type else None,
        chapters=chapters(choice, stock),
        terms=terms(choice, shelf),
        agencies=agencies(choice, shelf),
        types=types(choice, shelf),
        left_out=left_out(choice, stock),
        disclaimer=disclaimer(words),
        errata=points.to(links.ERRATA),
        home=points.to(choice.site),
        codes={},
    )
    return replace(made, codes=_codes(made, points))


def _codes(book: Book, points: Points) -> dict[str, str]:
    """The QR codes that the book prints: of itself, its measures and card, and what it points to and does not hold."""
    blocks = [part for chapter in book.chapters for part in chapter.parts if isinstance(part, Block)]
    values = (value for one in blocks for row in (*one.facts, Row("", one.related)) for value in row.values)
    held = {*(chapter.label for chapter in book.chapters), *(one.label for one in blocks)}
    labels = [book.home.label, book.errata.label, *(one.label for one in blocks)]
    labels += [book.card.label] if book.card else []
    labels += [value.to.label for value in values if value.to and value.to.label not in held]
    codes = {label: points.code(label) for label in dict.fromkeys(labels)}
    return {label: code for label, code in codes.items() if code}


def disclaimer(words: Words) -> tuple[str, ...]:
    return tuple(words(f"pdf.disclaimer_{name}") for name in ("unofficial", "figures", "copyright", "rights"))


def _cover(choice: Choice, shelf: Shelf, words: Words, imprint: Imprint) -> Cover:
    count = sum(1 for id in choice.measures if shelf.measures[id][1].measure.kind == "measure")
    lines = (
        words("pdf.edition"),
        words("status.as_of", day=shelf.library.as_of.isoformat()),
        words("pdf.version", version=imprint.version),
        words("pdf.counts", measures=count, documents=len(documents_of(choice, shelf))),
    )
    return Cover(choice.title, choice.subtitle, lines)
