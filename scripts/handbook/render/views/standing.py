"""Whether a measure or document is in force, in a word and its dates, and what a browser needs to say so on its own day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ...model import DocumentRecord, Standing, Status
from ..words import Words

NAMES: dict[Status, str] = {
    "尚未施行": "pending",
    "现行有效": "active",
    "即将到期": "soon",
    "已失效": "expired",
    "已废止": "repealed",
    "长期有效": "lasting",
    "有效期未载明": "unstated",
    "期限不明确": "unclear",
    "待核实": "unchecked",
}
OPEN: dict[str, Status] = {"long-term": "长期有效", "event": "期限不明确", "": "有效期未载明"}


@dataclass(frozen=True, slots=True)
class StandingView:
    """The status on the day of the build; `begins` and `ends` are full days or empty, `later` holds without an end.

    `turns` are the words for not yet, in force, soon over and over, which the browser chooses from. What ends with an
    event (疫情结束) is never said to be in force, but is over when its document is.
    """

    name: str
    word: str
    begins: str
    ends: str
    later: str
    later_name: str
    turns: str
    dates: str
    as_of: str


def standing_view(standing: Standing, as_of: date, words: Words) -> StandingView:
    begins = first_day(standing.starts)
    ends = last_day(standing.ends)
    dates = [words("status.from", day=standing.starts)] if standing.starts else []
    dates += [words("status.until", day=standing.ends)] if standing.ends else []
    if standing.repealed:
        dates.append(words("status.repealed_by", day=standing.repealed.date, by=standing.repealed.by))
    return StandingView(
        name=NAMES[standing.status],
        word=words(f"status.{NAMES[standing.status]}"),
        begins=begins,
        ends=ends,
        later=words(f"status.{NAMES[OPEN[standing.open_end]]}"),
        later_name=NAMES[OPEN[standing.open_end]],
        turns="|".join(words(f"status.{name}") for name in _turns(standing)),
        dates=words("status.between").join(dates),
        as_of=words("status.as_of", day=as_of.isoformat()),
    )


def _turns(standing: Standing) -> tuple[str, ...]:
    if standing.open_end == "event":
        return ("pending", "unclear", "unclear", "expired")
    return ("pending", "active", "soon", "expired")


def document_standing_view(record: DocumentRecord, as_of: date, words: Words) -> StandingView | None:
    """The status of a document as a whole; None where its measures differ from it and from each other."""
    return standing_view(record.standing, as_of, words) if shared(record) else None


def shared(record: DocumentRecord) -> bool:
    """Whether every measure of a document stands as the document does."""
    return all(item.standing == record.standing for item in record.measures if item.measure.kind == "measure")


def first_day(value: str | None) -> str:
    """The first day of a date that may name only a year or a month; empty for none."""
    parts = (value or "").split("-")
    return "-".join((*parts, *("01",) * (3 - len(parts)))) if value else ""


def last_day(value: str | None) -> str:
    """The last day of a date that may name only a year or a month; empty for none or one that is no date."""
    parts = (value or "").split("-")
    if not value or not all(part.isdigit() for part in parts):
        return ""
    year, month = int(parts[0]), int(parts[1]) if parts[1:] else 12
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return ""
    return value if len(parts) == 3 else f"{year:04d}-{month:02d}-{monthrange(year, month)[1]:02d}"
