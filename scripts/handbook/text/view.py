"""Where the characters of a paragraph stand: from the ranges of its lines to one text, and back to the capture."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from . import fold

Range = tuple[int, int]

# what may lie between two lines of one paragraph and belongs to neither
BLANK = re.compile("[" + "".join(map(re.escape, fold.SPACES + fold.INVISIBLE)) + "]+")


def contiguous(visible: str, chunks: Sequence[Range]) -> list[Range]:
    """The chunks as ranges that do not touch, with the white space after each; a chunk that steps back is cut."""
    ranges: list[Range] = []
    for start, end in chunks:
        start = max(start, ranges[-1][1] if ranges else 0)
        end = min(end, len(visible))
        if start >= end:
            continue
        if ranges:
            first, last = ranges[-1]
            after = BLANK.match(visible, last, start)
            last = after.end() if after else last
            ranges[-1] = (first, end if last == start else last)
            if last == start:
                continue
        ranges.append((start, end))
    return ranges


class View:
    """The text of several ranges, a line break between them, and the way back to the offsets of the capture."""

    __slots__ = ("_at", "_from", "first", "text", "whole")

    def __init__(self, visible: str, ranges: list[Range]) -> None:
        parts: list[str] = []
        self.first = ranges[0][0] if ranges else 0
        self.whole = len(ranges) == 1  # the text stands in one piece from `first` on
        self._at: list[int] = []
        self._from: list[int] = []
        at = 0
        for n, (start, end) in enumerate(ranges):
            if n:
                self._at.append(at)
                self._from.append(-1)
                parts.append("\n")
                at += 1
            self._at.append(at)
            self._from.append(start)
            parts.append(visible[start:end])
            at += end - start
        self.text = "".join(parts)

    def origins(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The places behind `text[start:end]`: start and end there, and where it begins here; breaks are left out."""
        found: list[tuple[int, int, int]] = []
        n = bisect_right(self._at, start) - 1
        while start < end:
            stop = min(end, self._at[n + 1]) if n + 1 < len(self._at) else end
            if self._from[n] >= 0:
                origin = self._from[n] + start - self._at[n]
                found.append((origin, origin + stop - start, start))
            start = stop
            n += 1
        return found


class Places:
    """Where characters of the close text stand in the view; asked in any order."""

    __slots__ = ("_at", "_kept")

    def __init__(self, kept: list[Range]) -> None:
        self._kept = kept
        self._at: list[int] = []
        at = 0
        for start, end in kept:
            self._at.append(at)
            at += end - start

    def of(self, at: int) -> int:
        n = bisect_right(self._at, at) - 1
        return self._kept[n][0] + at - self._at[n]
