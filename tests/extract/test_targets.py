"""Goals with numbers, held against a table (tests/golden/targets.tsv)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.extract.targets import targets
from handbook.model import Passage, Piece

GOLDEN = Path(__file__).parents[1] / "golden" / "targets.tsv"
CASES = [
    line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]
SOUP = st.lists(
    st.sampled_from(
        [
            "到2027年",
            "，",
            "。",
            "（",
            "）",
            "建成",
            "达到",
            "80家",
            "30%",
            "3亿元",
            "以上",
            "每年",
            "对",
            "给予",
            "的",
            "\n",
            "力争",
            "2025年底前",
        ]
    ),
    max_size=40,
).map("".join)


def passage(text: str) -> Passage:
    return Passage("source", text, (Piece(0, len(text), 0, len(text)),))


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_table(text: str, expected: str) -> None:
    assert ("；".join(f"{one.by or '-'}：{one.text.text}" for one in targets(passage(text))) or "无") == expected


@given(SOUP)
def test_any_text_is_read_and_every_goal_reads_back(text: str) -> None:
    for one in targets(passage(text)):
        span = one.text.locate()
        assert text[span.start : span.end] == one.text.text


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    targets(passage(text))
