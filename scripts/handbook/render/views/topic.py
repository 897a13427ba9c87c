"""A subject side by side across regions: one row a measure, what it gives, how much, from whom, and whether it is open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model import Agency, Amount, Findings, Group
from .. import gains, links
from ..shelf import Shelf
from ..words import Words
from .parts import Head, Link, Value
from .standing import StandingView, standing_view
from .wording import heading_of, levels_above, opening, region_link, shortened, whole

TARGET_LENGTH = 60
FEW = 4  # agencies or figures that a cell names; the others are counted


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A measure; a cell without values says that the text does not state it."""

    measure: Link
    given: tuple[Value, ...]
    rates: tuple[Value, ...]
    caps: tuple[Value, ...]
    agencies: tuple[Value, ...]
    more: str
    targets: tuple[Value, ...]
    standing: StandingView
    silent: str  # the cells that the text does not state, in one line for a phone
    document: str  # where a region has several
    opening: str  # how a measure begins that gives nothing


@dataclass(frozen=True, slots=True)
class TopicRegion:
    """The measures of one region, with the regions above it, the highest first."""

    name: str
    region: Link | None
    above: tuple[Value, ...]
    rows: tuple[TopicRow, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    head: Head
    lead: str
    regions: tuple[TopicRegion, ...]
    others: tuple[Link, ...]
    finder: Link
    as_of: str


@dataclass(frozen=True, slots=True)
class TopicsView:
    head: Head
    lead: str
    topics: tuple[tuple[Link, str], ...]
    without_lead: str
    without: tuple[tuple[Link, str], ...]  # measures of no topic, with their documents
    as_of: str


def topics_view(shelf: Shelf, words: Words) -> TopicsView:
    here = links.TOPICS
    groups = shelf.topics_used()
    crumbs = (Link(words("nav.home"), links.link(here, links.HOME)),)
    without = tuple(
        (Link(heading_of(item.measure), links.link(here, links.measure(item.id))), record.short_title)
        for record, item in shelf.measures.values()
        if item.measure.kind == "measure" and not item.measure.findings.topics
    )
    return TopicsView(
        Head(words("nav.topics"), words("topics.description", count=len(groups)), crumbs),
        words("topics.lead", count=len(groups)),
        tuple((_link(group, here), _count(group, shelf, words)) for group in groups),
        words("topics.without", count=len(without)) if without else "",
        without,
        words("page.as_of", day=shelf.library.as_of.isoformat()),
    )


def topic_view(group: Group, shelf: Shelf, words: Words) -> TopicView:
    here = links.topic(group.id)
    crumbs = (
        Link(words("nav.home"), links.link(here, links.HOME)),
        Link(words("nav.topics"), links.link(here, links.TOPICS)),
    )
    count = _count(group, shelf, words)
    return TopicView(
        Head(group.name, words("topic.description", topic=group.name, count=count), crumbs),
        words("topic.lead", count=count),
        tuple(_region(region, group, shelf, words, here) for region in _regions(group, shelf)),
        tuple(_link(other, here) for other in shelf.topics_used() if other.id != group.id),
        Link(words("find.open"), links.finder(here, topic=group.id)),
        words("page.as_of", day=shelf.library.as_of.isoformat()),
    )


def _link(group: Group, here: str) -> Link:
    return Link(group.name, links.link(here, links.topic(group.id)))


def _count(group: Group, shelf: Shelf, words: Words) -> str:
    return words("topics.count", measures=len(group.measures), regions=len(_regions(group, shelf)))


def _regions(group: Group, shelf: Shelf) -> list[str]:
    """The regions of a topic's measures, from the nation down; of no known region last."""
    present = {shelf.region_of(shelf.measures[id][0]) for id in group.measures}
    known = sorted((id for id in shelf.regions if id in present), key=lambda region: len(shelf.above(region)))
    return known + ([""] if "" in present else [])


def _region(region: str, group: Group, shelf: Shelf, words: Words, here: str) -> TopicRegion:
    rows = tuple(
        _row(id, shelf, words, here) for id in group.measures if shelf.region_of(shelf.measures[id][0]) == region
    )
    return TopicRegion(
        shelf.region_name(region) or words("agencies.no_region"),
        region_link(shelf, region, here),
        levels_above(shelf, region, here, words),
        rows,
    )


def _row(id: str, shelf: Shelf, words: Words, here: str) -> TopicRow:
    record, item = shelf.measures[id]
    findings = item.measure.findings
    first: dict[str, Agency] = {}
    for agency in findings.agencies:
        first.setdefault(agency.id, agency)
    lead_first = sorted(first.values(), key=lambda agency: not agency.lead)
    agencies = tuple(
        Value(
            agency.full or whole(agency.name),
            links.link(here, links.agency(agency.id)) if agency.id in shelf.agencies else None,
            words("facts.lead") if agency.lead else "",
            official=True,
        )
        for agency in lead_first
    )
    rest = len(agencies) - FEW
    given, rates, caps = _given(findings, words), _printed(gains.rates(findings)), _printed(gains.caps(findings))
    targets = _few(
        [Value(shortened(target.text.text, TARGET_LENGTH), official=True) for target in findings.targets], words
    )
    cells = (("given", given), ("rate", rates), ("cap", caps), ("agency", agencies), ("target", targets))
    silent = words("page.comma").join(words(f"topic.{name}") for name, values in cells if not values)
    return TopicRow(
        measure=Link(heading_of(item.measure), links.link(here, links.measure(id))),
        given=given,
        rates=rates,
        caps=caps,
        agencies=agencies[:FEW] if rest > 1 else agencies,
        more=words("topic.more_agencies", count=rest) if rest > 1 else "",
        targets=targets,
        standing=standing_view(item.standing, shelf.library.as_of, words),
        silent=words("topic.silent", cells=silent) if silent else "",
        document=record.short_title if len(shelf.in_region(shelf.region_of(record))) > 1 else "",
        opening="" if given else opening(item.measure),
    )


def _given(findings: Findings, words: Words) -> tuple[Value, ...]:
    """The ways of support in the editors' words, then what is given as it is in the words of the text."""
    ways = dict.fromkeys(words(f"instrument.{benefit.instrument}") for benefit in findings.benefits)
    said = _printed(gains.fixed(findings))
    return (*(Value(way) for way in ways), *_few(said, words))


def _few(values: Sequence[Value], words: Words) -> tuple[Value, ...]:
    """The first of some values, and how many more there are."""
    rest = len(values) - FEW
    return (*values[:FEW], Value(words("topic.more_given", count=rest))) if rest > 0 else tuple(values)


def _printed(amounts: Iterable[Amount]) -> tuple[Value, ...]:
    return tuple(Value(whole(amount.text), official=True) for amount in amounts)
