"""One entry an agency, whatever a text calls it; ids that stay the same and never mean two."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.link.agencies import LONGEST_ID, pinyin_id
from handbook.model import AgencyIndex

from .shelves import card, measure, shelf

TEXT = """{place}促进软件业发展的若干措施

（一）奖励研发。对软件企业给予奖励。（{one}）

（二）奖励销售。对软件企业给予奖励。（{two}）

{place}人民政府
2024年3月1日
"""


def index(one: str, two: str = "责任单位：省财政厅", region: str = "甲山省") -> dict[str, AgencyIndex]:
    made = shelf((card("steps", region), TEXT.format(place=region, one=one, two=two)))
    return {entry.id: entry for entry in made.agencies}


def test_short_and_full_names_are_one_agency() -> None:
    found = index("牵头单位：省发改委；责任单位：省财政厅", "责任单位：甲山省发展和改革委员会")
    assert found["jia-fagai"] == AgencyIndex(
        "jia-fagai", "甲山省发展和改革委员会", "jia", "known", ("steps/01",), ("steps/02",)
    )
    assert found["jia-caizheng"].others == ("steps/01",)


@pytest.mark.parametrize(
    ("printed", "region", "id", "of", "kind"),
    [
        ("省文联", "甲山省", "jia-shengwenlian", "jia", "unknown"),
        ("省文联", "乙水市", "jia-shengwenlian", "jia", "unknown"),
        ("市文联", "乙水市", "yi-shiwenlian", "yi", "unknown"),
        ("乙水市文联", "甲山省", "yi-yishuishiwenlian", "yi", "unknown"),
        ("各市、县人民政府", "甲山省", "jia-geshixianzhengfu", "jia", "collective"),
    ],
)
def test_an_agency_that_no_vocabulary_knows(printed: str, region: str, id: str, of: str, kind: str) -> None:
    found = index(f"责任单位：{printed}", region=region)
    assert (found[id].name, found[id].region, found[id].kind) == (printed, of, kind)


def test_every_agency_of_a_measure_has_an_entry() -> None:
    made = shelf((card("steps"), TEXT.format(place="甲山省", one="责任单位：省文联、省发改委", two="责任单位：省文联")))
    entries = {entry.id for entry in made.agencies}
    named = [agency.id for agency in measure(made, "steps/01").measure.findings.agencies]
    assert named == ["jia-shengwenlian", "jia-fagai"]
    assert set(named) <= entries
    assert [problem.code for problem in made.problems if problem.code == "agency-unknown"] == ["agency-unknown"]


def test_two_names_of_one_pinyin_are_two_agencies() -> None:
    found = index("责任单位：省文连办公室、省文联办公室")
    ids = [id for id in found if id.startswith("jia-shengwenlianbangongshi")]
    assert len(ids) == 2
    assert all(re.fullmatch(r"jia-shengwenlianbangongshi-[0-9a-f]{6}", id) for id in ids)


@pytest.mark.parametrize(
    ("name", "region", "id"),
    [
        ("省文联", "jia", "jia-shengwenlian"),
        ("甲山APP中心", "", "jiashanappzhongxin"),
        ("绿色银行", "yi", "yi-lvseyinhang"),
    ],
)
def test_ids_are_pinyin(name: str, region: str, id: str) -> None:
    assert pinyin_id(name, region) == id


@given(st.text(max_size=80), st.sampled_from(["", "jia", "a-region-with-a-long-name"]))
def test_any_name_gets_an_address(name: str, region: str) -> None:
    id = pinyin_id(name, region)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", id)
    assert len(id) <= LONGEST_ID
    assert pinyin_id(name, region) == id


@given(st.sets(st.text("甲山省市文联研究发展中心促进软件协会联合", min_size=1, max_size=40), max_size=8))
def test_long_names_do_not_fall_together(names: set[str]) -> None:
    long = {name for name in names if len(pinyin_id(name, "jia")) == LONGEST_ID}
    assert len({pinyin_id(name, "jia") for name in long}) == len(long)
