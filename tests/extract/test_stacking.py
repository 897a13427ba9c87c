"""Rules on combining benefits: the sentence that states one, and the kind of rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.extract.stacking import stacking
from handbook.model import Passage, Piece

GOLDEN = Path(__file__).parents[1] / "golden" / "stacking.tsv"


def passage(text: str) -> Passage:
    return Passage("capture", text, (Piece(0, len(text), 0, len(text)),) if text else ())


def rows() -> list[list[str]]:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "rule"), rows())
def test_the_kind_of_rule(text: str, rule: str) -> None:
    assert " ".join(found.rule for found in stacking(passage(text))) == rule


def test_only_the_sentence_that_states_the_rule_is_quoted() -> None:
    found = stacking(passage("对企业给予奖励。同一企业不重复享受。\n最高100万元；各项补贴可叠加享受；其他按规定。"))
    assert [(rule.text.text, rule.rule) for rule in found] == [
        ("同一企业不重复享受。", "no-repeat"),
        ("各项补贴可叠加享受；", "stackable"),
    ]


@given(st.text(alphabet="就高不重复享受可叠加在基础上再同一企业累计超过元，。；\n 最", max_size=60))
def test_every_rule_reads_back(text: str) -> None:
    for found in stacking(passage(text)):
        span = found.text.locate()
        assert text[span.start : span.end] == found.text.text
