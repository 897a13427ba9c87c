"""The page of a press source: the facts of the article and what it reports; never its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model import Capture
from .. import links
from ..shelf import Shelf
from ..words import Words
from .document import counts_of
from .parts import Head, Link, Row, Value
from .wording import whole

# 湖北日报 2025-10-14 19:43:17 (masthead of a press article); 2025年10月14日
DAY = re.compile(r"(?:19|20)\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|年\d{1,2}月\d{1,2}日)")
_MASTHEAD = ("date", "title", "issuer", "furniture")


@dataclass(frozen=True, slots=True)
class PressView:
    head: Head
    facts: tuple[Row, ...]
    reports: tuple[tuple[Link, str], ...]
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
        notes=card.notes,
        as_of=words("page.as_of", day=shelf.library.as_of.isoformat()),
    )


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
