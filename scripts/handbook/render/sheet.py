"""How much fits on one printed sheet of A4, reckoned from the number of characters.

The sizes are those of the stylesheet for paper (`.hb-sheet` in `handbook.css`): a column of 180 mm, type of 10.5 pt
(14 px), lines of 1.4. They are reckoned on the safe side; a browser test prints every sheet and counts its pages.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil

SHEET = 1009.0  # px between the margins: 297 mm less 13 and 17
LINE = 19.6  # px of a line of text
TITLE = 30.0  # px of a line of the title, 16 pt
TITLE_GAP = 6.0
GAP = 5.0  # px between paragraphs
ROW_GAP = 7.0  # px and the rule between two rows
COLUMN = 47.0  # characters of 10.5 pt that a line surely holds; 48.5 fit, some marks may not begin a line
TITLE_COLUMN = 30.0
NARROW = 0.58  # of a full-width character: figures and small Latin letters; capitals are few
WIDE = 1.0
AUTOSPACE = 0.13  # between Chinese and Latin or figures


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a printed page says around its rows, paragraph by paragraph, and in each row, line by line."""

    title: str
    around: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def fitting(self) -> int:
        """How many of the rows fit on the sheet."""
        left = SHEET - TITLE * lines(self.title, TITLE_COLUMN) - TITLE_GAP
        left -= sum(LINE * lines(text) + GAP for text in self.around)
        heights = [ROW_GAP + sum(LINE * lines(text) for text in row) for row in self.rows]
        return _held(heights, left)


def lines(text: str, column: float = COLUMN) -> int:
    """How many lines a paragraph may take; none where there is no text."""
    return ceil(width(text) / column)


@lru_cache(maxsize=1 << 14)  # a row stands on the pages of many types and regions
def width(text: str) -> float:
    """The width of a text in full-width characters, rather too much than too little."""
    kinds = [_narrow(char) for char in text]
    borders = sum(1 for one, other in pairwise(kinds) if one != other)
    return sum(NARROW if narrow else WIDE for narrow in kinds) + AUTOSPACE * borders


def _narrow(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("Na", "H", "N")


def _held(heights: Sequence[float], room: float) -> int:
    for count, height in enumerate(heights):
        room -= height
        if room < 0:
            return count
    return len(heights)
