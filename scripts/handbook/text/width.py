"""The width of punctuation: half-width `, ; : ! ?` and brackets beside Chinese text become full-width.

The evidence is always local (a Chinese character, or digits that lead to one), and it never depends on the width of
another mark, so that a second run finds nothing more to change. All functions take folded text without loose gaps.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from .kinds import (
    CHINESE_MARK,
    CLOSE_QUOTE,
    DIGIT,
    FULL_CLOSE,
    FULL_MARK,
    FULL_OPEN,
    HALF_MARK,
    HAN,
    JOINT,
    KIND,
    LATIN,
    NONE,
    OPEN_QUOTE,
    OPERATOR,
    QUOTE,
    SPACE,
    UNIT,
)
from .space import DOCUMENT_NUMBER

WIDE = dict(zip(",;:!?()", "，；：！？（）", strict=True))
MARK = re.compile(r"[,;:!?]")
BRACKET = re.compile(r"[()（）]")
CHINESE = re.compile("[\u3001-\u303f\u3040-\u31bf\u3400-\u9fff\U00020000-\U0003ffff]")
# １＋Ｎ, 5G＋工业互联网, ＣＴ／ＭＲ: a sign printed wide inside a code
WIDE_SIGN = re.compile(r"[＋＆＠＃－／＝＿]")
NARROW_SIGN = dict(zip("＋＆＠＃－／＝＿", "+&@#-/=_", strict=True))
ONE_SIDED = "＋＆＠＃"  # these belong to the code at either side; a dash or slash only between two codes
# 突破３．５亿元: a point between digits
WIDE_POINT = re.compile(r"(?<=[0-9])．(?=[0-9])")
# https://www.pkulaw.com/lar/2f52.html?a=1,2, www.gov.cn:8080/a, &nbsp;, D:\files
ADDRESS = re.compile(
    r"(?:https?|ftp)://[!-~]*[A-Za-z0-9/#=&_-]|www\.[!-~]*[A-Za-z0-9/#=&_-]|\.(?:com|cn|net|org)[:/][!-~]*[A-Za-z0-9/#=&_-]"
    r"|&[a-zA-Z]{2,8};|&#[0-9]{1,6};|(?<![A-Za-z])[A-Za-z]:[\\/]"
)

_WORDS = frozenset((HAN, CHINESE_MARK))
_EVIDENCE = frozenset((HAN, CHINESE_MARK, FULL_OPEN, FULL_CLOSE))
_MARKS = frozenset((HALF_MARK, FULL_MARK))
_AIRY = frozenset((HALF_MARK, FULL_MARK, FULL_OPEN, FULL_CLOSE))  # a gap beside one of these is no border
_THROUGH = frozenset((DIGIT, LATIN, UNIT, OPEN_QUOTE, CLOSE_QUOTE, QUOTE, OPERATOR, JOINT, HALF_MARK, FULL_MARK))
_CODE = frozenset((DIGIT, LATIN))
_SENTENCE_START = frozenset("。；：！？…;:!?")


def signs(text: str) -> list[int]:
    """Positions of full-width signs inside codes and numbers, which become half-width."""
    found: list[int] = []
    for match in WIDE_SIGN.finditer(text):
        at = match.start()
        left, right = KIND[text[at - 1 : at]] in _CODE, KIND[text[at + 1 : at + 2]] in _CODE
        if (left and right) or ((left or right) and match.group() in ONE_SIDED):
            found.append(at)
    return found + _points(text)


def _points(text: str) -> list[int]:
    """Wide decimal points, but not the point of a list number (１．５Ｇ应用)."""
    found: list[int] = []
    number, opens = -1, False
    for match in WIDE_POINT.finditer(text):
        at = match.start()
        start = at
        while start > max(number, 0) and KIND[text[start - 1]] == DIGIT:
            start -= 1
        if start != number:  # not a further point of the number before
            opens = start == 0 or text[start - 1] in _SENTENCE_START
        if not opens:
            found.append(at)
        number = at + 1
    return found


def brackets(text: str) -> list[int]:
    """Positions of half-width round brackets that become full-width; the two of a pair are decided together."""
    places = [match.start() for match in BRACKET.finditer(text)]
    if not any(text[at] in "()" for at in places):
        return []
    kept = {m.start() for m in DOCUMENT_NUMBER.finditer(text)} if "号" in text else set()
    addresses = _addresses(text)
    chinese, before = [0] * len(places), 0  # how many of the stretches up to each bracket hold Chinese
    for n, at in enumerate(places):
        chinese[n] = (chinese[n - 1] if n else 0) + bool(CHINESE.search(text, before, at))
        before = at + 1
    found: list[int] = []
    opened: list[int] = []
    for n, at in enumerate(places):
        if addresses and _within(addresses, at):
            continue
        if text[at] in "(（":
            opened.append(n)
        elif opened:
            first = opened.pop()
            found += _pair(text, places[first], at, chinese[n] > chinese[first], kept)
        elif text[at] == ")" and _stray_closes(text, at):
            found.append(at)
    found += [places[n] for n in opened if text[places[n]] == "(" and _stray_opens(text, places[n])]
    return sorted(found)


def _pair(text: str, start: int, end: int, holds_chinese: bool, kept: set[int]) -> list[int]:
    half = [at for at in (start, end) if text[at] in "()"]
    if len(half) < 2:
        return half
    beside = holds_chinese or _leads(text, start - 1, -1) or _leads(text, end + 1, 1)
    return half if beside and start not in kept else []


def _stray_closes(text: str, at: int) -> bool:
    """Whether a bracket that nothing opened closes Chinese text; `1)` and `a)` are list marks."""
    token = at
    while token > max(0, at - 3) and KIND[text[token - 1]] in _CODE:
        token -= 1
    is_list_mark = 0 < at - token < 3 and (token == 0 or KIND[text[token - 1]] not in (HAN, LATIN, DIGIT, UNIT))
    return not is_list_mark and _leads(text, at - 1, -1)


def _stray_opens(text: str, at: int) -> bool:
    return _leads(text, at + 1, 1) or _leads(text, at - 1, -1)


def _leads(text: str, at: int, step: int) -> bool:
    """Whether Chinese stands at `at`, or is reached from there across one code or number without a border."""
    size = len(text)
    if 0 <= at < size and KIND[text[at]] == SPACE:
        at += step
    while 0 <= at < size:
        kind = KIND[text[at]]
        if kind in _WORDS:
            return True
        if kind not in _THROUGH and not (kind == SPACE and _airy(text, at)):
            return False
        at += step
    return False


def _airy(text: str, at: int) -> bool:
    """Whether the one space at `at` stands beside a mark or a full-width bracket, where it is no border of a word."""
    return KIND[text[at - 1 : at]] in _AIRY or KIND[text[at + 1 : at + 2]] in _AIRY


def marks(text: str) -> list[int]:
    """Positions of half-width `, ; : ! ?` that become full-width; brackets must have their width already."""
    found: list[int] = []
    addresses: list[tuple[int, int]] | None = None
    stretch_end = -1
    for match in MARK.finditer(text):
        at = match.start()
        if at < stretch_end:
            continue
        if KIND[text[at - 1 : at]] in _EVIDENCE:
            found.append(at)
            continue
        if addresses is None:
            addresses = _addresses(text)
        start, stretch_end = _stretch(text, at)
        found += [wide for wide in _Stretch(text, start, stretch_end).wide() if wide >= at]
    return [at for at in found if not _within(addresses, at)] if addresses else found


def _stretch(text: str, at: int) -> tuple[int, int]:
    """The run around `at` of everything that is neither Chinese nor a bracket nor another script."""
    start = end = at
    while start > 0 and (KIND[text[start - 1]] in _THROUGH or KIND[text[start - 1]] == SPACE):
        start -= 1
    while end < len(text) and (KIND[text[end]] in _THROUGH or KIND[text[end]] == SPACE):
        end += 1
    return start, end


class _Stretch:
    """A run of digits, letters and marks between two borders, and how far Chinese text reaches into it."""

    __slots__ = ("end", "from_left", "from_right", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.from_left, self.from_right = start, end
        if KIND[text[start - 1 : start]] in _EVIDENCE:
            while self.from_left < end and not self._is_border(self.from_left):
                self.from_left += 1
        if KIND[text[end : end + 1]] in _EVIDENCE:
            while self.from_right > start and not self._is_border(self.from_right - 1):
                self.from_right -= 1

    def _is_border(self, at: int) -> bool:
        return KIND[self.text[at]] == SPACE and not _airy(self.text, at)

    def wide(self) -> list[int]:
        """The marks of this run that become full-width."""
        text = self.text
        after: dict[int, str] = {}
        right = KIND[text[self.end : self.end + 1]]
        for at in range(self.end - 1, self.start - 1, -1):
            kind = KIND[text[at]]
            if kind in _MARKS:
                after[at] = right
            elif kind != SPACE:
                right = kind
        found: list[int] = []
        left = KIND[text[self.start - 1 : self.start]]
        for at in range(self.start, self.end):
            kind = KIND[text[at]]
            if kind == HALF_MARK and self._is_wide(at, left, after[at]):
                found.append(at)
            elif kind not in _MARKS and kind != SPACE:
                left = kind
        return found

    def _is_wide(self, at: int, left: str, right: str) -> bool:
        """`left` and `right` are the nearest kinds that are neither marks nor gaps."""
        if left in _EVIDENCE or right in _EVIDENCE:
            return True
        if left == DIGIT and right == DIGIT:  # 1,000 and 9:00 and 1:1.2:2
            return False
        if self.text[at] == ":" and left in _CODE and right in _CODE:  # 1:N
            return False
        if left not in (LATIN, NONE) and at < self.from_left:  # 达65%, GDP
            return True
        if right not in (LATIN, NONE) and at >= self.from_right:  # GDP,10%以上
            return True
        return self.text[at] == "," and left == right == LATIN and self._between_words(at)

    def _between_words(self, at: int) -> bool:
        """Whether one Latin word stands on each side, and Chinese characters beyond both: 支持CIO,CTO等."""
        first, last = at - 1, at + 1
        while first >= self.start and KIND[self.text[first]] in _CODE:
            first -= 1
        while last < self.end and KIND[self.text[last]] in _CODE:
            last += 1
        return first == self.start - 1 and last == self.end and self._between_characters()

    def _between_characters(self) -> bool:
        return KIND[self.text[self.start - 1 : self.start]] == HAN == KIND[self.text[self.end : self.end + 1]]


def _addresses(text: str) -> list[tuple[int, int]]:
    """Addresses of pages, entities and paths, in which nothing changes."""
    return [match.span() for match in ADDRESS.finditer(text)] if any(c in text for c in ".&:") else []


def _within(spans: list[tuple[int, int]], at: int) -> bool:
    n = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return n >= 0 and at < spans[n][1]
