"""The status of a day, held against a table (tests/golden/status.tsv)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Literal, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.extract.dates import after_days, after_months, first_day, last_day, term_end
from handbook.extract.status import SOON, Status, status

GOLDEN = Path(__file__).parents[1] / "golden" / "status.tsv"
CASES = [
    line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]
OPEN: dict[str, Literal["", "long-term", "event"]] = {"-": "", "长期": "long-term", "事件": "event"}
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(("effective", "expires", "open_end", "repealed", "day", "expected"), CASES)
def test_table(effective: str, expires: str, open_end: str, repealed: str, day: str, expected: str) -> None:
    given_dates = [None if value == "-" else value for value in (effective, expires, repealed)]
    assert status(given_dates[0], given_dates[1], OPEN[open_end], given_dates[2], date.fromisoformat(day)) == expected


def test_the_table_is_long_and_uses_every_word() -> None:
    assert len(CASES) >= 40
    assert {case[5] for case in CASES} == set(get_args(Status))


@given(DAYS, st.integers(1, 4000), DAYS)
def test_a_period_is_in_force_exactly_from_its_first_to_its_last_day(start: date, length: int, day: date) -> None:
    end = start + timedelta(length)
    word = status(start.isoformat(), end.isoformat(), "", None, day)
    if day < start:
        assert word == "尚未施行"
    elif day > end:
        assert word == "已失效"
    else:
        assert word == ("即将到期" if (end - day).days <= SOON else "现行有效")


@given(
    st.none() | st.text(max_size=12),
    st.none() | st.text(max_size=12),
    st.sampled_from(["", "long-term", "event"]),
    DAYS,
)
def test_any_words_for_dates_give_a_status(
    effective: str | None, expires: str | None, open_end: Literal["", "long-term", "event"], day: date
) -> None:
    assert status(effective, expires, open_end, None, day) in get_args(Status)


@given(DAYS, st.integers(1, 20))
def test_a_term_of_years_ends_before_the_next_one_begins(start: date, years: int) -> None:
    end = date.fromisoformat(term_end(start.isoformat(), 12 * years) or "")
    following = end + timedelta(1)
    leap = (start.month, start.day) == (2, 29)
    assert (following.month, following.day) in {(start.month, start.day)} | ({(3, 1)} if leap else set())
    assert following.year == start.year + years


def test_dates_of_less_than_a_day_give_no_terms() -> None:
    assert term_end("2020-02", 12) is None
    assert after_days("2020", 30) is None
    assert after_months("2020-01-31", 1) == "2020-02-29"


def test_a_month_stands_for_its_first_or_last_day() -> None:
    assert (first_day("2024-02"), last_day("2024-02"), last_day("2023")) == (
        date(2024, 2, 1),
        date(2024, 2, 29),
        date(2023, 12, 31),
    )
