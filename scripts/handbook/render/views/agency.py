"""One page an agency: its full name, the names it is printed under, and its measures, those it leads first."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import AgencyIndex
from .. import links
from ..shelf import Shelf
from ..summary import summary
from ..words import Words
from .parts import Head, Link
from .standing import StandingView, standing_view
from .wording import heading_of, opening, region_link, whole


@dataclass(frozen=True, slots=True)
class AgencyMeasure:
    """A measure of an agency: its page, status, what it gives in the editors' words, and its document."""

    title: Link
    standing: StandingView
    summary: str
    opening: str
    document: Link


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Measures under one heading: those an agency leads, or those it takes part in."""

    anchor: str
    heading: str
    measures: tuple[AgencyMeasure, ...]


@dataclass(frozen=True, slots=True)
class AgencyView:
    head: Head
    name: str
    forms: tuple[str, ...]
    region: Link | None
    region_name: str
    remark: str
    lead: str
    parts: tuple[Responsibility, ...]
    finder: Link
    as_of: str


@dataclass(frozen=True, slots=True)
class AgencyGroup:
    """The agencies of a region, each with how many measures it has."""

    anchor: str
    name: str
    region: Link | None
    agencies: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class AgenciesView:
    head: Head
    lead: str
    groups: tuple[AgencyGroup, ...]
    as_of: str


def agencies_view(shelf: Shelf, words: Words) -> AgenciesView:
    here = links.AGENCIES
    count = len(shelf.library.agencies)
    crumbs = (Link(words("nav.home"), links.link(here, links.HOME)),)
    groups = tuple(_group(region, shelf, words, here) for region in _regions(shelf))
    head = Head(words("nav.agencies"), words("agencies.description", count=count), crumbs)
    as_of = words("page.as_of", day=shelf.library.as_of.isoformat())
    return AgenciesView(head, words("agencies.lead", count=count), groups, as_of)


def _regions(shelf: Shelf) -> list[str]:
    """The regions that have agencies, from the nation down; those that the vocabulary does not know last."""
    present = sorted({agency.region for agency in shelf.library.agencies})
    known = [region for region in shelf.regions if region in present]
    return sorted(known, key=lambda region: len(shelf.above(region))) + [id for id in present if id not in known]


def _group(region: str, shelf: Shelf, words: Words, here: str) -> AgencyGroup:
    named = tuple(
        (Link(agency.name, links.link(here, links.agency(agency.id))), _count(agency, words))
        for agency in shelf.library.agencies
        if agency.region == region
    )
    name = shelf.region_name(region) or words("agencies.no_region")
    return AgencyGroup(f"r-{region or 'none'}", name, region_link(shelf, region, here), named)


def _count(agency: AgencyIndex, words: Words) -> str:
    leads, others = len(agency.leads), len(agency.others)
    if not leads:
        return words("agencies.count", others=others)
    return words("agencies.count_both" if others else "agencies.count_leads", leads=leads, others=others)


def agency_view(agency: AgencyIndex, shelf: Shelf, words: Words) -> AgencyView:
    here = links.agency(agency.id)
    crumbs = (
        Link(words("nav.home"), links.link(here, links.HOME)),
        Link(words("nav.agencies"), links.link(here, links.AGENCIES)),
    )
    counts = _count(agency, words)
    return AgencyView(
        head=Head(agency.name, words("agency.description", name=agency.name, counts=counts), crumbs),
        name=agency.name,
        forms=tuple(form for form in forms(agency, shelf) if form != agency.name),
        region=region_link(shelf, agency.region, here),
        region_name=shelf.region_name(agency.region),
        remark="" if agency.kind == "known" else words(f"agency.{agency.kind}"),
        lead=words("agency.counts", counts=counts),
        finder=Link(words("find.open"), links.finder(here, agency=agency.id)),
        parts=tuple(part for part in _parts(agency, shelf, words, here) if part.measures),
        as_of=words("page.as_of", day=shelf.library.as_of.isoformat()),
    )


def forms(agency: AgencyIndex, shelf: Shelf) -> tuple[str, ...]:
    """The names that the texts print for an agency, in the order of the library."""
    printed: dict[str, None] = {}
    for id in shelf.in_order((*agency.leads, *agency.others)):
        for found in shelf.measures[id][1].measure.findings.agencies:
            if found.id == agency.id:
                printed[found.full or whole(found.name)] = None
    return tuple(printed)


def _parts(agency: AgencyIndex, shelf: Shelf, words: Words, here: str) -> tuple[Responsibility, ...]:
    return tuple(
        Responsibility(
            name,
            words(f"agency.{name}", count=len(ids)),
            tuple(measure_line(id, shelf, words, here) for id in ids),
        )
        for name, ids in (("leads", agency.leads), ("others", agency.others))
    )


def measure_line(id: str, shelf: Shelf, words: Words, here: str) -> AgencyMeasure:
    """A measure in a list, as it stands on the page `here`."""
    record, item = shelf.measures[id]
    return AgencyMeasure(
        title=Link(heading_of(item.measure), links.link(here, links.measure(id))),
        standing=standing_view(item.standing, shelf.library.as_of, words),
        summary=summary(item.measure.findings, words),
        opening=opening(item.measure),
        document=Link(record.short_title, links.link(here, links.document(record.id))),
    )
