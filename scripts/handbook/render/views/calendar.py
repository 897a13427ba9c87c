"""The days that matter, month by month: when documents are issued, begin and end, and when measures and applications do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ...model import DocumentRecord, MeasureRecord
from .. import links
from ..shelf import Shelf
from ..words import Words
from .parts import Head, Link
from .standing import NAMES, last_day
from .wording import heading_of

UNDATED = ("unstated", "unclear", "lasting")  # statuses of measures that end on no known day


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happens on a printed date (`2020-07` where no day is given): what, to which page, of which document."""

    date: str
    kind: str
    word: str
    page: Link
    of: str


@dataclass(frozen=True, slots=True)
class Month:
    anchor: str
    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class PastYear:
    """A year of the past with its months, the latest first; its entries are folded on the page."""

    heading: str
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    head: Head
    lead: str
    coming: tuple[Month, ...]
    past: tuple[PastYear, ...]
    past_heading: str
    undated: tuple[str, ...]
    feed: Link
    as_of: str


@dataclass(frozen=True, slots=True)
class _Event:
    date: str
    kind: str
    page: Link
    of: str


def calendar_view(shelf: Shelf, words: Words) -> CalendarView:
    here = links.CALENDAR
    as_of = shelf.library.as_of
    events = sorted(_events(shelf, here), key=lambda event: (event.date, event.kind, event.page.url))
    coming = [event for event in events if not _is_past(event, as_of)]
    past = [event for event in reversed(events) if _is_past(event, as_of)]
    years = groupby(past, key=lambda event: event.date[:4])
    return CalendarView(
        head=Head(
            words("nav.calendar"),
            words("calendar.description"),
            (Link(words("nav.home"), links.link(here, links.HOME)),),
        ),
        lead=words("calendar.lead", coming=len(coming), past=len(past), day=as_of.isoformat()),
        coming=_months(coming, words),
        past=tuple(_year(year, list(those), words) for year, those in years),
        past_heading=words("calendar.past", count=len(past)),
        undated=_undated(shelf, words),
        feed=Link(words("calendar.feed"), links.download(here, "deadlines.ics", words.edition)),
        as_of=words("page.as_of", day=as_of.isoformat()),
    )


def _year(year: str, events: list[_Event], words: Words) -> PastYear:
    return PastYear(words("calendar.past_year", year=year, count=len(events)), _months(events, words))


def _events(shelf: Shelf, here: str) -> Iterator[_Event]:
    for record in shelf.library.documents:
        yield from _of_document(record, here)
        for item in record.measures:
            yield from _of_measure(item, record, here)


def _of_document(record: DocumentRecord, here: str) -> Iterator[_Event]:
    document = record.document
    page = Link(record.short_title, links.link(here, links.document(record.id)))
    for kind, found in (
        ("issued", document.issued),
        ("published", document.published),
        ("effective", document.effective),
        ("expires", document.expires),
    ):
        if found:
            yield _Event(found.value, kind, page, "")


def _of_measure(item: MeasureRecord, record: DocumentRecord, here: str) -> Iterator[_Event]:
    """The measure's own days; those of its document are listed with the document."""
    period = item.measure.findings.period
    if not period:
        return
    page = Link(heading_of(item.measure), links.link(here, links.measure(item.id)))
    if period.starts:
        yield _Event(period.starts, "starts", page, record.short_title)
    if period.ends:
        yield _Event(period.ends, "deadline" if period.deadline else "ends", page, record.short_title)


def _is_past(event: _Event, as_of: date) -> bool:
    """Whether the last day of a printed date is over; what is no date is not."""
    day = last_day(event.date)
    return bool(day) and day < as_of.isoformat()


def _months(events: list[_Event], words: Words) -> tuple[Month, ...]:
    """Events in months, in the order in which they come; a year without a month is a group of its own."""
    return tuple(
        _month(month, tuple(those), words) for month, those in groupby(events, key=lambda event: event.date[:7])
    )


def _month(month: str, events: tuple[_Event, ...], words: Words) -> Month:
    year, _, number = month.partition("-")
    heading = words("calendar.month", year=year, month=int(number)) if number.isdigit() else _year_only(year, words)
    entries = (Entry(event.date, event.kind, words(f"calendar.{event.kind}"), event.page, event.of) for event in events)
    return Month(f"m{month}", heading, tuple(entries))


def _year_only(year: str, words: Words) -> str:
    return words("calendar.year", year=year)


def _undated(shelf: Shelf, words: Words) -> tuple[str, ...]:
    """How many measures end on no known day, by why."""
    counts = Counter(
        NAMES[item.standing.status]
        for record in shelf.library.documents
        for item in record.measures
        if item.measure.kind == "measure" and not item.standing.ends
    )
    return tuple(words(f"calendar.{name}", count=counts[name]) for name in UNDATED if counts[name])
