"""The measures of a library as the search sees them: plain words, in the order of the library."""

from __future__ import annotations

from ..model import DocumentRecord, Entry, Library, MeasureRecord, Record, Vocabulary
from . import links
from .shelf import Shelf
from .summary import summary
from .views.standing import standing_view
from .views.wording import heading_of
from .words import Words


def entries(library: Library, vocabulary: Vocabulary, words: Words) -> tuple[Entry, ...]:
    """One entry for each measure and general part: number n of the search is number n here."""
    shelf = Shelf.of(library, vocabulary)
    return tuple(_entry(record, item, shelf, words) for record in library.documents for item in record.measures)


def _entry(record: DocumentRecord, item: MeasureRecord, shelf: Shelf, words: Words) -> Entry:
    return Entry(_record(record, item, shelf, words), ())


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
