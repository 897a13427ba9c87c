"""The library as pages look things up in it: captures, documents and regions by id, lines of a place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model import (
    AgencyIndex,
    Capture,
    DocumentRecord,
    EnterpriseType,
    Group,
    Library,
    MeasureRecord,
    Passage,
    Region,
    Related,
    RelatedMeasures,
    Span,
    TermEntry,
    Vocabulary,
)
from .errata import Misprint, misprints


@dataclass(frozen=True, slots=True)
class Shelf:
    """A library with its indexes; `regions` and `types` hold all that the vocabulary names, in its order."""

    library: Library
    captures: Mapping[str, Capture]
    documents: Mapping[str, DocumentRecord]
    regions: Mapping[str, Region]
    measures: Mapping[str, tuple[DocumentRecord, MeasureRecord]]
    types: Mapping[str, EnterpriseType]
    agencies: Mapping[str, AgencyIndex]
    places: Mapping[str, int]  # of each measure in the order of the library
    glossary: Mapping[str, TermEntry]
    used: Mapping[str, tuple[tuple[TermEntry, Passage], ...]]  # by measure or document: its terms in reading order
    misprints: Mapping[str, tuple[Misprint, ...]]  # by source, as its card lists them
    entries: Mapping[tuple[str, str], tuple[int, int]]  # lines of the vocabulary, by file and id
    related: Mapping[str, tuple[Related, ...]]  # by measure: those of other documents that it lists
    related_from: Mapping[str, tuple[str, ...]]  # by measure: those that list it

    @staticmethod
    def of(library: Library, vocabulary: Vocabulary) -> Shelf:
        return Shelf(
            library,
            {capture.card.id: capture for capture in library.captures},
            {record.id: record for record in library.documents},
            {region.id: region for region in vocabulary.regions},
            {item.id: (record, item) for record in library.documents for item in record.measures},
            {type.id: type for type in vocabulary.enterprise_types},
            {agency.id: agency for agency in library.agencies},
            {item.id: at for at, item in enumerate(each for record in library.documents for each in record.measures)},
            {entry.term.id: entry for entry in library.terms},
            _used(library.terms),
            {capture.card.id: misprints(capture) for capture in library.captures},
            vocabulary.lines,
            {each.measure: each.others for each in library.related},
            _listing(library.related),
        )

    def region_name(self, id: str) -> str:
        """The full name of a region; an id that the vocabulary does not know stands for itself."""
        region = self.regions.get(id)
        return region.name if region else id

    def above(self, id: str) -> tuple[str, ...]:
        """The regions above one, the highest first."""
        chain: list[str] = []
        region = self.regions.get(id)
        while region and region.parent and region.parent not in chain:
            chain.append(region.parent)
            region = self.regions.get(region.parent)
        return tuple(reversed(chain))

    def has_region_page(self, id: str) -> bool:
        """Whether a region has a page: those of which the handbook holds a document do."""
        return bool(id) and any(self.region_of(record) == id for record in self.library.documents)

    def in_order(self, measures: Iterable[str]) -> list[str]:
        """Ids of measures in the order of the library."""
        return sorted(measures, key=self.places.__getitem__)

    def topics_used(self) -> tuple[Group, ...]:
        """The topics that have a page: those with a measure, in the order of the vocabulary."""
        return tuple(group for group in self.library.topics if group.measures)

    def terms_of(self, place: str) -> tuple[tuple[TermEntry, Passage], ...]:
        """The terms that a measure uses, with its words for them, in reading order."""
        return self.used.get(place, ())

    def in_source(self, id: str) -> tuple[DocumentRecord, ...]:
        """The documents of one capture, in the order in which they stand in it."""
        found = (record for record in self.library.documents if record.card.id == id)
        return tuple(sorted(found, key=lambda record: record.document.span.start))

    def in_region(self, id: str) -> tuple[DocumentRecord, ...]:
        """The documents of a region, the newest first; of no known region where `id` is empty."""
        found = (record for record in self.library.documents if self.region_of(record) == id)
        return tuple(sorted(found, key=_issued, reverse=True))

    def region_of(self, record: DocumentRecord) -> str:
        """The region of a document, empty where the vocabulary does not know it: such a region has no page."""
        return record.region if record.region in self.regions else ""

    def reported_by(self, document: str) -> tuple[Capture, ...]:
        """The press sources that report a document."""
        return tuple(capture for capture in self.library.captures if document in capture.card.reports)

    def lines(self, span: Span) -> tuple[int, int]:
        """First and last line of a place in its capture, counted from 1."""
        source = self.captures[span.source].parsed.source
        return source.place(span.start)[0], source.place(max(span.start, span.end - 1))[0]

    def has_text_page(self, source: str) -> bool:
        """Whether a capture may be shown: official texts may, press articles may not."""
        return source in self.captures and self.captures[source].card.rights == "official"


def _used(terms: Iterable[TermEntry]) -> Mapping[str, tuple[tuple[TermEntry, Passage], ...]]:
    used: dict[str, list[tuple[TermEntry, Passage]]] = {}
    for entry in terms:
        for use in entry.uses:
            used.setdefault(use.place, []).append((entry, use.words))
    return {place: tuple(sorted(found, key=lambda one: one[1].locate().start)) for place, found in used.items()}


def _listing(related: Iterable[RelatedMeasures]) -> Mapping[str, tuple[str, ...]]:
    """The relations backwards: who lists a measure, in the order of the library."""
    found: dict[str, list[str]] = {}
    for each in related:
        for other in each.others:
            found.setdefault(other.id, []).append(each.measure)
    return {id: tuple(listing) for id, listing in found.items()}


def counted(measures: tuple[MeasureRecord, ...]) -> int:
    """How many measures there are: goals, scope and final provisions have a page, but are not counted."""
    return sum(1 for record in measures if record.measure.kind == "measure")


def _issued(record: DocumentRecord) -> str:
    return record.document.issued.value if record.document.issued else ""
