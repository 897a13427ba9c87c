"""A calendar of the days on which something ends: documents, card periods, applications. Only days printed as days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from icalendar import Calendar, Event

from ..model import DocumentRecord, Library, MeasureRecord
from ..render.views.wording import heading_of
from .columns import full_day
from .table import printable

PRODUCT = "-//policy-handbook//deadlines//ZH"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day on which a document or measure ends: `uid` never changes, `quote` is what the text says."""

    uid: str
    day: date
    title: str
    quote: str
    page: str


def deadlines(library: Library) -> tuple[Deadline, ...]:
    """All of them by day; a period without a day (长期, 疫情结束, 2020年6月) has none."""
    found = [item for record in library.documents for item in _of_document(record)]
    return tuple(sorted(found, key=lambda item: (item.day, item.uid)))


def calendar(library: Library) -> bytes:
    """The deadlines as iCalendar (RFC 5545): whole days, stable UIDs, the day of the library as the time stamp."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "惠企政策手册：截止日期")
    stamp = datetime(library.as_of.year, library.as_of.month, library.as_of.day, tzinfo=UTC)
    for item in deadlines(library):
        event = Event()
        event.add("uid", item.uid)
        event.add("dtstamp", stamp)
        event.add("dtstart", item.day)
        event.add("summary", printable(item.title))
        event.add("description", printable(f"原文：{item.quote}\n页面：{item.page}\n以官方文件和当年通知为准。"))
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    written: bytes = made.to_ical()
    return written


def _of_document(record: DocumentRecord) -> Iterator[Deadline]:
    expires = record.document.expires
    day = full_day(expires.value) if expires else None
    if expires and day:
        title = f"失效：{record.short_title}"
        yield Deadline(_uid(record.id, "expires"), day, title, expires.quote.text, f"/documents/{record.id}/")
    for item in record.measures:
        yield from _of_measure(item)


def _of_measure(item: MeasureRecord) -> Iterator[Deadline]:
    period = item.measure.findings.period
    day = full_day(period.ends) if period else None
    if period and day:
        word = "申报截止" if period.deadline else "到期"
        title = f"{word}：{heading_of(item.measure)}"
        yield Deadline(_uid(item.id, "ends"), day, title, period.quote.text, f"/measures/{item.id}/")


def _uid(id: str, what: str) -> str:
    return f"{id}/{what}@policy-handbook"
