"""The clause around a word: as printed, with the word in it, and never longer than asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.render.views.excerpt import CUT, excerpt

from .made import passage

TEXT = "为支持发展：对科技企业孵化器，按绩效给予奖励，最高50万元；对众创空间补助10万元。\n其他按规定执行。"


@pytest.mark.parametrize(
    ("word", "length", "shown"),
    [
        ("孵化器", 40, "对科技企业孵化器，按绩效给予奖励，最高50万元"),
        ("孵化器", 12, "对科技企业孵化器，按绩…"),
        ("众创空间", 40, "对众创空间补助10万元"),
        ("奖励", 8, "按绩效给予奖励…"),
        ("奖励", 12, "按绩效给予奖励，最高…"),  # not 最高5…, which is another sum
        ("50万元", 5, "…50万元"),
        ("规定", 40, "其他按规定执行"),
    ],
)
def test_a_word_stands_in_its_clause(word: str, length: int, shown: str) -> None:
    found = excerpt(passage(TEXT), passage(word, start=TEXT.index(word)), length)
    assert found is not None
    assert found.text == shown
    assert found.text[found.start : found.end] == word


def test_a_word_of_elsewhere_has_no_clause() -> None:
    assert excerpt(passage(TEXT), passage("孵化器", "another"), 40) is None


@given(st.text("对企业，。；给予奖励\n（）、 100万元", max_size=80), st.data(), st.integers(4, 60))
def test_the_word_is_always_shown(text: str, data: st.DataObject, length: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    word = text[start:end]
    if not word or "\n" in word:
        return
    found = excerpt(passage(text), passage(word, start=start), length)
    assert found is not None
    assert found.text[found.start : found.end] == word
    assert found.text.strip(CUT) in text
    assert not found.text.endswith(tuple(f"{digit}{CUT}" for digit in "0123456789")) or word[-1:].isdigit()
    assert len(found.text) <= max(length, len(word) + 2 * len(CUT))
