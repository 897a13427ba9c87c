"""Sums and rates, held against a table that a policy officer can read (tests/golden/amounts.tsv)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.extract.money import amounts
from handbook.model import Amount, Passage, Piece

GOLDEN = Path(__file__).parents[1] / "golden" / "amounts.tsv"
KINDS = {
    "award": "奖励", "subsidy": "补助", "fund": "资金", "loan": "贷款", "tax": "税", "price": "价格", "threshold": "门槛",
    "target": "目标", "other": "其他",
}  # fmt: skip
CASES = [
    line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]
# what policy texts are made of, thrown together
SOUP = st.lists(
    st.sampled_from(
        ["奖励", "最高", "不超过", "按", "投资额", "的", "，", "。", "、", "（", "）", "10", "5", "%", "％", "万", "亿", "元", "-", "至", "以上",
         "以下", "每", "家", "一", "百", "千", "十", "对", "给予", "补助", "贷款", "LPR", "基点", "1:1.2:2", "比例", "\n", "免收", "减半",
         "百分之", "，最高", "20-50万元", "1,000", ".", "２０", "/", "平方米", "新臺幣", "$", "http://a.b/%E7%A4", "到2027年"]
    ),
    max_size=60,
).map("".join)  # fmt: skip


def passage(text: str, start: int = 0) -> Passage:
    return Passage("source", text, (Piece(0, len(text), start, start + len(text)),))


def plain(number: Decimal) -> str:
    printed = f"{number:f}"
    return printed.rstrip("0").rstrip(".") if "." in printed else printed


def spread(low: Decimal | None, high: Decimal | None) -> str:
    if low is None or high is None:
        return (
            ""
            if low is None and high is None
            else f"≥{plain(low)}"
            if low is not None
            else f"≤{plain(high or Decimal(0))}"
        )
    return plain(low) if low == high else f"{plain(low)}~{plain(high)}"


def described(amount: Amount) -> str:
    """An amount in the words of the table."""
    parts = [KINDS[amount.kind]]
    if money := spread(amount.yuan_min, amount.yuan_max):
        parts.append(money + ("元" if amount.currency == "CNY" else amount.currency))
    if limits := spread(amount.percent_min, amount.percent_max):
        parts.append(limits + "%")
    elif amount.percent is not None:
        parts.append(plain(amount.percent) + "%")
    parts += [f"按{amount.base}"] * bool(amount.base) + [f"/{amount.per}"] * bool(amount.per)
    return " ".join(parts)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:24] for case in CASES])
def test_table(text: str, expected: str) -> None:
    assert ("；".join(map(described, amounts(passage(text)))) or "无") == expected


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 100


@given(SOUP)
def test_any_text_is_read_and_every_amount_reads_back(text: str) -> None:
    for amount in amounts(passage(text, 100)):
        span = amount.text.locate()
        assert text[span.start - 100 : span.end - 100] == amount.text.text
        assert amount.text.text


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    amounts(passage(text))


@given(SOUP)
def test_bounds_say_which_figures_are_set(text: str) -> None:
    for amount in amounts(passage(text)):
        if amount.yuan_min is None and amount.yuan_max is None:
            continue
        expected = {"cap": (False, True), "floor": (True, False)}.get(amount.bound, (True, True))
        assert (amount.yuan_min is not None, amount.yuan_max is not None) == expected
        if amount.bound == "range" and amount.yuan_min is not None and amount.yuan_max is not None:
            assert amount.yuan_min < amount.yuan_max


def test_a_rate_and_its_cap_are_one_amount_over_the_words_of_both() -> None:
    (amount,) = amounts(passage("对中试基地，按实际投资额的10%给予补助，单个项目最高500万元。"))
    assert amount.text.text == "按实际投资额的10%给予补助，单个项目最高500万元"
    assert (amount.percent, amount.yuan_max, amount.base, amount.per) == (10, 5_000_000, "实际投资额", "单个项目")


def test_two_rates_under_one_cap_are_two_amounts_with_the_same_words() -> None:
    one, two = amounts(passage("按研发成本的15%或产品单价的50%，最高奖励1000万元。"))
    assert one.text == two.text
    assert [one.yuan_max, two.yuan_max] == [10_000_000, 10_000_000]
    assert [one.base, two.base] == ["研发成本", "产品单价"]


def test_reliefs_in_words_carry_no_figures() -> None:
    for amount in amounts(
        passage("免收高可靠性供电费，减半征收房租，全额退还留抵税额，省市按1:2比例分担，LPR加50个基点，提高2个百分点。")
    ):
        assert {amount.yuan_min, amount.yuan_max, amount.percent, amount.percent_min, amount.percent_max} == {None}
