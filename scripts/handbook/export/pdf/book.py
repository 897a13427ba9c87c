"""A book put together: cover, how to use it, chapters, and what stands after them."""

from __future__ import annotations

from dataclasses import dataclass

from ...render import links
from ...render.open_to import by_type
from ...render.shelf import Shelf
from ...render.views.lists import shelved_regions
from ...render.views.one_page import Cards
from ...render.words import Words
from .cards import card, card_label
from .chapters import chapter_label, chapters, documents_of
from .choice import Choice
from .ends import agencies, left_out, terms, types
from .parts import Book, Card, Cover, Faces
from .points import Points, points

REGION = {"zh-Hans": "cn", "zh-Hant": "tw"}  # of the faces of an edition
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
    """What holds for every book of an edition: its code, the version of the handbook and the address of its site, and its faces."""

    edition: str
    version: str
    home: str
    faces: Faces


def book(choice: Choice, shelf: Shelf, words: Words, imprint: Imprint) -> Book:
    """All that a book says."""
    documents = {record.id: chapter_label(record.id) for record in documents_of(choice, shelf)}
    found = points(choice.measures, documents, imprint.home)
    day = shelf.library.as_of
    return Book(
        edition=imprint.edition,
        region=REGION[imprint.edition],
        faces=imprint.faces,
        day=(day.year, day.month, day.day),
        cover=_cover(choice, shelf, words, imprint),
        words=printed(words),
        how=tuple(words(f"pdf.how_{name}") for name in ("read", "status", "find", "web")),
        card=_card(choice, shelf, words, found),
        chapters=chapters(choice, shelf, words, found),
        terms=terms(choice, shelf),
        agencies=agencies(choice, shelf),
        types=types(choice, shelf),
        left_out=left_out(choice, shelf, words, found),
        disclaimer=disclaimer(words),
        errata=found.outside(links.ERRATA),
        home=found.outside(choice.site),
    )


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


def _card(choice: Choice, shelf: Shelf, words: Words, found: Points) -> Card | None:
    if not choice.type:
        return None
    return card(choice.type, choice.place, Cards(shelf, by_type(shelf), shelved_regions(shelf)), words, found)
