"""What a measure hangs together with: what it names, what names it, what the press says of it, where it contradicts itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ...model import Contradiction, Findings, MeasureRecord, Passage, Reference
from .. import links
from ..related import level
from ..shelf import Shelf
from ..words import Words
from .parts import Link, Row, Value
from .references import why
from .wording import heading_of, lines_link, whole

Point = Callable[[Passage], Value]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two values that do not agree, each with the way to its words; an empty `one` may not be quoted."""

    one: Value
    other: Value


@dataclass(frozen=True, slots=True)
class ReportedView:
    """A press article that speaks of the measure, and where its figures differ."""

    article: Link
    outlet: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Ties:
    differences: tuple[Difference, ...]
    mentioned: tuple[tuple[Link, str], ...]  # a page that names this one, and how
    reported: tuple[ReportedView, ...]


def ties(item: MeasureRecord, shelf: Shelf, words: Words, here: str, point: Point) -> Ties:
    """The ties of a measure; `point` links a passage of it to its words."""
    found = item.measure.findings.contradictions
    return Ties(
        tuple(
            Difference(_placed(each.one, shelf, words, point), _placed(each.other, shelf, words, point))
            for each in found
        ),
        mentioned(item.id, shelf, words, here),
        tuple(_reported(item, shelf, here, point)),
    )


def _placed(passage: Passage, shelf: Shelf, words: Words, point: Point) -> Value:
    """A value with the lines of the capture in which it stands."""
    place = lines_link(shelf, words, links.HOME, passage.locate())
    return replace(point(passage), remark=place.text if place else "")


def mentioned(id: str, shelf: Shelf, words: Words, here: str) -> tuple[tuple[Link, str], ...]:
    """The documents and measures that name a document or measure; the press is told of apart."""
    named: dict[tuple[str, str], tuple[Link, str]] = {}
    for link in shelf.library.links:
        if link.target == id and link.kind != "report" and link.origin != id:
            page = Link(title_of(link.origin, shelf), links.link(here, links.place(link.origin)))
            there, region = region_of(link.origin, shelf), region_of(id, shelf)
            place = level(region, there, shelf, words) if there and there != region else ""
            how = words("page.comma").join(filter(None, (words(f"ties.{link.kind}"), place)))
            named.setdefault((link.origin, link.kind), (page, how))
    return tuple(named.values())


def title_of(id: str, shelf: Shelf) -> str:
    """What a measure or document is called in a link from elsewhere; a measure with its document."""
    if id in shelf.measures:
        record, item = shelf.measures[id]
        return f"{heading_of(item.measure)} · {record.short_title}"
    return shelf.documents[id].short_title if id in shelf.documents else id


def _reported(item: MeasureRecord, shelf: Shelf, here: str, point: Point) -> Iterator[ReportedView]:
    for report in shelf.library.reports:
        claims = [claim for claim in report.claims if item.id in claim.measures]
        card = shelf.captures[report.source].card
        if claims:
            yield ReportedView(
                Link(card.title, links.link(here, links.source(card.id))),
                card.outlet or card.issuer,
                tuple(
                    Difference(Value(whole(each.one), official=bool(each.one)), point(each.other))
                    for claim in claims
                    for each in claim.contradictions
                    if stands_in(each, item)
                ),
            )


def stands_in(found: Contradiction, item: MeasureRecord) -> bool:
    """Whether the official figure of a contradiction stands in this measure."""
    span, place = found.other.locate(), item.measure.span
    return span.source == place.source and place.start <= span.start and span.end <= place.end


def topics_row(findings: Findings, words: Words, here: str, point: Point) -> tuple[Row, ...]:
    """The subjects of the measure, each to its page and to the word that marks it."""
    values = tuple(
        Value(topic.name, links.link(here, links.topic(topic.id)), see=point(topic.evidence).url)
        for topic in findings.topics
    )
    return (Row("topics", words("facts.topics"), values),) if values else ()


def basis_row(
    basis: tuple[Reference, ...], region: str, shelf: Shelf, words: Words, here: str, point: Point
) -> tuple[Row, ...]:
    """The documents that a card or document of a region carries out, those of another level marked so."""
    values = tuple(
        _levelled(_named(reference, shelf, words, here, point), reference.target, region, shelf, words)
        for reference in basis
    )
    return (Row("basis", words("facts.basis"), values),) if values else ()


def _levelled(value: Value, target: str, region: str, shelf: Shelf, words: Words) -> Value:
    """A link to a document with the region that issued it, where that is above or below the one that names it."""
    there = region_of(target, shelf)
    place = level(region, there, shelf, words) if there and there != region else ""
    return replace(value, remark=words("page.comma").join(filter(None, (value.remark, place))))


def region_of(id: str, shelf: Shelf) -> str:
    """The region of a document or measure, empty where the handbook does not know it."""
    record = shelf.measures[id][0] if id in shelf.measures else shelf.documents.get(id)
    return record.region if record else ""


def references_row(findings: Findings, shelf: Shelf, words: Words, here: str, point: Point) -> tuple[Row, ...]:
    """The documents and articles that the text names, but for those it carries out."""
    carried = {reference.text.locate() for reference in findings.basis}
    named = {
        (whole(reference.text), reference.target): _named(reference, shelf, words, here, point)
        for reference in reversed(findings.references)
        if reference.text.locate() not in carried
    }
    return (Row("references", words("facts.references"), tuple(reversed(named.values()))),) if named else ()


def _named(reference: Reference, shelf: Shelf, words: Words, here: str, point: Point) -> Value:
    """A mention in its own words: to its target in the handbook, or marked as outside it; and to its place in the text."""
    said = point(reference.text)
    target = reference.target
    if not target:
        return replace(said, url=None, see=said.url, remark=why(reference, words))
    there = links.place(target)
    if there == here:
        return replace(said, url=None, see=said.url, remark=words("references.here"))
    title = "" if title_of(target, shelf) in said.text else title_of(target, shelf)
    return replace(said, url=links.link(here, there), see=said.url, remark=title)
