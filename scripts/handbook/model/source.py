"""Where words come from: the capture as received, a place in it, and clean text that knows its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

_AT, _START, _END = attrgetter("at"), attrgetter("start"), attrgetter("end")  # what pieces are looked up by


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a capture: characters `start` to `end` (end excluded) of the decoded text of `source`."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A capture exactly as received: its id, decoded text and the SHA-256 of its bytes."""

    id: str
    text: str
    sha256: str
    line_starts: tuple[int, ...]

    @staticmethod
    def of(id: str, text: str, sha256: str) -> Source:
        """A source with its lines counted once (a line ends with a line feed)."""
        starts = [0]
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        return Source(id, text, sha256, tuple(starts))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both counted from 1."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def quote(self, span: Span) -> str:
        """The characters of a span, as received."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of clean text, `size` characters from `at`, that stands at `start` to `end` of the source.

    Where `size == end - start` the characters correspond one to one; otherwise the run is one unit (an entity such as
    `&amp;`).
    """

    at: int
    size: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of clean text that knows which characters of the source it came from.

    Pieces are in order of `at`. Characters between pieces (a line feed between paragraphs) stand for no source character.
    """

    source: str
    text: str
    pieces: tuple[Piece, ...]

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    def locate(self, start: int = 0, end: int | None = None) -> Span:
        """The span of the source behind `text[start:end]`; an empty range gives an empty span at its place."""
        stop = len(self.text) if end is None else end
        if not self.pieces:
            return Span(self.source, 0, 0)
        if stop <= start:
            at = self._origin(min(start, len(self.text) - 1)) if self.text else self.pieces[0].start
            return Span(self.source, at, at)
        return Span(self.source, self._origin(start), self._origin(stop - 1, closing=True))

    def _origin(self, at: int, closing: bool = False) -> int:
        """Where the character `at` begins (or, closing, ends) in the source."""
        i = max(0, bisect_right(self.pieces, at, key=_AT) - 1)
        piece = self.pieces[i]
        inside = at - piece.at
        if inside >= piece.size:  # a joining character between two pieces
            if closing or i + 1 == len(self.pieces):
                return piece.end
            return self.pieces[i + 1].start
        if piece.size != piece.end - piece.start:
            return piece.end if closing else piece.start
        return piece.start + max(0, inside) + (1 if closing else 0)

    def find(self, span: Span) -> tuple[int, int] | None:
        """Where in `text` the characters of a span stand: `locate` read backwards, None unless both its ends are here.

        For passages whose pieces follow the order of the source.
        """
        if span.source != self.source or span.end <= span.start:
            return None
        first = bisect_right(self.pieces, span.start, key=_START) - 1
        last = bisect_left(self.pieces, span.end, key=_END)
        if first < 0 or last >= len(self.pieces):
            return None
        head, tail = self.pieces[first], self.pieces[last]
        start, end = span.start - head.start, span.end - tail.start
        if head.size != head.end - head.start and start:
            return None
        if tail.size != tail.end - tail.start:
            end = tail.size if span.end == tail.end else 0
        if start >= head.size or end <= 0 or head.at + start >= tail.at + end:
            return None
        return head.at + start, tail.at + end

    def cut(self, start: int, end: int | None = None) -> Passage:
        """The part `text[start:end]`, still knowing its origin."""
        stop = len(self.text) if end is None else min(end, len(self.text))
        if stop <= start:
            return Passage(self.source, "", ())
        kept = []
        i = max(0, bisect_right(self.pieces, start, key=_AT) - 1)
        while i < len(self.pieces) and self.pieces[i].at < stop:
            piece = self.pieces[i]
            i += 1
            left, right = max(start, piece.at), min(stop, piece.at + piece.size)
            if left >= right:
                continue
            if piece.size == piece.end - piece.start:
                begin = piece.start + left - piece.at
                kept.append(Piece(left - start, right - left, begin, begin + right - left))
            else:
                kept.append(Piece(left - start, right - left, piece.start, piece.end))
        return Passage(self.source, self.text[start:stop], tuple(kept))

    def strip(self, chars: str = " \n\t") -> Passage:
        """The passage without the given characters at both ends."""
        left = len(self.text) - len(self.text.lstrip(chars))
        right = len(self.text.rstrip(chars))
        return self if left == 0 and right == len(self.text) else self.cut(left, max(left, right))

    @staticmethod
    def join(passages: Iterable[Passage], between: str = "") -> Passage:
        """Passages of one source in reading order, with a joining string that stands for no source character."""
        texts: list[str] = []
        pieces: list[Piece] = []
        source, at = "", 0
        for passage in passages:
            if not passage.text:
                continue
            if texts:
                texts.append(between)
                at += len(between)
            source = passage.source
            texts.append(passage.text)
            pieces.extend(Piece(piece.at + at, piece.size, piece.start, piece.end) for piece in passage.pieces)
            at += len(passage.text)
        return Passage(source, "".join(texts), tuple(pieces))
