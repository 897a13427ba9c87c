"""Cards that say two things of one subject are shown with both; tiers, grades and other subjects are not mistaken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.extract.contradictions import contradictions
from handbook.extract.money import amounts
from handbook.extract.periods import period
from handbook.model import Contradiction, Field, Passage, Piece

TABLE = Path(__file__).parents[1] / "golden" / "contradictions.tsv"
ROWS = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#")]


def passages(*texts: str) -> list[Passage]:
    """Texts as passages of one capture, one after the other."""
    made, at = [], 0
    for text in texts:
        made.append(Passage("made", text, (Piece(0, len(text), at, at + len(text)),) if text else ()))
        at += len(text) + 1
    return made


def found(title: str, content: str, whom: str, when: str) -> tuple[Contradiction, ...]:
    """What a card with these fields contradicts itself in."""
    labels = passages(title, content, whom, when)
    fields = [
        Field(Passage("made", label, ()), value)
        for label, value in zip(("主要内容", "支持对象"), labels[1:3], strict=True)
    ]
    fields.append(Field(Passage("made", "执行时间", ()), labels[3]))
    stated = tuple(amount for part in labels[:3] for amount in amounts(part))
    return contradictions(labels[0], labels[1], fields, stated, period(labels[3]))


@pytest.mark.parametrize(("title", "content", "whom", "when", "expected"), ROWS)
def test_a_card_against_itself(title: str, content: str, whom: str, when: str, expected: str) -> None:
    shown = "; ".join(f"{item.one.text} / {item.other.text}" for item in found(title, content, whom, when))
    assert (shown or "-") == expected


def test_the_table_is_large_enough_to_tell() -> None:
    seeded = [row for row in ROWS if row[-1] != "-"]
    assert len(ROWS) >= 30
    assert len(seeded) >= 14


@given(
    st.lists(
        st.sampled_from(
            ["对省级企业", "按保费的30%", "给予补贴", "最高50万元", "。", "；", "\n", "减员率不高于5%的", "返还"]
        ),
        max_size=24,
    )
)
def test_a_card_that_repeats_itself_agrees_with_itself(words: list[str]) -> None:
    text = "".join(words)
    assert all(item.one.text != item.other.text for item in found("", text, text, "2020年"))


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_are_compared_without_harm(content: str, whom: str) -> None:
    for item in found("某政策", content, whom, "长期"):
        assert item.one.locate() != item.other.locate()
