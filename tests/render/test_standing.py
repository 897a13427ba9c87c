"""The status on a page: its word, its dates as full days, and what a browser needs to work it out again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup

from handbook.model import MeasureRecord, Standing, Status
from handbook.render.views.standing import NAMES, first_day, last_day, standing_view

from .build import engine, rendered
from .made import library

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("2027-12-31", "2027-12-31", "2027-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2020", "2020-01-01", "2020-12-31"),
        (None, "", ""),
    ],
)
def test_a_date_as_exact_as_printed_is_full_days(printed: str | None, first: str, last: str) -> None:
    assert (first_day(printed), last_day(printed)) == (first, last)


@pytest.mark.parametrize("value", ["疫情结束", "2020-13", "0000", "2020-xx"])
def test_what_is_no_date_gives_no_last_day(value: str) -> None:
    assert last_day(value) == ""


@pytest.mark.parametrize("status", NAMES)
def test_every_status_has_its_word(status: Status) -> None:
    assert standing_view(Standing(status), DAY, engine().words).word == status


def test_a_status_carries_its_dates() -> None:
    view = standing_view(Standing("现行有效", "2024-11-15", "2027-11", ""), DAY, engine().words)
    assert (view.begins, view.ends) == ("2024-11-15", "2027-11-30")
    assert view.dates == "2024-11-15 起，2027-11 止"
    assert view.turns == "尚未施行|现行有效|即将到期|已失效"
    assert view.as_of == "状态截至 2026-03-01"


@pytest.mark.parametrize(
    ("open_end", "later"), [("", "有效期未载明"), ("long-term", "长期有效"), ("event", "期限不明确")]
)
def test_what_begins_without_an_end_is_called(open_end: str, later: str) -> None:
    standing = replace(Standing("尚未施行", "2027-01-01"), open_end=open_end)
    assert standing_view(standing, DAY, engine().words).later == later


def test_what_ends_with_an_event_is_over_with_its_document_and_never_in_force() -> None:
    standing = Standing("期限不明确", "2020-01-25", "2027-12-31", "event")
    assert standing_view(standing, DAY, engine().words).turns == "尚未施行|期限不明确|期限不明确|已失效"


def test_the_page_of_a_measure_shows_its_status_first() -> None:
    made = library(with_press=False)
    record = made.documents[0]
    first = replace(record.measures[0], standing=Standing("已失效", "2020-01", "2020-06"))
    assert isinstance(first, MeasureRecord)
    made = replace(made, documents=(replace(record, measures=(first, *record.measures[1:])),))
    pages = {page.path: BeautifulSoup(page.text, "lxml") for page in rendered(made)}
    status = pages["measures/made-01/01.md"].select_one(".hb-panel [data-status]")
    assert status is not None
    assert (status["data-status"], status["data-effective"], status["data-expires"]) == (
        "已失效",
        "2020-01-01",
        "2020-06-30",
    )
    rows = pages["documents/made-01.md"].select(".hb-measures tr:has([data-status])")
    assert [row.get_text(" ", strip=True).split()[0] for row in rows] == ["（一）", "（二）", "3"]
    assert pages["documents/made-01.md"].select_one(".hb-head [data-status]") is None  # not all have the same


def test_a_document_whose_measures_all_stand_alike_shows_one_status() -> None:
    page = next(page for page in rendered(library()) if page.path == "documents/made-01.md")
    assert len(BeautifulSoup(page.text, "lxml").select(".hb-standing [data-status]")) == 1
