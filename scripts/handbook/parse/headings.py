"""Where the heading of a unit ends and its text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Passage
from ..text.agency import is_agency_list
from ..text.script import simplified

LONGEST = 50
# 对首次获批的企业给予… : a first sentence that already states policy is no heading
POLICY = re.compile(
    r"(?:对|凡|经|自|从|到|按|根据|符合|由(?!.{0,6}导)|将|允许|各(?!类)|本(?:办法|措施|政策|规定|細則|辦法|意见|通知)|凡是|在.{1,20}[下内中时]|为(?!企业|中小|民营|市场|经营).{0,40}制定)"
)
FIGURE = re.compile(r"(?<![\d.])\d[\d.]{0,20}(?:万|亿|千)?元|(?<![\d.])\d[\d.]{0,20}[%％]|给予|不超过|不低于")
# 财税部门应认真落实… : a duty, not a heading
DUTY = re.compile(
    r"应当|(?<![主重必首紧摘概简需])要(?![素求点件闻害领])|不得|必须|(?<!所)须|可(?:以|按|由|向|继续|享受|申请|一次性)|其中|由此"
)
# 三、附则 本措施自… : a gap of the print where the line broke
FRAMED = re.compile(r"附[则則]|[总總][则則]|总体要求|指导思想|基本原则|(?:工作|主要|发展)目标|保障措施|组织实施")
BOXED = re.compile(r"[（【\[](?P<title>[^（）【】\[\]。；，]{2,20})[）】\]][　\s]?")
LISTING = re.compile(r"下列|如下|以下|之一|条件")  # the words before a list
BEFORE_COLON = re.compile(r"[^，。；：！？（【]{2,24}(?=：)")
SENTENCE = re.compile(rf"[^。！？]{{1,{LONGEST}}}(?=[。！？])")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and where it ends: `title` as printed, `end` counts the characters it and its closing mark take."""

    title: Passage
    end: int


def heading(text: Passage, more: bool) -> Heading:
    """The heading with which the text of a unit begins; empty where the unit has none.

    `more` says that further paragraphs or units follow under it.
    """
    words = simplified(text.text)
    none = Heading(text.cut(0, 0), 0)
    framed = FRAMED.match(words)
    if framed and len(text.pieces) > 1 and text.pieces[1].at == framed.end():
        return Heading(text.cut(0, framed.end()), framed.end())
    boxed = BOXED.match(words)
    if boxed and not is_agency_list(boxed["title"]) and (more or boxed.end() < len(words)):
        return Heading(text.cut(boxed.start("title"), boxed.end("title")), boxed.end())
    colon = BEFORE_COLON.match(words)
    if (
        colon
        and _is_heading(colon.group())
        and not LISTING.search(colon.group())
        and (more or len(words) > colon.end() + 1)
    ):
        return Heading(text.cut(0, colon.end()), colon.end() + 1)
    sentence = SENTENCE.match(words)
    if sentence:
        alone = sentence.end() + 1 >= len(words)
        if (more or not alone) and _is_heading(sentence.group()):
            return Heading(text.cut(0, sentence.end()), sentence.end() + 1)
        return none
    if len(words) <= (70 if more else 40) and _is_heading(words) and not words.endswith(("：", "；", "，")):
        return Heading(text.strip("，；、"), len(words))
    return none


def _is_heading(words: str) -> bool:
    if POLICY.match(words) or FIGURE.search(words) or DUTY.search(words) or "；" in words:
        return False
    return words.count("，") <= (2 if len(words) <= 30 else 1)
