"""Dates as Chinese documents print them, as ISO 8601, as exact as printed: 2020年7月 is 2020-07, 2020年底 2020-12-31.

Also the few sums on dates that validity needs: first and last day, and a term of years or months.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from ..text.numerals import whole

_YEAR = r"[12１２一二][0-9０-９〇零○一二三四五六七八九]{3}"
_PART = r"[0-9０-９一二三四五六七八九十]{1,3}"
#: 2020年1月25日, 2020年12月底, 2020年底, 二〇二〇年一月, 2020-01-25, 2020.1.25; 5月31日 where the year stands before it.
DATE = (
    f"(?:(?:{_YEAR}[ ]?年(?:度)?(?:[ ]?{_PART}[ ]?月(?:份)?(?:[ ]?{_PART}[ ]?[日号])?)?|"
    f"{_PART}[ ]?月(?:[ ]?{_PART}[ ]?[日号])?|"
    "20[0-9]{2}[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?|"
    "20[0-9]{2}(?=[-–—~～至到－ ]{1,3}20[0-9]{2}年))(?:年?[底末]|初)?)"
)
_CHINESE = re.compile(
    f"(?:(?P<year>{_YEAR})[ ]?年?(?:度)?)?(?:[ ]?(?P<month>{_PART})[ ]?月(?:份)?)?"
    f"(?:[ ]?(?P<day>{_PART})[ ]?[日号])?(?P<edge>年?[底末]|"
    "初)?"
)
_NUMERIC = re.compile(r"(?P<year>20[0-9]{2})[-./](?P<month>[0-9]{1,2})(?:[-./](?P<day>[0-9]{1,2}))?(?P<edge>)")


def year_of(printed: str) -> int | None:
    """The year that a printed date states, or None (5月31日)."""
    match = _NUMERIC.fullmatch(printed) or _CHINESE.fullmatch(printed)
    return whole(match.group("year")) if match and match.group("year") else None


def month_of(printed: str) -> int | None:
    """The month that a printed date states, or None (2020年)."""
    match = _NUMERIC.fullmatch(printed) or _CHINESE.fullmatch(printed)
    return whole(match.group("month")) if match and match.group("month") else None


def iso(printed: str, year: int | None = None) -> str | None:
    """A printed date as ISO 8601, as exact as printed, or None; `year` serves where none is printed."""
    match = _NUMERIC.fullmatch(printed) or _CHINESE.fullmatch(printed)
    if not match:
        return None
    read = whole(match.group("year")) if match.group("year") else year
    month = whole(match.group("month")) if match.group("month") else None
    day = whole(match.group("day")) if match.group("day") else None
    ends = bool(match.group("edge")) and match.group("edge") != "初"
    if read is None or not 1900 <= read <= 2999:
        return None
    if month is None:
        return f"{read}-12-31" if ends else f"{read}"
    if not 1 <= month <= 12:
        return None
    length = monthrange(read, month)[1]
    if day is None:
        return f"{read}-{month:02}-{length}" if ends else f"{read}-{month:02}"
    return f"{read}-{month:02}-{day:02}" if 1 <= day <= length else None


def first_day(value: str) -> date:
    """The first day of an ISO date of year, month or day precision; ValueError where it is none."""
    parts = [int(part) for part in value.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_day(value: str) -> date:
    """The last day of an ISO date of year, month or day precision; ValueError where it is none."""
    parts = [int(part) for part in value.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    return date(parts[0], month, parts[2] if len(parts) > 2 else monthrange(parts[0], month)[1])


def after_days(value: str, days: int) -> str | None:
    """The day so many days after a full date (自公布之日起30日后)."""
    return (date.fromisoformat(value) + timedelta(days)).isoformat() if len(value) == 10 else None


def after_months(value: str, months: int) -> str | None:
    """The same day of a later month, or its last day where that month is shorter."""
    if len(value) != 10:
        return None
    start = date.fromisoformat(value)
    count = start.year * 12 + start.month - 1 + months
    if not 12 <= count < 12 * 9999:
        return None
    year, month = divmod(count, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).isoformat()


def term_end(value: str, months: int) -> str | None:
    """The last day of a term that begins on a full date: three years from 2022-01-01 end on 2024-12-31.

    Where the anniversary does not exist (a year from 29 February), the last day of that month ends the term.
    """
    same = after_months(value, months)
    if same is None:
        return None
    return same if same[-2:] != value[-2:] else (date.fromisoformat(same) - timedelta(1)).isoformat()
