"""The measures of a library as the search sees them: plain words, in the order of the library."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Document, DocumentRecord, Entry, Library, Measure, MeasureRecord, Passage, Record, Vocabulary
from ..text.numerals import whole as number
from . import links
from .shelf import Shelf
from .summary import summary
from .views.shown import wording_of
from .views.standing import standing_view
from .views.wording import heading_of, name_of, whole
from .words import Words

MARKER = re.compile(r"[0-9０-９]+|[〇零一二三四五六七八九十百]+")  # the number in （二十四）, 第三条, 02, 1.


def entries(library: Library, vocabulary: Vocabulary, words: Words) -> tuple[Entry, ...]:
    """One entry for each measure and general part: number n of the search is number n here."""
    shelf = Shelf.of(library, vocabulary)
    return tuple(_entry(record, item, shelf, words) for record in library.documents for item in record.measures)


def _entry(record: DocumentRecord, item: MeasureRecord, shelf: Shelf, words: Words) -> Entry:
    measure, document = item.measure, record.document
    findings = measure.findings
    agencies = (agency.full or whole(agency.name) for agency in findings.agencies)
    known = (shelf.agencies[agency.id].name for agency in findings.agencies if agency.id in shelf.agencies)
    terms = (name for entry, _ in shelf.terms_of(item.id) for name in (entry.term.term, *entry.term.variants))
    return Entry(
        record=_record(record, item, shelf, words),
        ordinal=_ordinal(measure),
        title=name_of(measure),
        section=whole(document.sections[measure.section].title) if measure.section is not None else "",
        document=_once(_document(record, document, shelf)),
        terms=_once(terms),
        agencies=_once((*agencies, *known)),
        groups=_once((*(topic.name for topic in findings.topics), *(one.name for one in findings.audiences))),
        body=tuple(passage.text for passage in _body(document, measure) if passage),
    )


def _record(record: DocumentRecord, item: MeasureRecord, shelf: Shelf, words: Words) -> Record:
    standing = standing_view(item.standing, shelf.library.as_of, words)
    return Record(
        id=item.id,
        url=links.measure(item.id),
        title=heading_of(item.measure),
        document=record.short_title,
        region=shelf.region_name(record.region),
        general=item.measure.kind == "general",
        standing=standing.name,
        begins=standing.begins,
        ends=standing.ends,
        later=standing.later_name,
        benefit=summary(item.measure.findings, words),
    )


def _ordinal(measure: Measure) -> int:
    """The number of a measure in its document; a general part has the number of its chapter, which is no such number."""
    found = MARKER.search(measure.number) if measure.kind == "measure" else None
    return (number(found[0]) or 0) if found else 0


def _document(record: DocumentRecord, document: Document, shelf: Shelf) -> Iterator[str]:
    named = (document.title, document.notice_title, document.number, *document.issuers)
    yield record.short_title
    yield from (whole(passage) for passage in named if passage)
    yield shelf.region_name(record.region)
    rules = (*(rule.text for rule in document.stacking), document.validity)
    yield from (whole(passage) for passage in rules if passage)


def _body(document: Document, measure: Measure) -> Iterator[Passage]:
    """The official wording of the page: text, agency brackets, the values of a card with their labels."""
    shown = wording_of(document, measure)
    yield shown.text
    yield from shown.brackets
    for field in measure.fields:
        yield field.label
        yield field.value


def _once(names: Iterator[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))
