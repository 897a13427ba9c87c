"""Whether a bracket or a paragraph of a policy text is a list of responsible agencies.

Plain strings (clean text, full-width punctuation); Traditional script too; never raises.
"""

from __future__ import annotations

import re

from .agency_list import BARE_LABEL, LABEL, LONGEST_LIST, AgencyPart, agency_parts
from .agency_name import Likeness, fold, is_every_agency, is_work, likeness

_LONGEST_TAIL = 400
_WHO = ("单位", "部门", "机关", "机构", "主体", "科室", "处室")
# 以下简称《办法》, 此件公开发布, 含生育保险: brackets of other kinds
_ASIDE = re.compile(r"以下|此件|含|即|简称|注|附|原文|详见|试行|暂行|指(?!导)|如|例如")
# 主办单位：某市人民政府办公厅 (the footer of a government site)
_SITE_FOOTER = re.compile(
    r"[【\[]?(?:主办|承办)(?:单位|机关)?[】\]]?[：:]\s*\S{0,24}(?:政府|办公厅|办公室|管委会|信息中心|管理委员会)"
)
# 的企业, 给予奖励, 不超过三年
_CLAUSE_WORD = re.compile(r"的|将|给予|应|不|可|认定|备案|批准|审核|超过|以上|以下|为|，")
# 萧山区 in 萧山区、余杭区、钱塘区政府
_BARE_PLACE = re.compile(r"[\u4e00-\u9fff]{1,8}(?:区|县|市|州|旗|盟|镇|乡|街道|园)")
_GOVERNMENT = re.compile(r"(?:政府|管委会|管理委员会|党工委|办事处)$")


def is_agency_list(text: str) -> bool:
    """Whether the inside of a bracket is a list of responsible agencies, with a label or without.

    A single name without label or duty words (（市委金融办）) is taken for one; whether it stands where an agency bracket can
    stand (after a full stop, at the end of a paragraph) is for the caller to see.
    """
    if not 2 <= len(text) <= LONGEST_LIST or _ASIDE.match(text):
        return False
    parts = agency_parts(text)
    if not parts:
        return False
    kinds = _likenesses(text, parts)
    if any(part.label for part in parts):
        named = any(part.label.endswith(_WHO) for part in parts)
        return kinds.count("none") * 2 <= len(kinds) or (named and not _sentence_like(text, parts, kinds))
    if kinds.count("none") == 0 and any(part.marked for part in parts):
        return True
    if "none" not in kinds and any(is_every_agency(text[part.start : part.end]) for part in parts):
        return True
    return "strong" in kinds and kinds.count("none") * 4 <= len(kinds) and not _sentence_like(text, parts, kinds)


def is_agency_line(text: str) -> bool:
    """Whether a paragraph of its own is a labelled list of agencies (责任单位：市科技局、市财政局 / 【责任部门】市科技局)."""
    plain = fold(text[:LONGEST_LIST]).strip().rstrip("。；")
    if len(text) > LONGEST_LIST:
        return False
    inner = plain[1:-1] if plain[:1] == "（" and plain[-1:] == "）" else plain
    label = LABEL.match(inner) or BARE_LABEL.match(inner)
    parts = agency_parts(inner) if label else ()
    if not label or not parts or _SITE_FOOTER.match(inner):
        return False
    kinds = [likeness(inner[part.start : part.end]) for part in parts]
    return kinds.count("none") * 3 <= len(kinds) and "。" not in inner


def agency_tail(text: str) -> int:
    """Where the labelled list begins that ends a paragraph without brackets (…给予奖励。责任单位：市科技局).

    0 where the whole paragraph is one, -1 where it does not end with one.
    """
    window = max(0, len(text) - _LONGEST_TAIL)
    plain = fold(text[window:])
    for label in LABEL.finditer(plain):
        before, rest = plain[: label.start()].rstrip(), plain[label.start() :]
        begins = (not before and not window) or before.endswith(("。", "；", "！", "）"))
        if begins and rest.count("（") == rest.count("）") and is_agency_line(rest):
            return window + label.start()
    return -1


def _sentence_like(text: str, parts: tuple[AgencyPart, ...], kinds: list[Likeness]) -> bool:
    """Whether the items that look like no agency read like clauses (市财政局认定的企业): long, or with the words of one."""
    odd = [text[part.start : part.end] for part, kind in zip(parts, kinds, strict=True) if kind == "none"]
    return any(len(name) > 12 or _CLAUSE_WORD.search(name) for name in odd)


def _likenesses(text: str, parts: tuple[AgencyPart, ...]) -> list[Likeness]:
    """How sure each name is, helped by its list: a place or a work whose body comes later (萧山区、余杭区政府)."""
    names = [fold(text[part.start : part.end]) for part in parts]
    places = any(_GOVERNMENT.search(name) for name in names)
    works = any(name.endswith("部门") for name in names)
    return [
        "weak" if kind == "none" and ((places and _BARE_PLACE.fullmatch(name)) or (works and is_work(name))) else kind
        for name, kind in zip(names, map(likeness, names), strict=True)
    ]
