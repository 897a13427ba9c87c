"""Cut the text of a measure into sentences, statements and the segments between commas.

A sentence ends with a full stop or a line, a statement with a semicolon, a segment with a comma. Marks inside brackets,
titles and quotation marks do not cut. Places are character offsets of the clean text that was cut.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..text.script import simplified

# （含开发区、长江新区，下同）, 《关于…，…的通知》, “先投、后股”: what stands inside is one word of the sentence
TITLE = re.compile(r"《[^《》\n]{1,120}》")
ENCLOSED = re.compile(r"（[^（）\n]{0,200}）|\([^()\n]{0,200}\)|《[^《》\n]{0,120}》|“[^“”\n]{0,120}”")
INNER_MARK = re.compile(r"[。；，！？,;的]")
SENTENCE_END = re.compile(r"[。！？!?\n]")
STATEMENT_END = re.compile(r"[；;]")
# a comma cuts unless it stands between digits (1,000万元)
SEGMENT_END = re.compile(r"，|,(?!\d)|(?<!\d),")
# 1.对…  （1）属于…  一是…  - 解析…  01 提升…
LIST_MARK = re.compile(
    r"[\s\-—•·●]*(?:第[一二三四五六七八九十百零\d]{1,5}条\s*(?:【[^】\n]{0,24}】)?|（[一二三四五六七八九十\d]{1,3}）|[①-⑳]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}(?:、|是(?=[^否]))|\d{2}\s)?\s*"
)
GOES_ON = ("；", ";", "：", ":")  # a line that ends so is continued by the next
PLACEHOLDER = "〇"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of characters of one text, `end` excluded."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What stands between semicolons: its segments in order; `opens` is true for the first statement of a sentence.

    A line after one that ends with a colon or a semicolon goes on with the same sentence (对企业给予以下奖励：（一）…；).
    """

    segments: tuple[Stretch, ...]
    opens: bool


@lru_cache(maxsize=4)
def masked(text: str) -> str:
    """The text, same length: in Simplified script, titles blanked, marks inside brackets and quotes made harmless."""
    blanked = TITLE.sub(lambda match: f"《{PLACEHOLDER * (len(match.group()) - 2)}》", simplified(text))
    return ENCLOSED.sub(lambda match: INNER_MARK.sub(PLACEHOLDER, match.group()), blanked)


@lru_cache(maxsize=4)
def statements(text: str) -> tuple[Statement, ...]:
    """The statements of a masked text in order, without list marks; empty ones are left out."""
    found: list[Statement] = []
    for sentence in _cut(text, Stretch(0, len(text)), SENTENCE_END):
        before = text[max(0, sentence.start - 4) : sentence.start].rstrip()
        opens = not before.endswith(GOES_ON)
        for part in _cut(text, unmarked(text, sentence), STATEMENT_END):
            segments = tuple(s for s in _cut(text, unmarked(text, part), SEGMENT_END) if s.end > s.start)
            if segments:
                found.append(Statement(segments, opens))
                opens = False
    return tuple(found)


def unmarked(text: str, stretch: Stretch) -> Stretch:
    """The stretch after its list mark (1. （2） 一是)."""
    mark = LIST_MARK.match(text, stretch.start, stretch.end)
    return Stretch(mark.end(), stretch.end) if mark else stretch


def _cut(text: str, stretch: Stretch, ends: re.Pattern[str]) -> list[Stretch]:
    """The parts of a stretch between the given marks, the marks themselves left out."""
    parts, at = [], stretch.start
    for mark in ends.finditer(text, stretch.start, stretch.end):
        if mark.start() > at:
            parts.append(Stretch(at, mark.start()))
        at = mark.end()
    if stretch.end > at:
        parts.append(Stretch(at, stretch.end))
    return parts
