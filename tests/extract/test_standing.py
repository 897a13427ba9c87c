"""The standing of documents and measures on a day: clause of the document, period of the measure, the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

import pytest

from handbook.extract.standing import document_standing, measure_standing
from handbook.model import DateFinding, Document, Passage, Period, Repeal, Span, Standing

DAY = date(2026, 11, 22)


def words(text: str) -> Passage:
    return Passage("made", text, ())


def document(effective: str = "", expires: str = "", clause: str = "") -> Document:
    return Document(
        title=words("甲市若干措施（2024—2027年）"),
        kind="measures",
        span=Span("made", 0, 0),
        sections=(),
        measures=(),
        effective=DateFinding(effective, words(effective)) if effective else None,
        expires=DateFinding(expires, words(expires)) if expires else None,
        validity=words(clause) if clause else None,
    )


def period(starts: str | None, ends: str | None, open_end: Literal["", "long-term", "event"] = "") -> Period:
    return Period(words(""), starts, ends, "made", open_end)


@pytest.mark.parametrize(
    ("given", "status", "ends"),
    [
        (document(), "有效期未载明", None),
        (document("2025-10-14"), "有效期未载明", None),
        (document("2025-10-14", "2027-12-31"), "现行有效", "2027-12-31"),
        (document("2025-10-14", "2027-01"), "即将到期", "2027-01"),
        (document("2027-01-01", "2027-12-31"), "尚未施行", "2027-12-31"),
        (document("2020-01-01", "2025"), "已失效", "2025"),
        (document("2025-01-01", "", "本措施自2025年1月1日起施行，长期有效。"), "长期有效", None),
        (document("2025-01-01", "2025-13-45"), "待核实", "2025-13-45"),
    ],
)
def test_of_a_document(given: Document, status: str, ends: str | None) -> None:
    found = document_standing(given, DAY)
    assert (found.status, found.ends) == (status, ends)


@pytest.mark.parametrize(
    ("own", "given", "expected"),
    [
        (None, document("2025-01-01", "2027-12-31"), ("现行有效", "2025-01-01", "2027-12-31")),
        (period(None, None), document("2025-01-01"), ("有效期未载明", "2025-01-01", None)),
        (period("2020-02", "2020-06"), document(), ("已失效", "2020-02", "2020-06")),
        (period(None, "2026-07-31"), document("", "2027-12-31"), ("已失效", None, "2026-07-31")),
        (period(None, "2029-07-31"), document("", "2027-12-31"), ("现行有效", None, "2027-12-31")),
        (period("2020-01-25", None, "event"), document(), ("期限不明确", "2020-01-25", None)),
        (period(None, None, "event"), document("", "2027-12-31"), ("期限不明确", None, "2027-12-31")),
        (period(None, None, "event"), document("", "2020-12-31"), ("已失效", None, "2020-12-31")),
        (period(None, None, "long-term"), document(), ("长期有效", None, None)),
    ],
)
def test_of_a_measure(own: Period | None, given: Document, expected: tuple[str, str | None, str | None]) -> None:
    found = measure_standing(own, given, DAY)
    assert (found.status, found.starts, found.ends) == expected


@pytest.mark.parametrize(
    ("since", "status", "ends"),
    [
        ("2026-11-22", "已废止", "2027-12-31"),
        ("2026-11-23", "即将到期", "2026-11-22"),
        ("2027-12-01", "现行有效", "2027-11-30"),
    ],
)
def test_a_repeal_goes_before_every_date(since: str, status: str, ends: str) -> None:
    given, repealed = document("2025-01-01", "2027-12-31"), Repeal(since, "《某决定》")
    for found in (
        document_standing(given, DAY, repealed),
        measure_standing(period(None, "2029"), given, DAY, repealed),
    ):
        assert (found.status, found.ends, found.repealed) == (status, ends, repealed)


def test_a_draft_is_never_in_force() -> None:
    draft = replace(document("2025-01-01", "2027-12-31"), title=words("甲市若干措施（征求意见稿）"))
    assert document_standing(draft, DAY).status == "待核实"
    assert measure_standing(period(None, "2027"), draft, DAY).status == "待核实"


def test_nothing_said_is_nothing_stated() -> None:
    assert document_standing(document(), DAY) == Standing("有效期未载明")
