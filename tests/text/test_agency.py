"""Lists of agencies in brackets and lines: which are lists, and that no text, however odd, makes the reader fail."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.text.agency import agency_tail, is_agency_line, is_agency_list
from handbook.text.agency_list import agency_parts, states_lead_rule
from handbook.text.agency_name import likeness

GOLDEN = Path(__file__).parents[1] / "golden"
SHAPES = (
    "责任单位", "牵头单位", "：", "；", "、", "，", "。", " ", "（", "）", "〈", "〉", "【", "】", "市", "省", "各", "区", "县", "市科技局",
    "省发展和改革委员会", "人民政府", "等有关部门", "按职责分工", "负责", "牵头", "配合", "会同", "和", "及", "下同", "列第一位的为",
    "責任單位", "經濟部", "12", "A", "\n", "企业",
)  # fmt: skip
soup = st.one_of(st.lists(st.sampled_from(SHAPES), max_size=30).map("".join), st.text(max_size=60))


def rows(name: str) -> list[str]:
    lines = (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("text", [row.split("\t")[0] for row in rows("agencies.tsv")])
def test_lists_of_agencies_are_known(text: str) -> None:
    assert is_agency_list(text)


@pytest.mark.parametrize("text", rows("not-agencies.tsv"))
def test_other_brackets_are_no_lists(text: str) -> None:
    assert not is_agency_list(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("责任单位：市科技局、市财政局", True),
        ("牵头单位：市经信局；配合单位：市财政局。", True),
        ("【责任部门】区科技局、区财政局", True),
        ("（责任单位：市科技局）", True),
        ("责任单位 市科技局、市财政局", True),
        ("責任單位：省發展改革委、省財政廳", True),
        ("责任部门：政策法规处 联系电话：1234567", True),
        ("市科技局", False),
        ("各责任单位：", False),
        ("发布单位：市科技局", False),
        ("主办单位：清江市人民政府办公室", False),
        ("牵头单位要加强统筹协调。", False),
        ("责任单位：对未完成任务的单位予以通报。", False),
    ],
)
def test_a_line_of_its_own_needs_a_label(text: str, expected: bool) -> None:
    assert is_agency_line(text) is expected


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("对企业给予奖励。责任单位：市委组织部、市科技局。", "责任单位：市委组织部、市科技局。"),
        ("给予补助。牵头单位：市科技局；责任单位：市财政局", "牵头单位：市科技局；责任单位：市财政局"),
        ("责任单位：市科技局", "责任单位：市科技局"),
        ("给予补助。（牵头单位：市科技局；责任单位：市财政局）", ""),
        ("各责任单位要落实到位。", ""),
        ("给予补助。责任单位：对未完成的予以通报。", ""),
    ],
)
def test_a_paragraph_may_end_with_a_list_without_brackets(text: str, tail: str) -> None:
    at = agency_tail(text)
    assert (text[at:] if at >= 0 else "") == tail


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市科技局、市财政局，列第一位的为牵头单位，下同", True),
        ("财政部、商务部负责。列第一位者为牵头单位，下同", True),
        ("排在首位的爲牽頭單位，下同", True),
        ("列首位的部门为牵头部门", True),
        ("第一个单位为牵头单位", True),
        ("牵头单位列第一位", True),
        ("牵头单位：市科技局", False),
        ("第一责任人为企业法定代表人", False),
    ],
)
def test_the_rule_that_the_first_leads(text: str, expected: bool) -> None:
    assert states_lead_rule(text) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("省发展和改革委员会", "strong"),
        ("财政部", "strong"),
        ("国家税务总局清江市税务局", "strong"),
        ("市城投集团", "strong"),
        ("各有关部门和单位", "weak"),
        ("清江建设集团", "weak"),
        ("布局", "none"),
        ("市民大厅", "none"),
        ("由市科技局", "none"),
    ],
)
def test_how_sure_a_name_is(name: str, expected: str) -> None:
    assert likeness(name) == expected


@given(soup)
def test_never_raises_and_names_stand_in_the_text(text: str) -> None:
    is_agency_list(text)
    is_agency_line(text)
    assert -1 <= agency_tail(text) <= len(text)
    ends = 0
    for part in agency_parts(text):
        assert ends <= part.start < part.end <= len(text)
        ends = part.end


@pytest.mark.parametrize("unit", ["市", "各市、", "责任单位：", "按职责分工", "（", "市科技局和", "会同", "等有关"])
def test_long_runs_are_read(unit: str) -> None:
    text = unit * 20_000
    assert not is_agency_list(text)
    assert not is_agency_line(text)
    assert agency_tail(text) >= -1
