"""Which documents a card carries out, and which ones the words around the measures name (notice, preamble, closing)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Document, Field, Reference
from .references import references

# the labels of a card that name the document behind it: 政策名称, 政策依据, 文件名称, 文号, 出处, 政策文件
BASIS_LABEL = re.compile(
    r"(?:政策|文件)?(?:名称|名稱|依据|依據|文件|文号|文號|来源|來源|出处|出處|原文)|(?:设定|制定)依据"
)
# a document's title printed without 《》: 关于支持某业发展的若干措施, 某市促进某业发展办法（试行）
BARE_TITLE = re.compile(
    r"[^《》。；\n]{0,80}(?:关于[^《》。；\n]{4,80}|(?:办法|措施|方案|意见|规定|细则|条例|政策|规划|通知|公告)(?:（[^（）]{1,12}）)?)"
)


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
