"""What 第三条, 本措施第（六）条, 前条 and 前款 mean in the document that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import DocumentRecord, MeasureRecord, Section
from ..text.numerals import whole
from .catalogue import Answer

_NUMERAL = r"(?:[一二三四五六七八九十百千零〇两]{1,9}|[0-9０-９]{1,4})"
# 第三条, 第（六）条, 第五条之一, 第五条第（二）项
ARTICLE = re.compile(
    rf"第(?P<bracket>[（(]?)(?P<article>{_NUMERAL})[）)]?[条條](?:之(?P<added>{_NUMERAL}))?"
    rf"(?:第[（(]?{_NUMERAL}[）)]?款)?(?:第?[（(]?(?P<item>{_NUMERAL})[）)]?[项項目])?"
)
# 本办法第三章, 本意见第二部分
CHAPTER = re.compile(rf"第[（(]?(?P<chapter>{_NUMERAL})[）)]?(?:章|节|部分)")
# 前条, 上一条
BEFORE = re.compile(r"(?:前|上)一?[条條]")
# 前两条, 前三条
SEVERAL = re.compile(r"前[两兩二三四五][条條]")
# 前款, 上款, 前项 in the first paragraph of a unit point outside of it
FORMER = re.compile(r"(?:前|上)一?[款项項]")
# （三）, 第三条, 第二章, 3., 03, 三、, 政策3：; not 5.2, which names a part of 5
PRINTED = re.compile(
    rf"(?<![0-9][.．])(?P<ordinal>{_NUMERAL})(?:[条條](?:之(?P<added>{_NUMERAL}))?|[章节節])?[^一-鿿0-9０-９]*$"
)
SEVERAL_WHY = "指前面的几条，所指不止一条"
FIRST_WHY = "前面没有另一条，不能确定所指"
PARAGRAPH_WHY = "前面没有另一款，不能确定所指"
NOWHERE_WHY = "不在任何一条之内，不能确定所指"


def resolve_within(text: str, record: DocumentRecord, here: int | None, opening: bool) -> Answer:
    """The target of an article or clause reference in `record`.

    `here` is the place of the measure that says so among the measures, None outside of them; `opening` is whether the
    words stand in its first paragraph.
    """
    if article := ARTICLE.search(text):
        return _article(article, record)
    if chapter := CHAPTER.search(text):
        return _chapter(chapter["chapter"], record)
    if SEVERAL.search(text):
        return Answer("", SEVERAL_WHY)
    if here is None:
        return Answer("", NOWHERE_WHY)
    if BEFORE.fullmatch(text):
        return _before(record.measures, here)
    if FORMER.match(text) and opening:
        return Answer("", PARAGRAPH_WHY)
    return Answer(record.measures[here].id)


def ordinal(number: str) -> tuple[int, int] | None:
    """The place that a printed number names, with its 之一: 第五条之一 is (5, 1); None where it prints no numeral."""
    printed = PRINTED.search(number[-24:])
    value = whole(printed["ordinal"]) if printed else None
    if printed is None or value is None:
        return None
    return value, (whole(printed["added"]) or 0) if printed["added"] else 0


def _article(match: re.Match[str], record: DocumentRecord) -> Answer:
    wanted = (whole(match["article"]) or 0, (whole(match["added"]) or 0) if match["added"] else 0)
    found = [item for item in record.measures if ordinal(item.measure.number) == wanted]
    if record.document.kind == "articles":
        found = [item for item in found if item.measure.number.startswith("第")] or found
    if match["bracket"]:
        found = [item for item in found if item.measure.number[:1] in "（("] or found
    counted = [item for item in found if item.measure.kind == "measure"]
    found = counted or found
    inside = _of_section(wanted[0], whole(match["item"]) if match["item"] else None, record)
    if len(found) == 1 and not (match["item"] and inside and record.document.kind != "articles"):
        return Answer(found[0].id)
    if inside:
        return Answer(inside)
    if found:
        return Answer("", f"本文有 {len(found)} 处编号都是{_shown(match)}，不能确定所指")
    return Answer("", f"本文没有{_shown(match)}，可能指另一份文件")


def _of_section(number: int, item: int | None, record: DocumentRecord) -> str:
    """The id of the （二） in chapter 五 that 第五条第（二）项 means; the document where the whole chapter is meant."""
    sections = _sections(number, record.document.sections)
    if len(sections) != 1:
        return ""
    if item is None:
        return "" if any(ordinal(unit.measure.number) == (number, 0) for unit in record.measures) else record.id
    units = (unit for unit in record.measures if unit.measure.section == sections[0])
    hits = [unit.id for unit in units if ordinal(unit.measure.number) == (item, 0)]
    return hits[0] if len(hits) == 1 else ""


def _chapter(numeral: str, record: DocumentRecord) -> Answer:
    found = _sections(whole(numeral) or 0, record.document.sections)
    return Answer(record.id) if len(found) == 1 else Answer("", f"本文没有第{numeral}章（部分），或不止一处")


def _sections(number: int, sections: Sequence[Section]) -> list[int]:
    return [i for i, section in enumerate(sections) if ordinal(section.number) == (number, 0)]


def _before(measures: Sequence[MeasureRecord], here: int) -> Answer:
    """The unit before this one, where its number says so too."""
    mine = ordinal(measures[here].measure.number)
    if here == 0:
        return Answer("", FIRST_WHY)
    other = ordinal(measures[here - 1].measure.number)
    follows = mine is not None and other is not None and mine[0] - other[0] in (0, 1)
    return Answer(measures[here - 1].id) if follows else Answer("", FIRST_WHY)


def _shown(match: re.Match[str]) -> str:
    return match[0].split("款")[0][:20]
