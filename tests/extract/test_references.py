"""Mentions of other documents and articles: what is one, what is not, and that each reads back from the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.extract.references import mentions, references
from handbook.model import Passage, Piece

GOLDEN = Path(__file__).parents[1] / "golden" / "references.tsv"


def passage(text: str) -> Passage:
    return Passage("capture", text, (Piece(0, len(text), 0, len(text)),) if text else ())


def rows() -> list[list[str]]:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "expected"), rows())
def test_what_a_text_names(text: str, expected: str) -> None:
    found = " · ".join(f"{mention.text.text}（{mention.rule}）" for mention in mentions(passage(text)))
    assert found == expected


def test_each_is_listed_once_though_mentioned_often() -> None:
    text = passage("按照《甲办法》执行，《甲办法》未规定的按第五条和第五条执行")
    assert [reference.text.text for reference in references(text)] == ["《甲办法》", "第五条"]
    assert len(mentions(text)) == 4


def test_a_later_line_that_begins_with_its_number_is_a_heading() -> None:
    assert references(passage("给予奖励。\n第六条 对企业给予补助。")) == ()


@given(st.text(alphabet="《》〈〉（）[]〔〕第条款项前本措施一二三2020年号令财税公告\n，。 ", max_size=60))
def test_every_mention_reads_back_and_none_overlaps(text: str) -> None:
    end = 0
    for mention in mentions(passage(text)):
        span = mention.text.locate()
        assert text[span.start : span.end] == mention.text.text
        assert span.start >= end
        end = span.end


@pytest.mark.parametrize("unit", ["《", "《甲》", "第一条", "2020年第", "鄂政发〔2020〕", "根据按照"])
def test_long_runs_are_read(unit: str) -> None:
    references(passage(unit * 20_000))
