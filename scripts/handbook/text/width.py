"""Signs inside codes and numbers become half-width (１＋Ｎ, ３．５), and the tables of width that brackets and marks share.

The evidence for a change of width is always local, and it never depends on the width of another mark, so that a second
run finds nothing more to change. All functions take folded text without loose gaps.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from .kinds import DIGIT, FULL_CLOSE, FULL_MARK, FULL_OPEN, HALF_MARK, KIND, LATIN

WIDE = dict(zip(",;:!?()", "，；：！？（）", strict=True))
NARROW = dict(zip("＋＆＠＃－＝＿．", "+&@#-=_.", strict=True))
BELONGS_TO_A_CODE = "＋＆＠＃"  # beside a code on either side; a dash only between two codes
# 1＋N, 5G＋工业互联网, Ｒ＆Ｄ: a sign printed wide inside a code
WIDE_SIGN = re.compile("[＋＆＠＃－＝＿]")
# 突破3．5亿元: a point between digits
WIDE_POINT = re.compile("(?<=[0-9])．(?=[0-9])")
# https://www.pkulaw.com/lar/2f52.html?a=1,2  www.gov.cn:8080/a  &nbsp;  D:\files
ADDRESS = re.compile(
    r"(?:https?|ftp)://[!-~]*[A-Za-z0-9/#=&_-]"
    r"|www\.[!-~]*[A-Za-z0-9/#=&_-]"
    r"|\.(?:com|cn|net|org)[:/][!-~]*[A-Za-z0-9/#=&_-]"
    r"|&[a-zA-Z]{2,8};|&#[0-9]{1,6};"
    r"|(?<![A-Za-z])[A-Za-z]:[\\/]"
)

CODE = frozenset((DIGIT, LATIN))
_AIRY = frozenset((HALF_MARK, FULL_MARK, FULL_OPEN, FULL_CLOSE))
_SENTENCE_START = frozenset("。；：！？…;:!?")


def signs(text: str) -> list[int]:
    """Positions of full-width signs inside codes and numbers, which become half-width."""
    found: list[int] = []
    for match in WIDE_SIGN.finditer(text):
        at = match.start()
        left, right = KIND[text[at - 1 : at]] in CODE, KIND[text[at + 1 : at + 2]] in CODE
        if (left and right) or ((left or right) and match.group() in BELONGS_TO_A_CODE):
            found.append(at)
    return found + _points(text)


def _points(text: str) -> list[int]:
    """Wide decimal points, but not the point of a list number (1．5G应用)."""
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


def addresses(text: str) -> list[tuple[int, int]]:
    """Addresses of pages, entities and paths, in which nothing changes."""
    return [match.span() for match in ADDRESS.finditer(text)] if any(sign in text for sign in ".&:") else []


def within(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether one of the spans, which are in order, holds the position."""
    n = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return n >= 0 and at < spans[n][1]


def is_airy(text: str, at: int) -> bool:
    """Whether the one space at `at` stands beside a mark or a full-width bracket, where it is no border of a word."""
    return KIND[text[at - 1 : at]] in _AIRY or KIND[text[at + 1 : at + 2]] in _AIRY
