"""The page of a press source: the facts of the article and what it reports; never its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Capture, Claim
from .. import links
from ..shelf import Shelf
from ..words import Words
from .document import counts_of
from .parts import Head, Link, Row, Value
from .ties import stands_in
from .wording import heading_of, whole

# 湖北日报 2025-10-14 19:43:17 (masthead of a press article); 2025年10月14日
DAY = re.compile(r"(?:19|20)\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|年\d{1,2}月\d{1,2}日)")
_MASTHEAD = ("date", "title", "issuer", "furniture")


@dataclass(frozen=True, slots=True)
class PressDifference:
    """A figure of the article (empty where it may not be quoted) and the official one, with the measure that holds it."""

    article: str
    official: str
    measure: Link


@dataclass(frozen=True, slots=True)
class PressView:
    head: Head
    facts: tuple[Row, ...]
    reports: tuple[tuple[Link, str], ...]
    measures: tuple[tuple[Link, str], ...]  # with the documents that hold them
    differences: tuple[PressDifference, ...]
    notes: tuple[str, ...]
    as_of: str


def press_view(capture: Capture, shelf: Shelf, words: Words) -> PressView:
    card = capture.card
    here = links.source(card.id)
    crumbs = (
        Link(words("nav.home"), links.link(here, links.HOME)),
        Link(words("nav.sources"), links.link(here, links.SOURCES)),
    )
    return PressView(
        head=Head(card.title, words("press.description", title=card.title, outlet=card.outlet or card.issuer), crumbs),
        facts=_facts(capture, words),
        reports=tuple(
            (
                Link(whole(record.document.title) or record.short_title, links.link(here, links.document(record.id))),
                counts_of(record, words),
            )
            for id in card.reports
            if (record := shelf.documents.get(id))
        ),
        measures=tuple(_measures(card.id, shelf, here)),
        differences=tuple(_differences(card.id, shelf, here)),
        notes=card.notes,
        as_of=words("page.as_of", day=shelf.library.as_of.isoformat()),
    )


def _claims(source: str, shelf: Shelf) -> Iterator[Claim]:
    for report in shelf.library.reports:
        yield from report.claims if report.source == source else ()


def _measures(source: str, shelf: Shelf, here: str) -> Iterator[tuple[Link, str]]:
    """The measures that the article speaks of, in the order of the library."""
    reported = {id for claim in _claims(source, shelf) for id in claim.measures}
    several = len({shelf.measures[id][0].id for id in reported}) > 1
    for id in shelf.in_order(reported):
        record, item = shelf.measures[id]
        yield Link(heading_of(item.measure), links.link(here, links.measure(id))), record.short_title if several else ""


def _differences(source: str, shelf: Shelf, here: str) -> Iterator[PressDifference]:
    for claim in _claims(source, shelf):
        for found in claim.contradictions:
            holding = (item for id in claim.measures if stands_in(found, item := shelf.measures[id][1]))
            for item in holding:
                page = Link(heading_of(item.measure), links.link(here, links.measure(item.id)))
                yield PressDifference(whole(found.one), whole(found.other), page)


def _facts(capture: Capture, words: Words) -> tuple[Row, ...]:
    card = capture.card
    address = links.outside(card.url)
    url = Value(card.url or "", address) if address else Value(words("source.no_url"))
    return (
        Row("outlet", words("press.outlet"), (Value(card.outlet or card.issuer),)),
        Row("date", words("press.date"), _date(capture)),
        Row("url", words("press.url"), (url,)),
        Row("obtained", words("source.obtained"), (Value(card.obtained),)),
        Row("captured", words("source.captured"), (Value(card.captured.isoformat()),)),
        Row("sha256", words("source.sha256"), (Value(card.sha256),)),
    )


def _date(capture: Capture) -> tuple[Value, ...]:
    day = article_day(capture)
    return (Value(day),) if day else ()


def article_day(capture: Capture) -> str:
    """The day on the article as printed: the first one in its masthead; empty where it has none."""
    parsed = capture.parsed
    for segment in parsed.segments:
        found = DAY.search(parsed.source.quote(segment.span)) if segment.role in _MASTHEAD else None
        if found:
            return found.group()
    return ""
