"""Agencies of a measure: every name as printed and in order, who leads, and one canonical agency for its many short forms."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.extract.agencies import agencies, declares_lead_rule, unknown
from handbook.extract.agency_names import AgencyNames, canonical
from handbook.files.words import read_vocabulary
from handbook.model import Agency, Passage, Piece

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
VOCABULARY = read_vocabulary(ROOT / "vocabulary")
NAMES = AgencyNames(VOCABULARY)


def passage(text: str, at: int = 0) -> Passage:
    return Passage("capture", text, (Piece(0, len(text), at, at + len(text)),) if text else ())


def shown(found: tuple[Agency, ...]) -> str:
    names = (
        agency.name.text + (f"={agency.full}" if agency.full != agency.name.text else "") + ("*" if agency.lead else "")
        for agency in found
    )
    return " · ".join(names)


def rows(name: str) -> list[list[str]]:
    lines = (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "expected"), rows("agencies.tsv"))
def test_names_as_printed_and_who_leads(text: str, expected: str) -> None:
    bracket = passage(text)
    assert shown(agencies([bracket], lead_rule=declares_lead_rule(bracket))) == expected


def test_there_are_many_shapes() -> None:
    assert len(rows("agencies.tsv")) >= 90


def test_several_brackets_are_joined_and_each_agency_stands_once() -> None:
    found = agencies([passage("滨海海关负责"), passage("省商务厅牵头，滨海海关、省贸促会配合", 40)])
    assert shown(found) == "滨海海关 · 省商务厅* · 省贸促会"


def test_an_agency_leads_if_any_bracket_says_so() -> None:
    found = agencies([passage("市科技局、市财政局"), passage("市财政局牵头", 40)])
    assert shown(found) == "市科技局 · 市财政局*"


def test_the_documents_rule_gives_way_to_marks_and_passes_over_everybody() -> None:
    brackets = [
        passage("市科技局、市财政局"),
        passage("各区人民政府、市商务局", 40),
        passage("市教育局牵头，市体育局配合", 80),
    ]
    found = agencies(brackets, lead_rule=True)
    assert [agency.name.text for agency in found if agency.lead] == ["市科技局", "市教育局"]
    assert [agency.rule for agency in found if agency.lead] == ["first-leads", "duty-lead"]


def test_only_responsible_agencies_have_no_lead() -> None:
    assert not any(agency.lead for agency in agencies([passage("责任单位：市科技局、市财政局")]))


def test_a_card_field_is_a_list_too() -> None:
    assert shown(agencies([passage("国网清江供电公司、市水务集团有限公司")])) == "国网清江供电公司 · 市水务集团有限公司"


def test_the_brackets_themselves_may_be_passed() -> None:
    assert shown(agencies([passage("（责任单位：各县（市、区）人民政府）")])) == "各县（市、区）人民政府"


@given(st.text(alphabet="市省各区县科技财政局厅、，；：（）〈〉牵头责任单位负责和等 \nA1", max_size=60), st.booleans())
def test_spans_read_back_as_the_name(text: str, lead_rule: bool) -> None:
    source = "前文" + text + "后文"
    for agency in agencies([passage(text, 2)], NAMES, "清江市", lead_rule):
        span = agency.name.locate()
        assert source[span.start : span.end] == agency.name.text
        assert agency.name.text


@pytest.mark.parametrize(("name", "region", "id", "full"), rows("agency-names.tsv"))
def test_one_agency_has_one_name(name: str, region: str, id: str, full: str) -> None:
    found = NAMES.find(name, region)
    assert (found.id, found.name) == (id, full) if found else (id, full) == ("-", "-")


def test_canonical_answers_for_a_single_name() -> None:
    found = canonical("省发改委", "hubei", VOCABULARY)
    assert found is not None
    assert found.region == "hubei"


def test_the_id_travels_with_the_agency() -> None:
    found = agencies([passage("责任单位：省发改委、滨海资本")], NAMES, "湖北省")
    assert [agency.id for agency in found] == ["hubei-fagai", ""]


def test_an_unknown_agency_is_kept_and_reported_and_everybody_is_not() -> None:
    found = agencies([passage("责任单位：省发改委、滨海资本，各区人民政府")], NAMES, "湖北省")
    assert [(problem.code, problem.span.start) for problem in unknown(found)] == [("agency-unknown", 10)]


@given(
    st.text(alphabet="省市湖北武汉国家某地局委办厅发展改革税务（）", max_size=20),
    st.sampled_from(["", "湖北省", "wuhan", "无此地"]),
)
def test_any_name_may_be_asked_for(name: str, region: str) -> None:
    found = NAMES.find(name, region)
    assert found is None or (found.id.isascii() and "某" not in found.name)


def test_ids_of_the_vocabulary_are_short_and_their_own() -> None:
    longest = max(len(region.id) for region in VOCABULARY.regions)
    ids = Counter(entry.id for entry in VOCABULARY.agencies)
    assert max(ids.values()) == 1
    for entry in VOCABULARY.agencies:
        assert entry.id.isascii()
        assert len(entry.id) + (0 if entry.region else longest + 1) <= 40


def test_no_two_general_entries_share_a_form() -> None:
    forms = Counter(form for entry in VOCABULARY.agencies for form in {entry.name, *entry.forms})
    assert [form for form, count in forms.items() if count > 1] == []


def test_regions_hang_together() -> None:
    ids = {region.id for region in VOCABULARY.regions}
    assert len([region for region in VOCABULARY.regions if region.level == "province"]) == 35
    for region in VOCABULARY.regions:
        assert region.parent in ids or region.level == "nation"
        assert region.forms[0] == region.name
