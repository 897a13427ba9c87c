"""The facets of the finder: which measures have which value, and the words of the official text that say so.

Goals, scope and final provisions are no measures: they keep their numbers and are never found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from ..model import (
    DocumentRecord,
    Facet,
    FacetValue,
    Finder,
    FinderDocument,
    FinderPlace,
    FinderRow,
    Instrument,
    Measure,
    MeasureRecord,
    Passage,
    Reason,
)
from .bands import BANDS, band_of
from .gains import benefits
from .shelf import Shelf
from .views.excerpt import excerpt
from .views.lists import shelved_regions
from .views.standing import NAMES, standing_view
from .views.wording import shortened, whole
from .words import Words

CLAUSE_LENGTH = 40  # characters around a word that marks a type or a topic, and around a sum
REASON_LENGTH = 60  # characters of official wording that explain a result
INSTRUMENTS: tuple[str, ...] = get_args(Instrument)
Names = Iterable[tuple[str, str]]


def finder(shelf: Shelf, words: Words) -> Finder:
    """The finder of an edition; the same library gives the same facets in the same order."""
    rows = tuple(_rows(shelf, words))
    held = _held(rows)
    return Finder(
        facets=(
            Facet("region", tuple(_regions(shelf, rows))),
            _facet("type", ((type.id, type.name) for type in shelf.types.values()), held),
            _facet("instrument", ((id, words(f"instrument.{id}")) for id in INSTRUMENTS), held),
            _facet("amount", ((id, words(f"find.band_{id}")) for id in BANDS), held),
            _facet("topic", ((group.id, group.name) for group in shelf.library.topics), held),
            _facet("status", ((id, words(f"status.{id}")) for id in NAMES.values()), held),
            _facet("agency", _agencies(shelf, held), held),
        ),
        rows=rows,
        documents=tuple(_document(record, shelf) for record in shelf.library.documents),
        places=tuple(_place(id, shelf) for id in shelf.regions),
    )


def _facet(name: str, values: Names, held: Mapping[tuple[str, str], tuple[int, ...]]) -> Facet:
    return Facet(name, tuple(FacetValue(id, said, held.get((name, id), ())) for id, said in values))


def _held(rows: Iterable[FinderRow]) -> Mapping[tuple[str, str], tuple[int, ...]]:
    """The measures of each value of each facet."""
    held: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in rows:
        for reason in row.reasons:
            held[reason.facet, reason.value].append(row.number)
    return {value: tuple(numbers) for value, numbers in held.items()}


def _regions(shelf: Shelf, rows: Iterable[FinderRow]) -> Iterator[FacetValue]:
    """The regions that have documents, from the nation down, with what holds there."""
    of = {shelf.places[item.id]: shelf.region_of(record) for record, item in shelf.measures.values()}
    for id in shelved_regions(shelf):
        holds = {id, *shelf.above(id)}
        numbers = tuple(row.number for row in rows if of[row.number] in holds)
        yield FacetValue(id, shelf.region_name(id), numbers, shelf.regions[id].forms)


def _agencies(shelf: Shelf, held: Mapping[tuple[str, str], tuple[int, ...]]) -> Names:
    """The agencies of measures, those with the most first."""
    found = [agency for agency in shelf.library.agencies if ("agency", agency.id) in held]
    return [(one.id, one.name) for one in sorted(found, key=lambda one: (-len(held["agency", one.id]), one.id))]


def _document(record: DocumentRecord, shelf: Shelf) -> FinderDocument:
    day = record.document.issued or record.document.published
    return FinderDocument(len(record.measures), shelf.region_of(record), day.value if day else "")


def _place(id: str, shelf: Shelf) -> FinderPlace:
    region = shelf.regions[id]
    return FinderPlace(id, region.name, region.forms, tuple(reversed(shelf.above(id))))


def _rows(shelf: Shelf, words: Words) -> Iterator[FinderRow]:
    for record, item in shelf.measures.values():
        if item.measure.kind == "measure":
            yield _row(record, item, shelf, words)


def _row(record: DocumentRecord, item: MeasureRecord, shelf: Shelf, words: Words) -> FinderRow:
    findings = item.measure.findings
    standing = standing_view(item.standing, shelf.library.as_of, words)
    band = band_of(findings)
    said = findings.period.quote if findings.period else record.document.validity
    reasons = (
        *_what(item.measure),
        _around("amount", band.name, band.amount.text, item.measure)
        if band.amount
        else Reason("amount", band.name, ""),
        Reason("status", standing.name, _words(said)),
    )
    return FinderRow(
        number=shelf.places[item.id],
        sum=f"{band.sum:f}" if band.sum is not None else "",
        standing=standing.name,
        begins=standing.begins,
        ends=standing.ends,
        later=standing.later_name,
        reasons=reasons,
    )


def _what(measure: Measure) -> tuple[Reason, ...]:
    """For whom, in what way, about what, by whom: each value once, with the first words that say so."""
    findings = measure.findings
    reasons = (
        *(_around("type", audience.id, audience.evidence, measure) for audience in findings.audiences),
        *(Reason("instrument", benefit.instrument, _words(benefit.text)) for benefit in benefits(findings)),
        *(_around("topic", topic.id, topic.evidence, measure) for topic in findings.topics),
        *(Reason("agency", agency.id, agency.full or whole(agency.name)) for agency in findings.agencies),
    )
    return tuple({(reason.facet, reason.value): reason for reason in reversed(reasons)}.values())[::-1]


def _around(facet: str, value: str, evidence: Passage, measure: Measure) -> Reason:
    """A word or sum with the clause around it; by itself where it stands outside of the text, as in a heading."""
    found = excerpt(measure.text, evidence, CLAUSE_LENGTH)
    return Reason(facet, value, found.text, found.start, found.end) if found else Reason(facet, value, _words(evidence))


def _words(passage: Passage | None) -> str:
    return shortened(whole(passage), REASON_LENGTH)
