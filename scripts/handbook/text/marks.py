"""The width of `, ; : ! ?`: full-width beside Chinese, half-width inside numbers, codes and runs of Latin.

Beside means: a Chinese character, mark or full-width bracket stands next to it (`协会(湖北),推动`), or digits, a percent
sign or a quote that lead to one without a gap (`12%,按`). `1,000`, `9:00-17:30`, `1:1.2:2` and `1:N` stay.
"""

from __future__ import annotations

import re

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
from .width import CODE, addresses, is_airy, within

MARK = re.compile("[,;:!?]")

_EVIDENCE = frozenset((HAN, CHINESE_MARK, FULL_OPEN, FULL_CLOSE))
_MARKS = frozenset((HALF_MARK, FULL_MARK))
_THROUGH = frozenset(
    (DIGIT, LATIN, UNIT, OPEN_QUOTE, CLOSE_QUOTE, QUOTE, OPERATOR, JOINT, HALF_MARK, FULL_MARK, SPACE)
)  # what a stretch between two borders is made of


def marks(text: str) -> list[int]:
    """Positions of half-width marks that become full-width; brackets must have their width already."""
    found: list[int] = []
    addressed: list[tuple[int, int]] | None = None
    stretch_end = -1
    for match in MARK.finditer(text):
        at = match.start()
        if at < stretch_end:
            continue
        if KIND[text[at - 1 : at]] in _EVIDENCE:
            found.append(at)
            continue
        if addressed is None:
            addressed = addresses(text)
        start, stretch_end = _bounds(text, at)
        found += [wide for wide in _Stretch(text, start, stretch_end).wide() if wide >= at]
    return [at for at in found if not within(addressed, at)] if addressed else found


def _bounds(text: str, at: int) -> tuple[int, int]:
    """The run around `at` of everything that is neither Chinese nor a bracket nor another script."""
    start = end = at
    while start > 0 and KIND[text[start - 1]] in _THROUGH:
        start -= 1
    while end < len(text) and KIND[text[end]] in _THROUGH:
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
        return KIND[self.text[at]] == SPACE and not is_airy(self.text, at)

    def wide(self) -> list[int]:
        """The marks of this run that become full-width."""
        followed = self._followed()
        found: list[int] = []
        left = KIND[self.text[self.start - 1 : self.start]]
        for at in range(self.start, self.end):
            kind = KIND[self.text[at]]
            if kind == HALF_MARK and self._is_wide(at, left, followed[at]):
                found.append(at)
            elif kind not in _MARKS and kind != SPACE:
                left = kind
        return found

    def _followed(self) -> dict[int, str]:
        """For each mark, the kind of the next character that is neither a mark nor a gap."""
        followed: dict[int, str] = {}
        right = KIND[self.text[self.end : self.end + 1]]
        for at in range(self.end - 1, self.start - 1, -1):
            kind = KIND[self.text[at]]
            if kind in _MARKS:
                followed[at] = right
            elif kind != SPACE:
                right = kind
        return followed

    def _is_wide(self, at: int, left: str, right: str) -> bool:
        if left in _EVIDENCE or right in _EVIDENCE:
            return True
        if left == DIGIT and right == DIGIT:  # 1,000  9:00  1:1.2:2
            return False
        if self.text[at] == ":" and left in CODE and right in CODE:  # 1:N
            return False
        if left not in (LATIN, NONE) and at < self.from_left:  # 达65%,GDP
            return True
        if right not in (LATIN, NONE) and at >= self.from_right:  # GDP,10%以上
            return True
        return self.text[at] == "," and left == right == LATIN and self._is_between_two_words(at)

    def _is_between_two_words(self, at: int) -> bool:
        """Whether one Latin word stands on each side, and Chinese characters beyond both: 支持CIO,CTO等."""
        first, last = at - 1, at + 1
        while first >= self.start and KIND[self.text[first]] in CODE:
            first -= 1
        while last < self.end and KIND[self.text[last]] in CODE:
            last += 1
        alone = first == self.start - 1 and last == self.end
        return alone and KIND[self.text[self.start - 1 : self.start]] == HAN == KIND[self.text[self.end : self.end + 1]]
