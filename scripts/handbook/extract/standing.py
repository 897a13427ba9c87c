"""Whether a document and each of its measures are in force on a day, with the dates that decide it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from ..model import DateFinding, Document, Period, Repeal, Standing, Status
from .dates import last_day
from .periods import OpenEnd, validity
from .status import status

OPEN: tuple[Status, ...] = ("现行有效", "即将到期")
# …若干措施（征求意见稿）: not in force, and nobody can say whether it ever was
DRAFT = re.compile(r"[（(【][^（）()【】]{0,12}(?:征求意见|征求意見|送审|草案|讨论|徵求意見)[^（）()【】]{0,6}[）)】]")


def document_standing(document: Document, day: date, repealed: Repeal | None = None) -> Standing:
    """The standing of a document: what its clause on force and expiry says; plan years in a title say nothing.

    A known repeal goes before every date of the text. A draft for comments is 待核实, whatever it says of its force.
    """
    starts, ends = _value(document.effective), _value(document.expires)
    open_end = validity(document.validity).open_end if document.validity and not ends else ""
    return _of_document(_standing(starts, ends, open_end, day, repealed), document)


def measure_standing(period: Period | None, document: Document, day: date, repealed: Repeal | None = None) -> Standing:
    """The standing of a measure: its own period (a card's 执行时间, a closing day) within that of its document.

    The earlier of two ends counts. An end that is an event (疫情结束) has no day: until the document expires, nobody can
    say from the text whether the measure is open.
    """
    if period is None or not (period.starts or period.ends or period.open_end):
        return document_standing(document, day, repealed)
    open_end = period.open_end if not period.ends else ""
    ends = _earlier(period.ends, _value(document.expires))
    found = _standing(period.starts or _value(document.effective), ends, open_end, day, repealed)
    found = replace(found, status="期限不明确") if open_end == "event" and found.status in OPEN else found
    return _of_document(found, document)


def _of_document(found: Standing, document: Document) -> Standing:
    return replace(found, status="待核实") if DRAFT.search(document.title.text) else found


def _standing(starts: str | None, ends: str | None, open_end: OpenEnd, day: date, repealed: Repeal | None) -> Standing:
    since = repealed.date if repealed else None
    if since and since > day.isoformat():
        ends = _earlier(ends, (date.fromisoformat(since) - timedelta(days=1)).isoformat())
    return Standing(status(starts, ends, open_end, since, day), starts, ends, open_end, repealed)


def _earlier(one: str | None, other: str | None) -> str | None:
    if one is None or other is None:
        return one or other
    try:
        return min(one, other, key=last_day)
    except (ValueError, OverflowError):  # a date that cannot be read makes the status 待核实
        return one


def _value(found: DateFinding | None) -> str | None:
    return found.value if found else None
