"""The partition of a capture: every character gets one role, painted from the coarse to the fine."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Passage, Role, Segment, Span

SEEN = re.compile(r"[^\s\u200b-\u200d\u2060\ufeff\u00ad]")
RUN = re.compile(rb"(.)\1*", re.DOTALL)


class Canvas:
    """The characters of a capture while their roles are painted; later paint covers earlier."""

    def __init__(self, source: str, size: int) -> None:
        self.source = source
        self.roles: list[tuple[Role, str]] = [("blank", "")]
        self.codes: dict[tuple[Role, str], int] = {("blank", ""): 0}
        self.paint = bytearray(size)
        self.cuts: set[int] = set()

    def passage(self, passage: Passage | None, role: Role, rule: str = "") -> None:
        """Paint a passage from its first to its last character."""
        if passage is not None and passage.pieces:
            self.range(passage.pieces[0].start, passage.pieces[-1].end, role, rule)

    def pieces(self, passage: Passage, role: Role, rule: str = "") -> None:
        """Paint only the characters of a passage, not what stands between them."""
        for piece in passage.pieces:
            self.range(piece.start, piece.end, role, rule)

    def range(self, start: int, end: int, role: Role, rule: str = "") -> None:
        """Paint the characters from `start` to `end`."""
        key = (role, rule)
        if key not in self.codes:
            self.codes[key] = len(self.roles)
            self.roles.append(key)
        if end > start:
            self.paint[start:end] = bytes((self.codes[key],)) * (end - start)

    def cut(self, spans: Iterable[Span]) -> None:
        """Let segments begin and end where these spans do."""
        for span in spans:
            self.cuts.update((span.start, span.end))

    def segments(self, visible: str) -> tuple[Segment, ...]:
        """The runs of one role, in order, from the first character to the last. Nothing unpainted is lost: it is body."""
        for match in RUN.finditer(bytes(self.paint)):
            if match.group(1) == b"\0" and SEEN.search(visible, match.start(), match.end()):
                self.range(match.start(), match.end(), "body")
        bounds = sorted({match.end() for match in RUN.finditer(bytes(self.paint))} | {cut for cut in self.cuts if cut})
        made: list[Segment] = []
        start = 0
        for end in bounds:
            if end > start:
                role, rule = self.roles[self.paint[start]]
                made.append(Segment(Span(self.source, start, end), role, rule))
                start = end
        return tuple(made)
