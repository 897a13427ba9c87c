"""Which documents a card or document carries out, and which ones the words around the measures name (notice, preamble)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Document, Field, Passage, Reference
from ..text.script import simplified
from .references import references

# the labels of a card that name the document behind it: 政策名称, 政策依据, 文件名称, 文号, 出处, 政策文件
BASIS_LABEL = re.compile(
    r"(?:政策|文件)?(?:名称|名稱|依据|依據|文件|文号|文號|来源|來源|出处|出處|原文)|(?:设定|制定)依据"
)
# a document's title printed without 《》: 关于支持某业发展的若干措施, 某市促进某业发展办法（试行）
BARE_TITLE = re.compile(
    r"[^《》。；\n]{0,80}(?:关于[^《》。；\n]{4,80}|(?:办法|措施|方案|意见|规定|细则|条例|政策|规划|通知|公告)(?:（[^（）]{1,12}）)?)"
)

# 根据《甲规划》（国发〔2021〕1号）、《乙意见》 and then the document in question; not 根据《甲》，结合实际，参照《乙》
_CITED = r"《[^《》]{1,160}(?:《[^《》]{1,160}》[^《》]{0,160})?》"
_BETWEEN = r"(?:(?!参照|参考|结合|对照|修订|修改|废止|替代)[^《》，,。；;：\n]){0,24}"
CARRIED_OUT = re.compile(
    rf"(?:根据|依据|依照|按照|遵照|贯彻(?:落实|执行|实施)?|落实)(?:{_BETWEEN}{_CITED}){{0,6}}{_BETWEEN}$"
)
# 制定本办法, 现制定如下措施, 特提出以下意见: what is founded is this document, not one deed
FOUNDS = re.compile(r"[制特提][定订出](?:了)?(?:本|如下|以下)")
SENTENCE_END = re.compile(r"[。；;\n]")
REACH = 400  # characters of the sentence that are looked at, before and behind


def basis(fields: Sequence[Field]) -> tuple[Reference, ...]:
    """The documents that a card names as the ones it carries out, as printed."""
    found: list[Reference] = []
    for field in fields:
        if BASIS_LABEL.fullmatch(field.label.text) and field.value:
            named = references(field.value)
            titles = any(reference.rule == "title" for reference in named)
            if not titles and not named and BARE_TITLE.fullmatch(field.value.text):
                named = (Reference(field.value, "title"),)
            found += named
    return tuple(found)


def surrounding(document: Document) -> tuple[Reference, ...]:
    """The documents that a document names outside of its measures, each once, in reading order of its parts."""
    found: dict[str, Reference] = {}
    for passage in document.around():
        for reference in references(passage):
            found.setdefault(reference.text.text, reference)
    return tuple(found.values())


def founded(document: Document) -> tuple[Reference, ...]:
    """The documents that a document says it carries out: 为贯彻落实《…》, 根据《…》（…号）, each once, in reading order.

    Said in the words around the measures, or in an article that founds the document (第一条 根据…，制定本办法).
    """
    found: dict[str, Reference] = {}
    for passage in document.around():
        for reference in _carried_out(passage):
            found.setdefault(reference.text.text, reference)
    for measure in document.measures:
        for reference in _carried_out(measure.text):
            if FOUNDS.search(simplified(_rest(measure.text, reference))):
                found.setdefault(reference.text.text, reference)
    return tuple(found.values())


def _carried_out(passage: Passage) -> Iterator[Reference]:
    for reference in references(passage):
        place = passage.find(reference.text.locate())
        if place and CARRIED_OUT.search(simplified(passage.text[max(0, place[0] - REACH) : place[0]])):
            yield reference


def _rest(passage: Passage, reference: Reference) -> str:
    """The sentence behind a reference."""
    place = passage.find(reference.text.locate())
    behind = passage.text[place[1] : place[1] + REACH] if place else ""
    return SENTENCE_END.split(behind, maxsplit=1)[0]
