"""White space that is no part of the words: gaps inside Chinese text, broken lines, padding inside brackets and quotes.

A gap is kept, as one space, only between two words of an alphabet or two numbers. All functions take folded text
(`fold.folded`): every white-space character is U+0020 and every invisible one FILLER.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .kinds import (
    CHINESE_MARK,
    CLOSE_QUOTE,
    DIGIT,
    FILLER,
    FOREIGN,
    FULL_CLOSE,
    FULL_MARK,
    FULL_OPEN,
    HALF_CLOSE,
    HALF_OPEN,
    HAN,
    KIND,
    LATIN,
    NONE,
    OPEN_QUOTE,
    OPERATOR,
    SPACE,
    SQUARE_CLOSE,
    SQUARE_OPEN,
    UNIT,
)

Gap = tuple[int, int, bool]  # start, end, and whether one space stays in its place

GAP = re.compile(f"[ {FILLER}]+")
# 鄂政发〔2020〕6号, 鄂政发[2020] 6 号, 武政办（2024）第 121 号: the year and number of a document are one atom
DOCUMENT_NUMBER = re.compile(
    rf"[〔\[(（［【][ {FILLER}]*(?:1{FILLER}*9|2{FILLER}*0)(?:{FILLER}*[0-9]){{2}}[ {FILLER}]*[〕\])）］】]"
    rf"[ {FILLER}]*(?:第[ {FILLER}]*)?[0-9](?:{FILLER}*[0-9]){{0,4}}[ {FILLER}]*号"
)
BULLETS = "-*+"  # "- 加强研究": a typed bullet keeps its space
POINTS = ".．"  # "1 . 加强培育": the point of a list number
BREAKS = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

_CHINESE = frozenset((HAN, CHINESE_MARK, FULL_MARK, FULL_OPEN, FULL_CLOSE))
_WORDS = frozenset((HAN, CHINESE_MARK))
_OPENING = frozenset((HALF_OPEN, SQUARE_OPEN))
_CLOSING = frozenset((HALF_CLOSE, SQUARE_CLOSE))
_PLAIN = frozenset((LATIN, DIGIT))
_MOST_OPERATORS = 4  # as many signs in a row are looked across: ———— at most


def gaps(text: str, lines: str) -> Iterator[Gap]:
    """Every gap but one plain space that stays, in order.

    `lines` is the same text before folding, which still tells a line break from a space.
    """
    atoms = DOCUMENT_NUMBER.finditer(text) if "号" in text else iter(())
    atom = next(atoms, None)
    first = len(text) - len(text.lstrip(" " + FILLER))
    for match in GAP.finditer(text):
        start, end = match.span()
        while atom is not None and atom.end() <= start:
            atom = next(atoms, None)
        inside = atom is not None and atom.start() < start
        stays = not inside and start > first and end < len(text) and _stays(text, start, end, first, lines)
        if not (stays and lines[start:end] == " "):
            yield start, end, stays


def _stays(text: str, start: int, end: int, first: int, lines: str) -> bool:
    """Whether the gap `text[start:end]`, inside a paragraph, stands for a space between two words."""
    if text.find(" ", start, end) < 0:
        return False
    left, right = KIND[text[start - 1]], KIND[text[end]]
    if left in _PLAIN and right in _PLAIN:
        return True
    if start - 1 == first and text[first] in BULLETS:
        return True
    if left in _CHINESE or right in _CHINESE:
        return left == FOREIGN or right == FOREIGN
    if right in _CLOSING or left in _OPENING or left == OPEN_QUOTE or right == CLOSE_QUOTE:
        return False
    if right == UNIT and left == DIGIT:
        return False
    if left == CLOSE_QUOTE and _seen(text, start - 2, -1) in _WORDS:
        return False
    if right == OPEN_QUOTE and _seen(text, end + 1, 1) in _WORDS:
        return False
    if text[end] in POINTS and _seen(text, end + 1, 1) in _WORDS:
        return False
    if left == OPERATOR or right == OPERATOR:
        return _stays_at_operator(text, start, end, lines)
    return True


def _stays_at_operator(text: str, start: int, end: int, lines: str) -> bool:
    """`R & D` keeps its gaps; `10 - 20万元`, `5G + 工业互联网` and a word hyphenated at a line end do not."""
    before, after = _across(text, start - 1, -1), _across(text, end, 1)
    if before in _WORDS or after in _WORDS or (before == DIGIT and after == DIGIT):
        return False
    hyphenated = text[start - 1] == "-" and KIND[text[start - 2 : start - 1]] == LATIN and KIND[text[end]] == LATIN
    return not (hyphenated and BREAKS.search(lines, start, end))


def _seen(text: str, at: int, step: int) -> str:
    """The kind of the first character from `at` on that is not white space."""
    while 0 <= at < len(text) and KIND[text[at]] == SPACE:
        at += step
    return KIND[text[at]] if 0 <= at < len(text) else NONE


def _across(text: str, at: int, step: int) -> str:
    """The kind of the first character from `at` on that is neither white space nor one of a few operators."""
    signs = 0
    while 0 <= at < len(text):
        kind = KIND[text[at]]
        if kind == OPERATOR and signs < _MOST_OPERATORS:
            signs += 1
        elif kind != SPACE:
            return kind
        at += step
    return NONE
