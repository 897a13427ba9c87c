"""Related measures: the same subject elsewhere, at most five, each with what the two share, and whose level is above."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook import pipeline
from handbook.link.nearness import nearness
from handbook.model import GlossaryTerm, Library, Related, Source, SourceCard, Topic

from .shelves import DAY, WORDS, card

GOLDEN = Path(__file__).parents[1] / "golden" / "related.tsv"
VOCABULARY = replace(
    WORDS,
    topics=(Topic("logistics", "物流", ("物流", "多式联运")), Topic("talent", "人才", ("人才", "职称"))),
    glossary=(GlossaryTerm("duoshi", "多式联运", (), "几种运输方式接起来，一张单证走到底。"),),
)
STEPS = """{place}促进物流业发展的若干措施

{opening}

（一）{logistics}

（二）引进高层次人才。对引进人才的企业给予奖励50万元，建立职称评审绿色通道。

（三）加强组织领导。各部门各负其责，抓好落实。

{place}人民政府
2024年3月1日
"""


def pair(one: str, other: str, opening: str = "现将有关事项通知如下。") -> Library:
    """Two documents, of the regions `one` and `other`, each with a measure on logistics; `opening` begins the first."""
    first = STEPS.format(
        place=one,
        opening=opening,
        logistics="发展多式联运。对开行多式联运班列的物流企业给予补助100万元，建设物流枢纽。",
    )
    second = STEPS.format(
        place=other,
        opening="现将有关事项通知如下。",
        logistics="支持多式联运。对多式联运物流企业给予补助20万元，完善物流枢纽网络。",
    )
    captures = ((card("one", one), first), (card("other", other, title="又一政策"), second))
    return assemble(*captures)


def assemble(*captures: tuple[SourceCard, str], day: date = DAY) -> Library:
    return pipeline.assemble(tuple((made, Source.of(made.id, text, "")) for made, text in captures), VOCABULARY, day)


def related(library: Library, id: str) -> tuple[Related, ...]:
    return next((each.others for each in library.related if each.measure == id), ())


def test_the_same_subject_in_another_document_with_what_they_share() -> None:
    (found,) = related(pair("乙水市", "丙河省"), "one/01")
    assert found == Related("other/01", ("logistics",), ("duoshi",), ("subsidy",))


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [("乙水市", "甲山省", "above"), ("甲山省", "乙水市", "below"), ("乙水市", "丙河省", ""), ("甲山省", "甲山省", "")],
)
def test_the_level_of_the_other_region(one: str, other: str, level: str) -> None:
    assert [each.level for each in related(pair(one, other), "one/01")] == [level]


@pytest.mark.parametrize(
    ("opening", "carries"),
    [
        ("为贯彻落实《甲山省促进物流业发展的若干措施》，结合我市实际，制定以下措施。", "out"),
        ("根据国家部署和《甲山省促进物流业发展的若干措施》精神，制定以下措施。", "out"),
        ("根据有关规定，参照《甲山省促进物流业发展的若干措施》，制定以下措施。", ""),
        ("本措施施行后，《甲山省促进物流业发展的若干措施》不再执行。", ""),
    ],
)
def test_a_document_that_says_what_it_carries_out(opening: str, carries: str) -> None:
    library = pair("乙水市", "甲山省", opening)
    assert [each.carries for each in related(library, "one/01")] == [carries]
    assert [each.carries for each in related(library, "other/01")] == ["by" if carries else ""]
    kinds = {(link.origin, link.target): link.kind for link in library.links}
    assert kinds == {("one", "other"): "basis" if carries else "reference"}


def test_near_words_alone_are_no_relation() -> None:
    text = STEPS.replace("物流业", "某业").format(place="乙水市", opening="通知如下。", logistics="给予补助100万元。")
    library = assemble((card("one", "乙水市"), text), (card("other", "丙河省", title="又一政策"), text))
    assert related(library, "one/03") == ()
    assert [each.id for each in related(library, "one/02")] == ["other/02"]


def test_a_measure_is_not_related_to_its_own_document() -> None:
    library = pair("乙水市", "丙河省")
    for each in library.related:
        assert not {other.id.split("/")[0] for other in each.others} & {each.measure.split("/")[0]}


def test_the_judged_pairs_are_found(handbook_root: Path) -> None:
    data = json.loads((handbook_root / "build/data/handbook.json").read_text(encoding="utf-8"))
    listed = {measure["id"]: [one["id"] for one in measure["related"]] for measure in data["measures"]}
    rows = [line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    same = [(one, other) for one, other, mark in rows if mark != "不"]
    assert [(one, other) for one, other, mark in rows if mark == "必" and other not in listed[one]] == []
    assert [(one, other) for one, other, mark in rows if mark == "不" and other in listed[one]] == []
    assert sum(other in listed[one] for one, other in same) >= 0.7 * len(same)
    assert max(map(len, listed.values())) == 5


def test_every_relation_says_why(handbook_root: Path) -> None:
    data = json.loads((handbook_root / "build/data/handbook.json").read_text(encoding="utf-8"))
    reasons = [one["why"] for measure in data["measures"] for one in measure["related"]]
    assert reasons
    assert all(reason.startswith(("主题同为", "都提到", "本文件以", "这份文件以")) for reason in reasons)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.text(max_size=12), st.text(alphabet='物流补助多式联运"*(）OR NEAR5G\n', max_size=40)), max_size=8
    )
)
def test_nearness_holds_for_any_texts_and_both_ways(texts: list[tuple[str, str]]) -> None:
    rows = nearness(texts)
    assert len(rows) == len(texts)
    for at, row in enumerate(rows):
        assert at not in row
        assert all(rows[other][at] == weight > 0 for other, weight in row.items())
