"""A document's paragraphs cut at every mark that numbers a unit, also where headings run on in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..model import Passage
from ..text.agency import is_agency_list
from .markers import Marker, marker_at
from .paragraphs import Paragraph

# the places where a mark may stand inside a paragraph
MARK = re.compile(
    r"第\s?[\d\s一二三四五六七八九十百零〇两兩]{1,6}\s?[章条條]|(?<![一二三四五六七八九十百零〇两兩第])[一二三四五六七八九十百]{1,4}[、．.﹒]"
    r"|（[一二三四五六七八九十百零〇]{1,4}）|（\d{1,3}）|(?<![\d.．])\d{1,2}(?:[．、﹒]|\.(?!\d))"
)
STOPS = "。！？"
FLAT_LENGTH = 300  # a paragraph this long with many marks has lost its line breaks
FLAT_MARKS = 4
FLAT_BRACKETS = 2  # so has a shorter one with marks after agency brackets
HEADING = re.compile(r"[^。；！？]{2,60}")
BRACKET = 400  # an agency bracket is no longer than this


@dataclass(frozen=True, slots=True)
class Block:
    """A run of a paragraph with at most one mark, at its start. `opens` says that it begins a paragraph."""

    text: Passage
    marker: Marker | None
    opens: bool
    paragraph: int  # index into the paragraphs given
    label: str = ""  # the family of its field label


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mark inside a paragraph; `strength` 0 to 2 says how much it looks like a lost line break."""

    at: int
    marker: Marker
    strength: int


def blocks(paragraphs: Sequence[Paragraph]) -> tuple[Block, ...]:
    """Cut paragraphs at marks: each at its start, and inside where the numbering goes on."""
    inside = [() if p.label or p.cells else candidates(p.text) for p in paragraphs]
    starts = [p.marker for p in paragraphs]
    walk = _Walk(_promoted(inside), _numbers(inside, starts))
    made: list[Block] = []
    for i, paragraph in enumerate(paragraphs):
        start = starts[i]
        if start and not walk.plausible(start):
            start = None
        if start:
            walk.accept(start)
        cuts = walk.cuts(paragraph.text, inside[i], start)
        bounds = [0, *(cut.at for cut in cuts), len(paragraph.text.text)]
        marks = [start, *(cut.marker for cut in cuts)]
        for k, marker in enumerate(marks):
            part = paragraph.whole if paragraph.label else paragraph.text.cut(bounds[k], bounds[k + 1])
            made.append(Block(part, marker, k == 0, i, paragraph.label.family if paragraph.label else ""))
    return tuple(made)


def candidates(passage: Passage) -> tuple[Candidate, ...]:
    """Every mark inside a paragraph that stands where a line may have begun."""
    text = passage.text
    found: list[Candidate] = []
    for match in MARK.finditer(text, 1):
        marker = marker_at(text, match.start())
        if marker and not marker.item:
            strength = _strength(passage, match.start())
            found.append(Candidate(match.start(), marker, strength))
    return tuple(found)


def _strength(passage: Passage, at: int) -> int:
    text, before = passage.text, passage.text[at - 1]
    gap = passage.locate(at - 1, at).end < passage.locate(at, at + 1).start
    if before in "）】" or (before == "。" and text[at - 2 : at - 1] in ("）", "】")):
        close = at - 1 if before != "。" else at - 2
        start = text.rfind("（" if text[close] == "）" else "【", max(0, close - BRACKET), close)
        if start >= 0 and is_agency_list(text[start + 1 : close]):
            return 2
        return 1 if gap or before == "。" else 0
    if before in STOPS:
        return 2 if gap else 1
    return 1 if gap and before not in "，、；：" else 0


def _promoted(inside: Sequence[Sequence[Candidate]]) -> frozenset[str]:
    """Styles whose strong marks count up through the document although none begins a line (二、…三、…五、…)."""
    values: dict[str, list[int]] = {}
    for found in inside:
        for candidate in found:
            if candidate.strength == 2:
                values.setdefault(candidate.marker.style, []).append(candidate.marker.number)
    return frozenset(
        style for style, seen in values.items() if len(seen) >= 2 and all(1 <= b - a <= 2 for a, b in pairwise(seen))
    )


def _numbers(inside: Sequence[Sequence[Candidate]], starts: Sequence[Marker | None]) -> frozenset[tuple[str, int]]:
    """Every style and number that stands anywhere as a possible mark."""
    marks = [marker for marker in starts if marker]
    marks.extend(candidate.marker for found in inside for candidate in found)
    return frozenset((marker.style, marker.number) for marker in marks)


def runs_on(passage: Passage, found: Sequence[Candidate]) -> bool:
    """Whether a paragraph holds several units because it has lost its line breaks."""
    if len(passage.text) >= FLAT_LENGTH and sum(c.strength > 0 for c in found) >= FLAT_MARKS:
        return True
    return sum(c.strength == 2 for c in found) >= FLAT_BRACKETS


def _is_heading(text: str, start: int, end: int) -> bool:
    return HEADING.fullmatch(text, start, end) is not None


class _Walk:
    """The numbering so far while a document is read from top to bottom."""

    def __init__(self, promoted: frozenset[str], places: frozenset[tuple[str, int]]) -> None:
        self.promoted, self.places = promoted, places
        self.last: dict[str, int] = {}

    def accept(self, marker: Marker) -> None:
        self.last[marker.style] = marker.number

    def plausible(self, marker: Marker) -> bool:
        """Whether a mark at the start of a line is one: a bare number has to follow on, and an article not to refer back."""
        last = self.last.get(marker.style, 0)
        if marker.style == "zero":
            return marker.number == last + 1
        return marker.style != "article" or marker.number > last or marker.number == 1

    def cuts(self, passage: Passage, found: Sequence[Candidate], start: Marker | None) -> list[Candidate]:
        """The candidates that are taken for marks of units."""
        flat = runs_on(passage, found)
        second = self._seconds(found) if flat else ()
        taken: list[Candidate] = []
        since = start.size if start else None
        style = start.style if start else ""
        for i, candidate in enumerate(found):
            marker = candidate.marker
            opened = (
                flat and marker.style != style and since is not None and _is_heading(passage.text, since, candidate.at)
            )
            if self._goes_on(candidate, opened) or (flat and second[i] and self._begins(candidate, opened)):
                taken.append(candidate)
                self.accept(marker)
                since, style = candidate.at + marker.size, marker.style
        return taken

    def _goes_on(self, candidate: Candidate, opened: bool) -> bool:
        marker, strength = candidate.marker, candidate.strength
        last = self.last.get(marker.style)
        if last is None:
            return strength == 2 and marker.style in self.promoted
        return (marker.number == last + 1 and (strength >= 1 or opened)) or (
            marker.number == last + 2 and strength == 2
        )

    def _begins(self, candidate: Candidate, opened: bool) -> bool:
        """Whether a new count begins inside a paragraph that has lost its line breaks."""
        marker = candidate.marker
        legal = marker.style in ("chapter", "article")
        return marker.number == 1 and self.last.get(marker.style) != 1 and (candidate.strength >= 1 or opened or legal)

    def _seconds(self, found: Sequence[Candidate]) -> tuple[bool, ...]:
        """For each candidate whether the next mark of its style is a 2, here or in a later paragraph."""
        following: dict[str, int] = {}
        seconds: list[bool] = []
        for candidate in reversed(found):
            style = candidate.marker.style
            seconds.append(following[style] == 2 if style in following else (style, 2) in self.places)
            following[style] = candidate.marker.number
        return tuple(reversed(seconds))
