"""The width of round brackets: full-width around Chinese and inside Chinese text, the two of a pair always alike.

`建筑信息模型(BIM)平台` takes full-width brackets and keeps its Latin word; `f(x)` in a run of Latin stays; the year of
a document number, `鄂政发(2020)6号`, keeps the brackets it is printed with.
"""

from __future__ import annotations

import re

from .kinds import (
    CHINESE_MARK,
    CLOSE_QUOTE,
    DIGIT,
    FULL_MARK,
    HALF_MARK,
    HAN,
    JOINT,
    KIND,
    LATIN,
    OPEN_QUOTE,
    OPERATOR,
    QUOTE,
    SPACE,
    UNIT,
)
from .space import DOCUMENT_NUMBER
from .width import CODE, addresses, is_airy, within

BRACKET = re.compile("[()（）]")
CHINESE = re.compile("[\u3001-\u303f\u3040-\u31bf\u3400-\u9fff\U00020000-\U0003ffff]")
LONGEST_LIST_MARK = 2  # 1) 12) a)

_WORDS = frozenset((HAN, CHINESE_MARK))
_THROUGH = frozenset(
    (DIGIT, LATIN, UNIT, OPEN_QUOTE, CLOSE_QUOTE, QUOTE, OPERATOR, JOINT, HALF_MARK, FULL_MARK)
)  # what may stand between a bracket and the Chinese text it belongs to


def brackets(text: str) -> list[int]:
    """Positions of half-width round brackets that become full-width."""
    if "(" not in text and ")" not in text:
        return []
    addressed = addresses(text)
    places = [at for match in BRACKET.finditer(text) if not within(addressed, at := match.start())]
    numbers = {match.start() for match in DOCUMENT_NUMBER.finditer(text)} if "号" in text else set()
    chinese = _chinese_before(text, places)
    found: list[int] = []
    opened: list[int] = []
    for n, at in enumerate(places):
        if text[at] in "(（":
            opened.append(n)
        elif opened:
            first = opened.pop()
            found += _pair(text, places[first], at, chinese[n] > chinese[first], places[first] in numbers)
        elif text[at] == ")" and _stray_closes(text, at):
            found.append(at)
    found += [places[n] for n in opened if text[places[n]] == "(" and _stray_opens(text, places[n])]
    return sorted(found)


def _chinese_before(text: str, places: list[int]) -> list[int]:
    """For each bracket, in how many of the stretches between the brackets up to it there is Chinese."""
    counts: list[int] = []
    count = before = 0
    for at in places:
        count += CHINESE.search(text, before, at) is not None
        counts.append(count)
        before = at + 1
    return counts


def _pair(text: str, start: int, end: int, holds_chinese: bool, is_number: bool) -> list[int]:
    half = [at for at in (start, end) if text[at] in "()"]
    if len(half) < 2:
        return half
    if is_number or not (holds_chinese or _leads(text, start - 1, -1) or _leads(text, end + 1, 1)):
        return []
    return half


def _stray_closes(text: str, at: int) -> bool:
    """Whether a bracket that nothing opened closes Chinese text; `1)` and `a)` are list marks."""
    token = at
    while token > 0 and at - token <= LONGEST_LIST_MARK and KIND[text[token - 1]] in CODE:
        token -= 1
    border = KIND[text[token - 1 : token]]
    is_list_mark = 0 < at - token <= LONGEST_LIST_MARK and border not in (HAN, UNIT, JOINT, OPERATOR)
    return not is_list_mark and _leads(text, at - 1, -1)


def _stray_opens(text: str, at: int) -> bool:
    return _leads(text, at + 1, 1) or _leads(text, at - 1, -1)


def _leads(text: str, at: int, step: int) -> bool:
    """Whether Chinese stands at `at`, or is reached from there across one code or number without a border."""
    if KIND[text[max(0, at) : at + 1]] == SPACE:
        at += step
    while 0 <= at < len(text):
        kind = KIND[text[at]]
        if kind in _WORDS:
            return True
        if kind not in _THROUGH and not (kind == SPACE and is_airy(text, at)):
            return False
        at += step
    return False
