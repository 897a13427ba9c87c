"""Whether a document or measure is in force on a day: a pure function of its dates, its clauses and the day."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ..model import Status
from .dates import first_day, last_day

#: Days before the last day from which a measure is 即将到期.
SOON = 90


def status(
    effective: str | None,
    expires: str | None,
    open_end: Literal["", "long-term", "event"],
    repealed: str | None,
    day: date,
) -> Status:
    """The one word for a day.

    Dates are ISO 8601 of year, month or day precision: a beginning means its first day, an end its last day, and the
    last day still counts. `open_end` is `long-term` (长期) or `event` (疫情结束) where the text says so; `repealed` is the
    day of a repeal with grounds. Dates that cannot be read or contradict each other are 待核实.
    """
    try:
        start = first_day(effective) if effective else None
        end = last_day(expires) if expires else None
        gone = first_day(repealed) if repealed else None
    except (ValueError, OverflowError):
        return "待核实"
    if start and end and end < start:
        return "待核实"
    if gone and day >= gone:
        return "已废止"
    if end and day > end:
        return "已失效"
    if start and day < start:
        return "尚未施行"
    if end:
        return "即将到期" if (end - day).days <= SOON else "现行有效"
    if open_end == "long-term":
        return "长期有效"
    return "期限不明确" if open_end == "event" else "有效期未载明"
