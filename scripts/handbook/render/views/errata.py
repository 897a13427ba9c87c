"""The page of errata: what the captures misprint, how it should read, why, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from .. import links
from ..errata import Misprint, within
from ..shelf import Shelf
from ..words import Words
from .parts import Head, Link
from .wording import heading_of, lines_link


@dataclass(frozen=True, slots=True)
class ErratumRow:
    anchor: str
    printed: str
    reading: str
    why: str
    place: Link | None
    pages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ErrataGroup:
    """The misprints of one capture."""

    source: Link
    rows: tuple[ErratumRow, ...]


@dataclass(frozen=True, slots=True)
class ErrataView:
    head: Head
    lead: str
    groups: tuple[ErrataGroup, ...]
    guide: Link
    report: Link
    as_of: str


def errata_view(shelf: Shelf, words: Words) -> ErrataView:
    here = links.ERRATA
    groups = tuple(
        ErrataGroup(
            Link(capture.card.title, links.link(here, links.source(capture.card.id))),
            tuple(_row(one, shelf, words, here) for one in shelf.misprints.get(capture.card.id, ())),
        )
        for capture in shelf.library.captures
        if capture.card.errata
    )
    count = sum(len(group.rows) for group in groups)
    return ErrataView(
        Head(
            words("errata.title"), words("errata.description"), (Link(words("nav.home"), links.link(here, links.HOME)),)
        ),
        words("errata.lead", count=count, sources=len(groups)) if count else words("errata.none"),
        groups,
        Link(words("errata.guide"), links.link(here, links.ERRATA_GUIDE)),
        Link(words("report.title"), links.link(here, links.REPORT)),
        words("page.as_of", day=shelf.library.as_of.isoformat()),
    )


def _row(one: Misprint, shelf: Shelf, words: Words, here: str) -> ErratumRow:
    erratum = one.erratum
    place = lines_link(shelf, words, here, one.span) if one.span else None
    return ErratumRow(one.anchor, erratum.printed, erratum.reading, erratum.why, place, _pages(one, shelf, here))


def _pages(one: Misprint, shelf: Shelf, here: str) -> tuple[Link, ...]:
    """The measures that hold a misprint, else the document that does."""
    found: list[Link] = []
    for record in shelf.in_source(one.span.source) if one.span else ():
        held = [item for item in record.measures if within(item.measure.span, (one,))]
        found += [Link(heading_of(item.measure), links.link(here, links.measure(item.id))) for item in held]
        if not held and within(record.document.span, (one,)):
            found.append(Link(record.short_title, links.link(here, links.document(record.id))))
    return tuple(found)
