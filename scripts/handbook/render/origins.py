"""What each page was made from: the files of the project, and the lines in them, that a contributor would change."""

from __future__ import annotations

from ..model import DocumentRecord, MeasureRecord, Origin, Span
from .shelf import Shelf

SOURCES = Origin("sources/")
LISTS = {  # pages that list the entries of a file of the vocabulary
    "agencies.md.j2": "vocabulary/agencies.yml",
    "choose.md.j2": "vocabulary/enterprise_types.yml",
    "glossary.md.j2": "vocabulary/glossary.yml",
    "regions.md.j2": "vocabulary/regions.yml",
    "topics.md.j2": "vocabulary/topics.yml",
}


def of_measure(record: DocumentRecord, item: MeasureRecord, shelf: Shelf) -> tuple[Origin, ...]:
    """The lines of the capture, and the card on which misprints and notes are recorded."""
    return _in_capture(record.card.id, item.measure.span, shelf), of_card(record.card.id)


def of_document(record: DocumentRecord, shelf: Shelf) -> tuple[Origin, ...]:
    return _in_capture(record.card.id, record.document.span, shelf), of_card(record.card.id)


def of_source(id: str, shelf: Shelf) -> tuple[Origin, ...]:
    """The capture with its card; only the card where the capture is not shown."""
    capture = (Origin(f"sources/{id}/capture.txt"),) if shelf.has_text_page(id) else ()
    return (*capture, of_card(id))


def of_card(id: str) -> Origin:
    return Origin(f"sources/{id}/source.yml")


def of_word(file: str, id: str, shelf: Shelf) -> tuple[Origin, ...]:
    """The lines of an entry of the vocabulary; its file where it has no entry yet, as an agency that is not known."""
    path = f"vocabulary/{file}"
    first, last = shelf.entries.get((file, id), (0, 0))
    return (Origin(path, first, last),)


def of_retired() -> tuple[Origin, ...]:
    return (Origin("sources/retired.yml"),)


def of_template(name: str) -> tuple[Origin, ...]:
    """For a page that sums up the whole handbook: the words it lists or else its layout, and the sources it sums up."""
    return Origin(LISTS.get(name, f"templates/{name}")), SOURCES


def _in_capture(source: str, span: Span, shelf: Shelf) -> Origin:
    return Origin(f"sources/{source}/capture.txt", *shelf.lines(span))
