"""The documents and articles that the texts name and the handbook does not hold, or cannot tell which: all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import DocumentRecord, Reference
from .. import links
from ..shelf import Shelf
from ..words import Words
from .parts import Head, Link
from .wording import heading_of, passage_link, whole

OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A mention: its words, the page that holds them, their file and line, and why they lead nowhere."""

    words: str
    page: Link
    file: str
    place: Link | None
    why: str


@dataclass(frozen=True, slots=True)
class ReferenceGroup:
    """The mentions of one source."""

    source: Link
    rows: tuple[ReferenceRow, ...]


@dataclass(frozen=True, slots=True)
class ReferencesView:
    head: Head
    lead: str
    groups: tuple[ReferenceGroup, ...]
    as_of: str


def references_view(shelf: Shelf, words: Words) -> ReferencesView:
    here = links.REFERENCES
    crumbs = (
        Link(words("nav.home"), links.link(here, links.HOME)),
        Link(words("nav.about"), links.link(here, links.ABOUT)),
        Link(words("report.title"), links.link(here, links.REPORT)),
    )
    groups = []
    for capture in shelf.library.captures:
        rows = tuple(row for record in shelf.in_source(capture.card.id) for row in _rows(record, shelf, words, here))
        if rows:
            source = Link(capture.card.title, links.link(here, links.source(capture.card.id)))
            groups.append(ReferenceGroup(source, rows))
    count = sum(len(group.rows) for group in groups)
    return ReferencesView(
        Head(words("references.title"), words("references.description"), crumbs),
        words("references.lead", count=count),
        tuple(groups),
        words("page.as_of", day=shelf.library.as_of.isoformat()),
    )


def why(reference: Reference, words: Words) -> str:
    """The reason why a mention leads nowhere; empty for one that does."""
    if reference.target:
        return ""
    return words("references.outside") if reference.why in (OUTSIDE, "") else reference.why


def _rows(record: DocumentRecord, shelf: Shelf, words: Words, here: str) -> Iterator[ReferenceRow]:
    page = Link(record.short_title, links.link(here, links.document(record.id)))
    yield from (
        _row(reference, page, shelf, words, here) for reference in record.document.references if _lost(reference)
    )
    for item in record.measures:
        page = Link(heading_of(item.measure), links.link(here, links.measure(item.id)))
        findings = item.measure.findings
        named = {reference.text.locate(): reference for reference in (*findings.basis, *findings.references)}
        yield from (_row(reference, page, shelf, words, here) for reference in named.values() if _lost(reference))


def _lost(reference: Reference) -> bool:
    return not reference.target


def _row(reference: Reference, page: Link, shelf: Shelf, words: Words, here: str) -> ReferenceRow:
    source = reference.text.source
    line, _ = shelf.lines(reference.text.locate())
    place = passage_link(shelf, words, here, reference.text)
    if place:
        place = Link(place.text, links.link(here, links.source(source), links.line_anchor(line)))
    return ReferenceRow(
        whole(reference.text), page, f"sources/{source}/capture.txt:{line}", place, why(reference, words)
    )
