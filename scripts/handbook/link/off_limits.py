"""Places of a text where words are part of a name and mean nothing by themselves: titles, document numbers, agencies.

工业互联网 is a term in 发展工业互联网, and not in 《工业互联网发展规划》, 国科发火〔2016〕32号 or 市科技金融服务局.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from ..model import Passage
from ..text.agency_name import likeness

LONGEST_REACH = 14  # characters from a term to the end or beginning of an agency that holds it
MOST_ENDS = 2  # ends of a name that are tried: 办 in 政府办公厅 is not yet one
# 鄂政发〔2020〕6号, 工信部联企业(2011)300号: the code and the rest of a document number
NUMBER = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{0,12}[〔﹝\[［（(【](?:19|20)\d\d年?[〕﹞\]］）)】]第?\d{1,5}[号號]"
    r"|[\u4e00-\u9fff]{0,10}(?:公告|令)?(?:19|20)\d\d年第\d{1,5}[号號]|[\u4e00-\u9fff]{2,10}令第?\d{1,5}[号號]"
)
# where the words before a number end and its code begins: 根据|鄂政发〔2020〕6号
BEFORE_CODE = re.compile(r".*(?:根据|按照|依据|依照|参照|执行|落实|关于|符合|享受|给予|[的和与及对])(?=.{2})")
# 局 in 市科技金融局: characters that may end the name of an agency
AGENCY_END = re.compile(r"[局厅委办署部会院府庭队站所处心]")
# a name ends before these: 由, 向, 省 in 中小企业由省科技厅
BREAK = re.compile(
    r"[，。；：、！？（）()《》〈〉“”\s由向对将给与或经从请为的]|和(?=[省市区县国各])|省|市(?!场)|国家|各"
)
# 联盟 in 服务型制造联盟, 有限公司 in 中小企业融资担保有限公司: bodies named after what they do
_ON = r"[^和与及由对向给的\W\da-zA-Z]"
BODY = re.compile(
    rf"{_ON}{{0,4}}?(?:联盟|协会|学会|商会|联合会|促进会|报社|出版社)|{_ON}{{0,8}}?(?:(?:有限|股份|责任|集团){{1,3}}公司)"
)

TITLE_MARK = re.compile(r"[《》\n]")


def taken(passage: Passage, agencies: Sequence[Passage] = ()) -> bytearray:
    """One byte a character of the passage, 1 where it is part of a title, a document number or a known agency."""
    text = passage.text
    marked = bytearray(len(text))
    _mark_titles(text, marked)
    for match in NUMBER.finditer(text):
        lead = BEFORE_CODE.match(text, match.start(), match.end() - 1)
        start = lead.end() if lead else match.start()
        marked[start : match.end()] = b"\1" * (match.end() - start)
    for name in agencies:
        place = passage.find(name.locate())
        if place:
            marked[place[0] : place[1]] = b"\1" * (place[1] - place[0])
    return marked


def in_agency(text: str, start: int, end: int) -> bool:
    """Whether the words are part of the name of an agency, or of a body named after them (服务型制造联盟)."""
    if BODY.match(text, end):
        return True
    left, right = _reach(text, start, end)
    return any(
        likeness(text[begin : stop.end()]) == "strong"
        for stop in islice(AGENCY_END.finditer(text, max(start, end - 1), right), MOST_ENDS)
        for begin in range(start, left - 1, -1)
    )


def _reach(text: str, start: int, end: int) -> tuple[int, int]:
    """How far a name that holds the words can go: to the next break, and back to the last level of government."""
    after = BREAK.search(text, end, end + LONGEST_REACH)
    right = after.start() if after else min(len(text), end + LONGEST_REACH)
    left = max(0, start - LONGEST_REACH)
    for before in BREAK.finditer(text, left, start):
        left = before.start() if before[0] in ("省", "市", "国家", "各") else before.end()
    return left, right


def _mark_titles(text: str, marked: bytearray) -> None:
    """《…》 on one line; of one that is not closed, as far as the last mark that closes anything in it."""
    opened: list[int] = []
    closed = -1
    for match in TITLE_MARK.finditer(text):
        if match[0] == "《":
            opened.append(match.start())
        elif match[0] == "》":
            closed = match.end()
            if opened:
                start = opened.pop()
                marked[start:closed] = b"\1" * (closed - start)
        else:
            if opened and closed > opened[0]:
                marked[opened[0] : closed] = b"\1" * (closed - opened[0])
            opened.clear()
            closed = -1
    if opened and closed > opened[0]:
        marked[opened[0] : closed] = b"\1" * (closed - opened[0])
