"""Numerals of both scripts and widths, and the round trip of Chinese ones."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.text.numerals import chinese, read, whole

READ = [
    ("2.6", "2.6"), ("1,000", "1000"), ("12,500,000.5", "12500000.5"), ("１０００万", "10000000"), ("三十二", "32"), ("十", "10"),
    ("三萬三千", "33000"), ("3万5千", "35000"), ("一百〇五", "105"), ("一万零五百", "10500"), ("两", "2"), ("兩萬", "20000"),
    ("百亿", "10000000000"), ("千万", "10000000"), ("万亿", "1000000000000"), ("1.2万亿", "1200000000000"), ("10万亿", "10000000000000"),
    ("1亿5000万", "150000000"), ("二〇二五", "2025"), ("亿", "100000000"), ("一万五", "15000"), ("一百五", "150"), ("壹拾贰", "12"),
]  # fmt: skip
UNREADABLE = ["", "元", "1,0", "1..2", "一二百", ".", "万万", "十个", "1.2.3", "百万人"]


@pytest.mark.parametrize(("printed", "value"), READ)
def test_read(printed: str, value: str) -> None:
    assert read(printed) == Decimal(value)


@pytest.mark.parametrize("printed", UNREADABLE)
def test_what_is_no_numeral_is_none(printed: str) -> None:
    assert read(printed) is None


@given(st.integers(0, 10**16 - 1))
def test_a_chinese_numeral_reads_back(number: int) -> None:
    assert read(chinese(number)) == number
    assert whole(chinese(number)) == number


@given(st.integers(0, 10**12), st.sampled_from(["", "万", "亿"]))
def test_grouped_and_wide_figures_read_alike(number: int, scale: str) -> None:
    wide = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert read(f"{number:,}{scale}") == read(f"{number}{scale}") == read(f"{wide}{scale}")


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    read(text)


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (10010, "一万零一十"),
        (20000, "二万"),
    ],
)
def test_chinese(number: int, printed: str) -> None:
    assert chinese(number) == printed


def test_a_number_beyond_the_words_is_refused() -> None:
    with pytest.raises(ValueError, match="no Chinese numeral"):
        chinese(-1)


def test_whole_refuses_fractions() -> None:
    assert whole("2.5") is None
