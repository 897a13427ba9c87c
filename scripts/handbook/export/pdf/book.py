"""A book put together: cover, how to use it, chapters, and what stands after them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...render import links
from ...render.shelf import Shelf
from ...render.words import Words
from .cards import card
from .chapters import chapters, documents_of
from .choice import Choice
from .ends import agencies, left_out, terms, types
from .faces import REGIONS
from .parts import Block, Book, Cover, Faces
from .points import Points
from .stock import Stock

#: The words that the template prints by itself; what is in braces in them it fills in.
PRINTED = (
    "pdf.contents", "pdf.how", "pdf.see_page", "pdf.page_of", "pdf.pages_index", "pdf.glossary", "pdf.agencies",
    "pdf.agencies_note", "pdf.types", "pdf.left_out", "pdf.left_out_note", "pdf.disclaimer", "pdf.errata",
    "pdf.errata_note", "pdf.index", "pdf.network", "pdf.scan", "pdf.rest_in_book", "pdf.rest_on_site", "pdf.unofficial",
    "pdf.leads", "pdf.edition", "pdf.continued", "page.not_stated", "page.comma", "facts.benefits", "facts.beneficiary",
    "facts.instrument", "facts.amount", "facts.condition", "facts.title", "facts.summary", "measure.text",
    "measure.fields", "measure.brackets", "measure.from_section", "measure.source", "page.editors", "for.gain",
    "for.condition", "for.agency", "for.until", "for.who", "glossary.unsure", "glossary.basis", "glossary.editors_note",
    "home.title", "document.column_title", "document.column_status", "facts.document", "pdf.page",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Imprint:
    """What holds for every book of an edition: its code, the version of the handbook, and the faces it is set in."""

    edition: str
    version: str
    faces: Faces


def book(choice: Choice, stock: Stock, imprint: Imprint) -> Book:
    """All that a book says."""
    shelf, words, points = stock.shelf, stock.words, stock.points
    day = shelf.library.as_of
    made = Book(
        edition=imprint.edition,
        region=REGIONS[imprint.edition],
        faces=imprint.faces,
        day=(day.year, day.month, day.day),
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
    values = (value for one in blocks for row in one.facts for value in row.values)
    held = {*(chapter.label for chapter in book.chapters), *(one.label for one in blocks)}
    labels = [book.home.label, book.errata.label, *(one.label for one in blocks)]
    labels += [book.card.label] if book.card else []
    labels += [value.to.label for value in values if value.to and value.to.label not in held]
    codes = {label: points.code(label) for label in dict.fromkeys(labels)}
    return {label: code for label, code in codes.items() if code}


def printed(words: Words) -> dict[str, str]:
    """The phrases of the template, those with a value in braces as they are."""
    return {name: words(name) for name in PRINTED}


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
