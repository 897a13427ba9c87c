"""What fits on one printed sheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.render.sheet import Sheet, lines, width

ROW = (
    "支持企业技术改造　某省　made-01/01",
    "得到：企业：补助，最高500万元　条件：设备投资　找谁：省经信厅　期限：○ 现行有效",
)


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("一行", 1), ("字" * 47, 1), ("字" * 48, 2), ("a" * 80, 1), ("字" * 95, 3)]
)
def test_lines_of_a_paragraph(text: str, count: int) -> None:
    assert lines(text) == count


@given(st.text("字a1，", max_size=40), st.text("字a1，", max_size=40))
def test_a_longer_text_is_wider(one: str, other: str) -> None:
    assert width(one + other) >= max(width(one), width(other))


@pytest.mark.parametrize("count", [0, 1, 12, 400])
def test_rows_fit_until_the_sheet_is_full(count: int) -> None:
    fitting = Sheet("明白卡", ("说明",), (ROW,) * count).fitting()
    assert fitting == min(count, Sheet("明白卡", ("说明",), (ROW,) * 99).fitting())
    assert fitting < 99


def test_more_around_leaves_less_for_rows() -> None:
    rows = (ROW,) * 99
    assert Sheet("明白卡", ("说明" * 100,), rows).fitting() < Sheet("明白卡", ("说明",), rows).fitting()
    assert Sheet("明白卡", ("说明" * 5000,), rows).fitting() == 0
