"""Periods and validity, held against tables (tests/golden/periods.tsv, validity.tsv)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.extract.periods import period, periods, validity
from handbook.model import Passage, Piece

GOLDEN = Path(__file__).parents[1] / "golden"
SOUP = st.lists(
    st.sampled_from(
        ["2020年", "1月", "25日", "底", "至", "-", "—", "自", "起", "施行", "，", "。", "有效期", "3年", "五年", "发布之日", "印发之日", "30日后",
         "长期", "疫情结束", "截至", "申报", "即日", "13月", "40日", "2020.1.1", "《", "》", "（2024—2027年）", " ", "十", "二〇二〇年", "止", "\n"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


def table(name: str) -> list[list[str]]:
    lines = (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def passage(text: str) -> Passage:
    return Passage("source", text, (Piece(0, len(text), 0, len(text)),))


@pytest.mark.parametrize(("text", "starts", "ends", "note"), table("periods.tsv"))
def test_period(text: str, starts: str, ends: str, note: str) -> None:
    found = period(passage(text), issued="2021-06-15")
    said = "截止" if found.deadline else {"": "-", "long-term": "长期", "event": "事件"}[found.open_end]
    assert (found.starts or "-", found.ends or "-", said) == (starts, ends, note)


@pytest.mark.parametrize(("text", "effective", "expires"), table("validity.tsv"))
def test_validity(text: str, effective: str, expires: str) -> None:
    found = validity(passage(text), issued="2021-06-15", published="2021-06-20")
    assert (found.effective.value if found.effective else "-", found.expires.value if found.expires else "-") == (
        effective,
        expires,
    )


def test_a_date_from_the_day_of_issue_is_unknown_without_that_day() -> None:
    found = validity(passage("本办法自发布之日起施行，有效期3年。"))
    assert (found.effective, found.expires) == (None, None)
    assert found.sentence is not None
    assert period(passage("自发布之日起两年")).ends is None


def test_an_expiry_is_known_even_where_the_beginning_is_not() -> None:
    found = validity(passage("本政策自发布之日起施行，有效期至2027年12月31日。如遇调整，按新政策执行。"))
    assert found.effective is None
    assert found.expires is not None
    assert found.expires.value == "2027-12-31"
    assert found.sentence is not None
    assert found.sentence.text == "本政策自发布之日起施行，有效期至2027年12月31日。"


def test_lasting_force_is_said() -> None:
    assert validity(passage("本办法自2020年1月1日起施行，长期有效。")).open_end == "long-term"


def test_periods_of_a_body_are_its_ranges_and_deadlines_not_its_goals() -> None:
    body = passage(
        "2020年3月1日至5月31日，免征增值税。政策延续实施至2020年12月31日。到2027年，达到800家。2019年4月30日后获得授权的，每件资助2万元。《某市规划（2021—2025年）》。"
    )
    assert [(one.starts, one.ends) for one in periods(body)] == [("2020-03-01", "2020-05-31"), (None, "2020-12-31")]


@given(SOUP)
def test_any_text_is_read_and_every_quote_reads_back(text: str) -> None:
    period(passage(text), issued="2020-02-29")
    found = validity(passage(text), issued="2020-02-29", published="2020-02-29")
    for quote in [one.quote for one in periods(passage(text))] + [
        one.quote for one in (found.effective, found.expires) if one
    ]:
        span = quote.locate()
        assert text[span.start : span.end] == quote.text or "\n" in quote.text


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    period(passage(text), issued="2020-12-31")
    periods(passage(text))
    validity(passage(text), issued="2020-12-31")
