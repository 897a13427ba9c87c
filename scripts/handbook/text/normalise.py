"""Clean text of one paragraph: broken lines joined, stray spaces out, Chinese punctuation full-width, words as printed.

`normalise` changes white space, the width of punctuation, digits and letters, and look-alike radicals; nothing else. It
keeps decimals, thousands, times, dates, ratios, addresses, document numbers and the quotes as they are. Each character
of the result knows the one character of the capture it stands for, each change is an `Edit`, and a second run changes
nothing. The cost is linear in the size of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..model import Edit, Passage, Piece, Span
from . import fold, space
from .brackets import brackets
from .kinds import FILLER, FOREIGN, FULL_CLOSE, FULL_MARK, FULL_OPEN, KIND
from .marks import marks
from .space import Gap
from .view import Places, Range, View, contiguous
from .width import NARROW, WIDE, signs

_TOUCHED = "".join(chr(code) for code in fold.TABLE) + ",;:!?()＋＆＠＃－＝＿．\u200c\u200d"
# a paragraph without any of these is clean as it stands: most paragraphs of a well-made page
TOUCHED = re.compile("[" + "".join(map(re.escape, _TOUCHED)) + "]")

_RULE_OF_MARK = {
    **dict.fromkeys("()", "width-bracket"), ",": "width-comma", ";": "width-semicolon", ":": "width-colon",
    "!": "width-exclamation", "?": "width-question",
    **dict.fromkeys(NARROW, "width-sign"),
}  # fmt: skip
_PRINTED_AS = {**WIDE, **NARROW}
_WIDE_KINDS = frozenset((FULL_MARK, FULL_OPEN, FULL_CLOSE))


def normalise(source: str, visible: str, chunks: Sequence[Range]) -> tuple[Passage, tuple[Edit, ...]]:
    """The clean text of the paragraph printed at `chunks`, and every change made to it.

    `source` is the id of the capture, `visible` its text with markup blanked (same length and offsets), `chunks` the
    ranges of the physical lines of one paragraph, in order; what lies between them (a page number) is not part of it.
    Edits quote `visible` and are in order of offset. Never raises on any text.
    """
    ranges = contiguous(visible, chunks)
    if len(ranges) == 1 and not TOUCHED.search(visible, *ranges[0]):
        start, end = ranges[0]
        return Passage(source, visible[start:end], (Piece(0, end - start, start, end),)), ()
    view = View(visible, ranges)
    if not view.text:
        return Passage(source, "", ()), ()
    return _Typesetter(source, visible, view).clean()


class _Typesetter:
    """One paragraph on its way from print to clean text."""

    def __init__(self, source: str, visible: str, view: View) -> None:
        self.source, self.visible, self.view = source, visible, view
        self.printed = view.text
        self.edits: list[Edit] = []

    def clean(self) -> tuple[Passage, tuple[Edit, ...]]:
        text = fold.folded(self.printed)
        for start, end, rule in fold.changes(self.printed):
            self._log(start, end, rule, text[start:end])
        gaps = list(space.gaps(text, self.printed))
        kept = _without(text, gaps)
        close = "".join([text[start:end] for start, end in kept])
        places = Places(kept)
        changed: dict[int, str] = {}
        for wrong_width in (signs, brackets, marks):  # in this order: marks look at brackets
            found = {at: close[at] for at in wrong_width(close)}
            close = _replaced(close, found)
            changed |= found
        for at, printed in changed.items():
            here = places.of(at)
            self._log(here, here + 1, _RULE_OF_MARK[printed], _PRINTED_AS[printed])
        idle = _gaps_beside(close, changed)
        self._log_gaps(text, gaps, {places.of(at) for at in idle})
        return self._passage(close, kept, idle), tuple(sorted(self.edits, key=lambda edit: edit.span.start))

    def _log_gaps(self, text: str, gaps: list[Gap], idle: set[int]) -> None:
        """Log the gaps; `idle` are the spaces that stayed at first and went with the width of their neighbour."""
        for start, end, stays in gaps:
            if stays and (space_at := text.find(" ", start, end)) in idle:
                idle.discard(space_at)
                stays = False
            self._log_gap(start, end, stays)
        for at in idle:
            self._log_gap(at, at + 1, False)

    def _log_gap(self, start: int, end: int, stays: bool) -> None:
        printed = self.printed[start:end]
        after = " " if stays else ""
        if not printed.strip(fold.INVISIBLE + "\u200c\u200d"):
            rule = "invisible"
        elif start == 0 or end == len(self.printed):
            rule = "space-edge"
        elif space.BREAKS.search(printed):
            rule = "line-join"
        else:
            rule = "space-run" if stays else "space-in-chinese"
        self._log(start, end, rule, after)

    def _log(self, start: int, end: int, rule: str, after: str) -> None:
        if self.view.whole:
            start, end = start + self.view.first, end + self.view.first
            self.edits.append(Edit(Span(self.source, start, end), rule, self.visible[start:end], after))
            return
        for origin, stop, _ in self.view.origins(start, end):
            self.edits.append(Edit(Span(self.source, origin, stop), rule, self.visible[origin:stop], after))
            after = ""  # a gap around a page number: its space stands for the first part

    def _passage(self, close: str, kept: list[Range], idle: list[int]) -> Passage:
        """The close text without the gaps that its wide marks have made idle, in pieces of the capture."""
        dropped = iter([*idle, len(close) + 1])
        next_gap = next(dropped)
        parts: list[str] = []
        pieces: list[Piece] = []
        size = at = 0
        for start, end in kept:
            stop = at + end - start
            while at < stop:
                until = min(stop, next_gap)
                if until > at:
                    if self.view.whole:
                        origin = self.view.first + start
                        pieces.append(Piece(size, until - at, origin, origin + until - at))
                    else:
                        for origin, origin_end, here in self.view.origins(start, start + until - at):
                            pieces.append(Piece(size + here - start, origin_end - origin, origin, origin_end))
                    parts.append(close[at:until])
                    size += until - at
                    start += until - at
                    at = until
                if at == next_gap and at < stop:
                    at += 1
                    start += 1
                    next_gap = next(dropped)
        return Passage(self.source, "".join(parts), tuple(pieces))


def _without(text: str, gaps: list[Gap]) -> list[Range]:
    """The ranges of the text that stay once the gaps are out, but for the one space of a gap that stays."""
    kept: list[Range] = []
    at = 0
    for start, end, stays in gaps:
        if stays and end - start == 1:
            continue
        _keep(kept, at, start)
        at = end
        if stays:
            space_at = text.index(" ", start, end)
            _keep(kept, space_at, space_at + 1)
    _keep(kept, at, len(text))
    return kept


def _keep(kept: list[Range], start: int, end: int) -> None:
    if start < end:
        kept.append((start, end))


def _replaced(text: str, changed: dict[int, str]) -> str:
    if not changed:
        return text
    characters = list(text)
    for at, printed in changed.items():
        characters[at] = _PRINTED_AS[printed]
    return "".join(characters)


def _gaps_beside(text: str, changed: Iterable[int]) -> list[int]:
    """Positions of single spaces beside marks that have become full-width."""
    found = set()
    for at in changed:
        if KIND[text[at]] not in _WIDE_KINDS:
            continue
        if text[at + 1 : at + 2] == " " and KIND[text[at + 2 : at + 3]] != FOREIGN:
            found.add(at + 1)
        if text[at - 1 : at] == " " and KIND[text[at - 2 : at - 1]] != FOREIGN:
            found.add(at - 1)
    return sorted(found)


__all__ = ["FILLER", "normalise"]
