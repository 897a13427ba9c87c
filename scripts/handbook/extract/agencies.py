"""Who is responsible for a measure: every agency of its brackets, in printed order, as printed, and which one leads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model import Agency, Passage, Problem
from ..text.agency_list import AgencyPart, agency_parts, states_lead_rule
from ..text.agency_name import fold, is_collective, is_work
from .agency_names import AgencyNames

# 萧山区 in 萧山区、余杭区、钱塘区政府
_BARE_PLACE = re.compile(r"[\u4e00-\u9fff]{1,8}(?:区|县|市|州|旗|盟|镇|乡|街道|园)")
# the part that a list of places shares: 钱塘区政府, 两江新区管委会
_SHARED_GOVERNMENT = re.compile(
    r"[\u4e00-\u9fff]{1,8}(?:区|县|市|州|旗|盟|镇|乡|街道|园)(?P<body>(?:人民)?政府|管委会|管理委员会|街道办事处|办事处)"
)
# the part that a list of works shares: 发展改革、财政、税务部门
_SHARED_DEPARTMENT = re.compile(r"[\u4e00-\u9fff]{2,12}?(?P<body>(?:主管)?部门)")
# 各区人民政府, 有关部门, 相关单位, 省直各部门: everybody, of whom nobody is first
_EVERYBODY = re.compile(r"各|有关|相关|其他|省直|市直|区直|县直")


def declares_lead_rule(passage: Passage) -> bool:
    """Whether a bracket says that from here on the first agency of every list leads (列第一位的为牵头单位，下同)."""
    return states_lead_rule(passage.text)


def agencies(
    brackets: Sequence[Passage], names: AgencyNames | None = None, region: str = "", lead_rule: bool = False
) -> tuple[Agency, ...]:
    """Every agency of a measure, once each, in printed order.

    `brackets` are the insides (or the whole) of its agency brackets, or the values of card fields that name who acts;
    a caller whose measure has none passes those of the section. `region` is the document's region (id or name), for
    canonical names. With `lead_rule` the first of each list that marks no lead is the lead, unless it is a
    collective (各区政府).
    """
    found: dict[str, Agency] = {}
    for bracket in brackets:
        for agency in _of_bracket(bracket, names, region, lead_rule):
            known = found.get(agency.full)
            if known is None:
                found[agency.full] = agency
            elif agency.lead and not known.lead:
                found[agency.full] = replace(known, lead=True, rule=agency.rule)
    return tuple(found.values())


def unknown(found: Sequence[Agency]) -> tuple[Problem, ...]:
    """A note for each agency that the vocabulary does not know, so that a maintainer can add it; 各有关部门 needs none."""
    return tuple(
        Problem(
            "note",
            "agency-unknown",
            f"部门“{agency.full}”不在 vocabulary/agencies.yml 里：照原文保留；常见的部门请补进去",
            agency.name.locate(),
        )
        for agency in found
        if not agency.id and not is_collective(agency.full)
    )


def _of_bracket(bracket: Passage, names: AgencyNames | None, region: str, lead_rule: bool) -> list[Agency]:
    """The agencies of one bracket, its own lead marks first, else the document's rule."""
    inside = bracket.strip(" \n\t（）()")
    if inside.text.count("（") + inside.text.count("(") != inside.text.count("）") + inside.text.count(")"):
        inside = bracket  # the bracket at the end belongs to a name: 各县（市、区）
    parts = agency_parts(inside.text)
    first = lead_rule and not any(part.lead for part in parts)
    agencies = []
    for i, part in enumerate(parts):
        name = inside.cut(part.start, part.end)
        full = _full_name(inside.text, parts, i)
        by_rule = first and i == 0 and not _EVERYBODY.match(fold(name.text))
        entry = names.find(full, region) if names else None
        agencies.append(Agency(name, part.lead or by_rule, full, entry.id if entry else "", _rule(part, by_rule)))
    return agencies


def _rule(part: AgencyPart, by_rule: bool) -> str:
    """The name of what told us the agency and its role."""
    if by_rule:
        return "first-leads"
    if part.label:
        return "label-lead" if part.lead else "label"
    return "duty-lead" if part.lead else "duty" if part.marked else "list"


def _full_name(text: str, parts: tuple[AgencyPart, ...], i: int) -> str:
    """The name with the ending that its list shares: 萧山区 in 萧山区、余杭区、钱塘区政府 is 萧山区政府."""
    names = [text[part.start : part.end] for part in parts[i:]]
    for shared, same in ((_SHARED_GOVERNMENT, _BARE_PLACE.fullmatch), (_SHARED_DEPARTMENT, is_work)):
        if not same(names[0]):
            continue
        last = next((name for name in names[1:] if not same(name)), "")
        body = shared.fullmatch(last)
        if body:
            return names[0] + body["body"]
    return names[0]
