"""For whom a measure is, held against a table that a policy officer can read (tests/golden/audience.tsv)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.extract.audience import audience
from handbook.extract.benefits import benefits
from handbook.files import read_vocabulary
from handbook.model import Audience, EnterpriseType, Passage, Piece

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "audience.tsv"
TYPES = read_vocabulary(ROOT / "vocabulary").enterprise_types
NAMES = (
    "小微企业", "中小企业", "个体工商户", "科技型企业", "高新技术企业", "专精特新企业", "规上企业", "大型与龙头企业", "制造业企业", "软件与信息服务企业",
    "金融机构", "物流企业", "外贸与跨境电商企业", "专业服务机构", "检验检测机构", "科创平台与孵化载体", "园区与集聚区运营方", "医药健康企业", "所有企业",
)  # fmt: skip
CASES = [
    line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]
WORDS = [word.replace("…", "类") for kind in TYPES for word in kind.words[:6]]
SOUP = st.lists(
    st.sampled_from(
        [
            *WORDS,
            "支持",
            "培育",
            "对",
            "给予奖励",
            "认定为",
            "与",
            "，",
            "。",
            "的",
            "、",
            "支持对象：",
            "\n",
            "力争",
            "达到10家",
        ]
    ),
    max_size=40,
).map("".join)


def passage(text: str, start: int = 0) -> Passage:
    return Passage("source", text, (Piece(0, len(text), start, start + len(text)),))


def read(title: str, text: str, types: tuple[EnterpriseType, ...] = TYPES) -> tuple[Audience, ...]:
    body = passage(text.replace("\\n", "\n"))
    return audience(passage(title), body, benefits(body, ()), types)


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[case[1][:24] for case in CASES])
def test_table(title: str, text: str, expected: str) -> None:
    assert "、".join(found.name for found in read(title, text)) == expected


def test_vocabulary_has_the_nineteen_types() -> None:
    assert tuple(kind.name for kind in TYPES) == NAMES
    for kind in TYPES:
        assert kind.id.isascii()
        assert kind.standard
        assert kind.words
        assert 0 < len(kind.definition) <= 120


def test_without_vocabulary_nothing_is_found() -> None:
    assert read("支持小微企业", "对小微企业给予奖励。", ()) == ()


@given(SOUP)
def test_evidence_stands_in_the_text(text: str) -> None:
    body = passage(text, 3)
    for found in audience(passage(""), body, benefits(body, ()), TYPES):
        span = found.evidence.locate()
        assert ("前文：" + text)[span.start : span.end] == found.evidence.text != ""


@given(st.text(), st.text())
def test_never_raises(title: str, text: str) -> None:
    read(title, text)
