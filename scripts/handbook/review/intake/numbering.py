"""The numbers that Word writes before paragraphs by itself: 一、 （一） 第一条 1. ①; they are nowhere in its text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ...text.numerals import chinese

PLACE = re.compile(r"%([1-9])")
CHINESE = frozenset({"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
                     "taiwaneseCountingThousand", "ideographDigital", "chineseLegalSimplified"})  # fmt: skip
CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered: `%1` in `text` stands for the count of the first level."""

    format: str
    text: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of one document in reading order."""

    def __init__(self, document: Word) -> None:
        self._document = document
        self._lists = _lists(document)
        self._counts: dict[str, Counter[int]] = {}

    def of(self, paragraph: BaseOxmlElement) -> str:
        """The number before a paragraph, empty where there is none."""
        number, level = self._list(paragraph)
        abstract, levels = self._lists.get(number, ("", {}))
        if level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, Counter())
        counts[level] += 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return PLACE.sub(lambda match: self._count(int(match[1]) - 1, counts, levels, level), levels[level].text)

    def _count(self, at: int, counts: Counter[int], levels: dict[int, _Level], own: int) -> str:
        level = levels.get(at)
        if level is None:
            return ""
        count = max(1, counts[at]) + level.start - 1
        arabic = at < own and levels[own].format == "decimal" and level.format not in CHINESE
        return _written(count, "decimal" if arabic else level.format)

    def _list(self, paragraph: BaseOxmlElement) -> tuple[str, int]:
        """The list and level of a paragraph, its own or those of its style."""
        for properties in self._properties(paragraph):
            found = properties.find(qn("w:numPr"))
            if found is not None:
                number, level = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
                if number is not None:
                    return _value(number), int(_value(level) or 0) if level is not None else 0
        return "", 0

    def _properties(self, paragraph: BaseOxmlElement) -> list[BaseOxmlElement]:
        own = paragraph.find(qn("w:pPr"))
        if own is None:
            return []
        style = own.find(qn("w:pStyle"))
        found = [own]
        if style is not None:
            named = [
                item for item in self._document.styles.element.findall(qn("w:style")) if _id(item) == _value(style)
            ]
            found += [part for item in named if (part := item.find(qn("w:pPr"))) is not None]
        return found


def _lists(document: Word) -> dict[str, tuple[str, dict[int, _Level]]]:
    """Each list of a document by its number, with the levels of its pattern."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    patterns = {item.get(qn("w:abstractNumId")): _levels(item) for item in root.findall(qn("w:abstractNum"))}
    found = {}
    for item in root.findall(qn("w:num")):
        pattern = item.find(qn("w:abstractNumId"))
        if pattern is not None and _value(pattern) in patterns:
            found[item.get(qn("w:numId"), "")] = (_value(pattern), patterns[_value(pattern)])
    return found


def _levels(pattern: BaseOxmlElement) -> dict[int, _Level]:
    levels = {}
    for item in pattern.findall(qn("w:lvl")):
        format, text, start = (item.find(qn(f"w:{name}")) for name in ("numFmt", "lvlText", "start"))
        if format is not None and text is not None and _value(format) not in ("none", "bullet"):
            first = int(_value(start) or 1) if start is not None else 1
            levels[int(item.get(qn("w:ilvl"), "0"))] = _Level(_value(format), _value(text), first)
    return levels


def _written(count: int, format: str) -> str:
    if format in CHINESE:
        return chinese(count)
    if format in CIRCLED and 1 <= count <= 20:
        return chr(0x2460 + count - 1)
    if format in ("upperLetter", "lowerLetter") and 1 <= count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if format == "upperLetter" else letter
    if format in ("upperRoman", "lowerRoman") and 1 <= count <= 39:
        return _roman(count).upper() if format == "upperRoman" else _roman(count)
    return str(count)


def _roman(count: int) -> str:
    written = ""
    for value, sign in ROMAN:
        while count >= value:
            written, count = written + sign, count - value
    return written


def _value(node: BaseOxmlElement) -> str:
    return node.get(qn("w:val")) or ""


def _id(node: BaseOxmlElement) -> str:
    return node.get(qn("w:styleId")) or ""
