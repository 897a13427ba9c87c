"""Who gets what on what condition, held against a table that a policy officer can read (tests/golden/benefits.tsv)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.extract.benefits import benefits
from handbook.extract.clauses import masked, statements
from handbook.extract.instruments import CUES
from handbook.extract.money import amounts
from handbook.model import Benefit, Instrument, Passage, Piece

GOLDEN = Path(__file__).parents[1] / "golden" / "benefits.tsv"
NAMES: dict[Instrument, str] = {
    "award": "奖励", "subsidy": "补助", "voucher": "券", "loan": "贷款", "interest": "贴息", "guarantee": "担保", "fund": "资金",
    "tax": "税", "fee": "费", "price": "价格", "rent": "租金", "insurance": "保险", "procurement": "采购", "priority": "优先",
    "recognition": "认定", "service": "服务", "talent": "人才", "other": "支持",
}  # fmt: skip
CASES = [
    line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]
# what policy texts are made of, thrown together
SOUP = st.lists(
    st.sampled_from(
        ["对", "企业", "的", "，", "。", "；", "、", "（", "）", "《", "》", "“", "”", "：", "\n", "给予", "奖励", "补贴", "10万元", "20%", "最高",
         "不超过", "免收", "免征", "增值税", "租金", "社保", "贷款", "贴息", "担保", "券", "支持", "鼓励", "为", "提供", "服务", "纳入", "目录",
         "优先", "每家", "按", "实际投资额", "认定", "获评", "国家级", "项目", "平台", "小微", "支持对象：", "政策名称：", "1.", "（一）", "不再享受",
         "安排", "专项资金", "用于", "将", "以及", "且", "分别", "一次性", "返还", "以下扶持：", "力争", "完善", "机制", "对标", "省财政", "市县"]
    ),
    max_size=80,
).map("".join)  # fmt: skip


def passage(text: str, start: int = 0) -> Passage:
    return Passage("source", text, (Piece(0, len(text), start, start + len(text)),))


def described(benefit: Benefit) -> str:
    """A benefit in the words of the table."""
    return "｜".join((NAMES[benefit.instrument], benefit.beneficiary.text, benefit.condition.text))


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:24] for case in CASES])
def test_table(text: str, expected: str) -> None:
    found = benefits(passage(text.replace("\\n", "\n")), ())
    assert " / ".join(described(benefit) for benefit in found) == expected


def test_amounts_go_to_the_clause_they_stand_in() -> None:
    text = passage("对甲类企业奖励10万元，对乙类企业按投资额的5%给予补助，最高不超过80万元。")
    first, second = benefits(text, amounts(text))
    assert [a.yuan_max for a in first.amounts] == [100_000]
    assert {a.yuan_max for a in second.amounts} >= {800_000}
    assert any(5 in (a.percent, a.percent_max) for a in second.amounts)


def test_a_limit_in_the_next_sentence_belongs_to_the_gift_before_it() -> None:
    text = passage("对小微企业按租金的50%给予补助。每家企业每年最高不超过5万元。")
    (only,) = benefits(text, amounts(text))
    assert only.text.text == "对小微企业按租金的50%给予补助。每家企业每年最高不超过5万元"


def test_a_card_names_its_beneficiary_once() -> None:
    text = passage(
        "政策名称：《关于支持物流的通知》\n主要内容：减半收取货车停靠费。\n支持对象：物流企业\n执行时间：长期"
    )
    (only,) = benefits(text, ())
    assert (only.beneficiary.text, only.instrument) == ("物流企业", "fee")


@given(SOUP)
def test_every_part_reads_back_from_the_capture(text: str) -> None:
    capture = "前文" + text
    for benefit in benefits(passage(text, 2), amounts(passage(text, 2))):
        for part in (benefit.text, benefit.beneficiary, benefit.condition, *(a.text for a in benefit.amounts)):
            span = part.locate()
            assert not part or capture[span.start : span.end] == part.text
        assert benefit.text


@given(SOUP)
def test_statements_are_in_order_and_apart(text: str) -> None:
    ends = 0
    for statement in statements(masked(text)):
        for segment in statement.segments:
            assert ends <= segment.start < segment.end <= len(text)
            ends = segment.end


@given(SOUP)
def test_masking_keeps_the_length(text: str) -> None:
    assert len(masked(text)) == len(text)


@given(SOUP)
def test_the_quick_look_never_hides_a_match(text: str) -> None:
    for cue in CUES:
        match = cue.pattern.search(text)
        assert match is None or not cue.needs.isdisjoint(match.group()), cue.name


@given(st.text())
def test_never_raises(text: str) -> None:
    benefits(passage(text), ())


@pytest.mark.parametrize(
    "piece",
    [
        "对企业的",
        "给予",
        "对获得认定的企业，",
        "免征",
        "（",
        "“对",
        "《",
        "：",
        "企业、",
        "10万元",
        "对A企业奖励1万元；",
    ],
)
def test_long_texts_are_read_to_the_end(piece: str) -> None:
    text = piece * (60_000 // len(piece)) + "。对孵化器奖励20万元。"
    assert benefits(passage(text), ())[-1].beneficiary.text == "孵化器"
