"""Words that a text gives its own meaning: 以下简称《措施》, 本办法所称企业，是指…. They hold in that document only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from ..model import DeclaredTerm, DocumentRecord, Library, Passage
from ..text.rule import Rule, scan

LONGEST_MEANING = 160  # characters of a full name before its short one

# （以下简称《措施》）, （以下简称“三支一扶”计划）, （以下统称企业）, （下称“资金”）, （簡稱PPP）, 以下简称“本市”
SHORT = re.compile(
    r"(?P<open>[（(]?)(?:(?:以下|下)(?:分别|均|并)?(?:统一|统|合|简|簡)?[称稱]|[简簡][称稱])(?:为|作|：)?"
    r"(?:[“\"「『《](?P<quoted>[^“”\"「」『』《》\n]{1,40})[”\"」』》]|(?P<bare>[^“”\"「」『』《》（）()，。；：、\n]{1,24}))"
)
# what goes on the name behind its closing quote: “三支一扶”|计划）
TAIL = re.compile(r"(?P<tail>[\u4e00-\u9fff]{1,6})(?=[）)])")
# 本办法所称企业，是指…; 本措施所称的“小微企业”是指…; 前款所称住所包括…
CALLED = re.compile(
    r"(?:本|前|上|该|此处|这里)[\u4e00-\u9fff]{0,12}?所[称稱指](?:的)?(?P<name>[^，。；：\n]{1,40}?)[，,]?"
    r"(?:是指|系指|指的是|包括|包含|特指|仅指|为|指)[：:]?(?P<meaning>[^。\n]{2,400})"
)
# 增量留抵税额，是指与…; “小升规”是指…; 研发总部：是指…; not 一是指导企业
MEANS = re.compile(
    r"(?:^|(?<=[。；;：:（(\n]))(?:[一二三四五六七八九十\d]{1,3}[、.．）)])?(?P<name>[^，,。；;：:（）()《》\n]{2,30}?)"
    r"(?:[，,：:](?:主要)?(?:是|系)指|(?:主要)?(?:是|系)指(?![导定标挥引明派出向])|指的是)[：:]?(?P<meaning>[^。；\n（）]{4,400})",
    re.MULTILINE,
)
RULES = (Rule("called", CALLED), Rule("means", MEANS))
KINDS: dict[str, Literal["short", "called", "means"]] = {"called": "called", "means": "means"}
# where the full name before a short one can begin: after 。 ， ；, not inside 《》
CLAUSE_START = re.compile(r"[，。；：！？\n]")
# 对|高校毕业生, 根据|《条例》: words that lead to a full name
LEAD_IN = re.compile(r"^(?:根据|按照|依据|依照|为了|为|对于|对|将|把|由|经|在|从|和|与|及|以及|并|现将|关于)(?=.{2})")
QUOTE_MARKS = '“”"「」『』 '


def with_declared(library: Library) -> Library:
    """The library with every term that its texts declare, each once a document, in reading order."""
    found = (item for record in library.documents for item in _first(record))
    return replace(library, declared=tuple(found))


def declared(passage: Passage) -> Iterator[tuple[Literal["short", "called", "means"], Passage, Passage, Passage]]:
    """Every declaration of a text in reading order: its rule, the word, its meaning, and all of the declaration."""
    made = [*_short(passage), *_defined(passage)]
    for start, kind, name, meaning, end in sorted(made, key=lambda item: item[0]):
        word = passage.cut(*name)
        word = word if kind == "short" else word.strip(QUOTE_MARKS)
        yield kind, word, passage.cut(*meaning).strip(), passage.cut(start, end)


Range = tuple[int, int]
Found = tuple[int, Literal["short", "called", "means"], Range, Range, int]


def _short(passage: Passage) -> Iterator[Found]:
    for match in SHORT.finditer(passage.text):
        group = "quoted" if match["quoted"] else "bare"
        start, end = match.span(group)
        stop = match.end()
        if group == "quoted" and match["open"]:
            tail = TAIL.match(passage.text, stop)
            start, end, stop = (start - 1, tail.end(), tail.end()) if tail else (start, end, stop)
        full = _full_name(passage.text, match.start())
        yield (
            full[0],
            "short",
            (start, end),
            full,
            stop + (passage.text[stop : stop + 1] in "）)" and bool(match["open"])),
        )


def _defined(passage: Passage) -> Iterator[Found]:
    for hit in scan(RULES, passage.text):
        yield hit.start, KINDS[hit.rule], hit.match.span("name"), hit.match.span("meaning"), hit.end


def _full_name(text: str, end: int) -> Range:
    """What stands before a short name: the title it follows with its number, or the clause up to it."""
    least = max(0, end - LONGEST_MEANING)
    before = text[least:end].rstrip("，、 ")
    if before.count("（") > before.count("）"):  # 《…办法》（…6号，以下简称《办法》）
        before = before[: before.rfind("（")]
    end = least + len(before)
    closed = before.rfind("》")
    if closed >= 0 and not CLAUSE_START.search(before, closed):
        opened = before.rfind("《", 0, closed)
        if opened >= 0:
            return least + opened, end
    start = least
    for match in CLAUSE_START.finditer(before):
        start = least + match.end()
    lead = LEAD_IN.match(text[start:end])
    return start + (lead.end() if lead else 0), end


def _first(record: DocumentRecord) -> Iterator[DeclaredTerm]:
    seen: set[tuple[str, str]] = set()
    for place, passage in _passages(record):
        for kind, name, meaning, words in declared(passage):
            if name and (kind, name.text) not in seen:
                seen.add((kind, name.text))
                yield DeclaredTerm(record.id, place, name, meaning, words, kind)


def _passages(record: DocumentRecord) -> Iterator[tuple[str, Passage]]:
    yield from ((record.id, words) for words in record.document.around())
    for item in record.measures:
        yield from ((item.id, words) for words in (item.measure.text, *(field.value for field in item.measure.fields)))
