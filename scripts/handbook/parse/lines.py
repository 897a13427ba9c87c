"""The physical lines of a capture, and whether the capture wraps its lines at a fixed width."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\u2028\u2029\x85]")
UNSEEN = re.compile(r"[\s\u200b-\u200d\u2060\ufeff\u00ad]+")
FOLD = str.maketrans("(),:;!?０１２３４５６７８９﹝﹞．", "（），：；！？0123456789〔〕．")
# …的通知来源:某集群 时间:2025-05-06 阅读:0次 …的通知 : the frame of a web page run into one line with the title
INLINE_META = re.compile(
    r"(?:信息)?来源[:：]\s?[^\s:：]{1,30}\s{1,4}(?:发布)?(?:时间|日期)[:：]\s?\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?"
    r"(?:\s{1,4}(?:阅读|浏览|点击|访问)(?:量|数|次数)?[:：]?\s?\d{0,9}\s?次?)?"
)
# …提出如下意见：　　一、全面提高…水平　　（一）严格执行… : paragraph indents where the line breaks were
INLINE_INDENT = re.compile(
    r"(?<=[。；：！？”）】])[ \u00a0]?\u3000{2,8}(?=\S)|(?<=[^\s\u3000])\u3000{2,8}(?=[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.])"
)
INDENT = re.compile(r"[\u200b\ufeff]*(?:\u3000\u3000|\u3000 ?\u3000| {4,}|\t|\u2003\u2003)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line with something on it. `start` and `end` enclose its visible characters in the capture.

    `plain` is the line without white space, half-width marks folded to full width: for tests only, never shown.
    `gap` counts the empty lines before it; `indented` says that it begins with a paragraph indent.
    """

    start: int
    end: int
    plain: str
    gap: int
    indented: bool
    page_break: bool = False

    @property
    def width(self) -> float:
        """Length in Chinese characters; a Latin letter or digit counts half."""
        narrow = sum(1 for char in self.plain if char < "\u0100")
        return len(self.plain) - narrow / 2


def lines(visible: str) -> tuple[Line, ...]:
    """The non-empty lines of a capture in order."""
    found: list[Line] = []
    at, gap, page = 0, 0, False
    for stop, after in _breaks(visible):
        raw = visible[at:stop]
        plain = UNSEEN.sub("", raw)
        if plain:
            left = len(raw) - len(raw.lstrip(_EDGES))
            right = len(raw.rstrip(_EDGES))
            indented = INDENT.match(raw) is not None
            found.append(Line(at + left, at + right, plain.translate(FOLD), gap, indented, page))
            gap, page = 0, False
        else:
            gap += 1
        page = page or visible[stop:after] == "\x0c"
        at = after
    return tuple(found)


_EDGES = " \t\r\n\x0b\x0c\u00a0\u3000\u2000\u2001\u2002\u2003\u2009\u200a\u200b\u200c\u200d\u2060\ufeff\u00ad"


def _breaks(text: str) -> list[tuple[int, int]]:
    found = [match.span() for match in BREAK.finditer(text)]
    found += [match.span() for match in INLINE_INDENT.finditer(text)]
    for match in INLINE_META.finditer(text):
        found += [(match.start(), match.start()), (match.end(), match.end())]
    found.append((len(text), len(text)))
    return sorted(found)


def wrap_width(found: Sequence[Line]) -> float:
    """The width at which a capture breaks its lines whatever the sentence, or 0 where each line is a paragraph.

    A PDF taken line by line has most of its long lines within three characters of one width (工作方案 of 2023: 27).
    """
    widths = [round(line.width) for line in found if line.width >= 12]
    if len(widths) < 12:
        return 0
    counts = Counter(widths)
    best = max(counts, key=lambda w: (sum(counts[w + d] for d in range(-2, 3)), w))
    if best > 70:
        return 0
    near = sum(counts[best + d] for d in range(-3, 4))
    over = sum(count for width, count in counts.items() if width > best + 4)
    return best if near >= 0.5 * len(widths) and over <= 0.05 * len(widths) else 0
