"""Whether a document and each of its measures are in force on a day, with the dates that decide it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..model import DateFinding, Document, Period, Standing, Status
from .dates import last_day
from .periods import OpenEnd, validity
from .status import status

OPEN: tuple[Status, ...] = ("现行有效", "即将到期")


def document_standing(document: Document, day: date) -> Standing:
    """The standing of a document: what its clause on force and expiry says; plan years in a title say nothing."""
    starts, ends = _value(document.effective), _value(document.expires)
    open_end = validity(document.validity).open_end if document.validity and not ends else ""
    return _standing(starts, ends, open_end, day)


def measure_standing(period: Period | None, document: Document, day: date) -> Standing:
    """The standing of a measure: its own period (a card's 执行时间, a closing day) within that of its document.

    The earlier of two ends counts. An end that is an event (疫情结束) has no day: until the document expires, nobody can
    say from the text whether the measure is open.
    """
    if period is None or not (period.starts or period.ends or period.open_end):
        return document_standing(document, day)
    open_end = period.open_end if not period.ends else ""
    ends = _earlier(period.ends, _value(document.expires))
    found = _standing(period.starts or _value(document.effective), ends, open_end, day)
    return replace(found, status="期限不明确") if open_end == "event" and found.status in OPEN else found


def _standing(starts: str | None, ends: str | None, open_end: OpenEnd, day: date) -> Standing:
    return Standing(status(starts, ends, open_end, None, day), starts, ends, open_end)


def _earlier(one: str | None, other: str | None) -> str | None:
    if one is None or other is None:
        return one or other
    try:
        return min(one, other, key=last_day)
    except (ValueError, OverflowError):  # a date that cannot be read makes the status 待核实
        return one


def _value(found: DateFinding | None) -> str | None:
    return found.value if found else None
