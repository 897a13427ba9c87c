"""What the characters of the captures become, each at its place, so that every cut of a text says it alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..model import Passage, Piece

Convert = Callable[[str], str]


class Prints:
    """Passages in another script: the same pieces, and the same form of a character wherever it is quoted.

    A word is read in the longest passage that holds it: 发 of the amount 发放3万元 is the one of its paragraph.
    `convert` gives the form of a text of the same length; `kept` are the sources whose passages stay as they are.
    """

    def __init__(self, passages: Iterable[Passage], convert: Convert, kept: frozenset[str]) -> None:
        self._convert = convert
        self._kept = kept
        self._sheets: dict[str, _Sheet] = {}
        for passage in sorted(passages, key=lambda one: -len(one.text)):
            if passage.source not in kept and passage.pieces:
                self._take(passage)

    def _take(self, passage: Passage) -> None:
        """Remember what the characters of a passage become, but for those that a longer one holds."""
        sheet = self._sheets.setdefault(passage.source, _Sheet())
        pieces = [piece for piece in passage.pieces if _is_even(piece) and not sheet.holds(piece)]
        if pieces:
            converted = self._convert(passage.text)
            for piece in pieces:
                end = piece.at + piece.size
                sheet.put(piece.start, passage.text[piece.at : end], converted[piece.at : end])

    def of(self, passage: Passage) -> Passage:
        """A passage in the other script."""
        if passage.source in self._kept or not passage.text:
            return passage
        sheet = self._sheets.get(passage.source)
        if sheet is None:
            return Passage(passage.source, self._convert(passage.text), passage.pieces)
        parts: list[str] = []
        done = 0
        for piece in passage.pieces:
            end = piece.at + piece.size
            text = passage.text[piece.at : end]
            parts.append(passage.text[done : piece.at])
            parts.append((sheet.read(piece.start, text) if _is_even(piece) else "") or self._convert(text))
            done = end
        parts.append(passage.text[done:])
        return Passage(passage.source, "".join(parts), passage.pieces)


class _Sheet:
    """The characters of one capture that passages hold, as printed and as converted, by their places."""

    def __init__(self) -> None:
        self._printed: list[str] = []
        self._made: list[str] = []

    def holds(self, piece: Piece) -> bool:
        return len(self._printed) >= piece.end and all(self._printed[piece.start : piece.end])

    def put(self, start: int, printed: str, made: str) -> None:
        missing = start + len(printed) - len(self._printed)
        if missing > 0:
            self._printed += [""] * missing
            self._made += [""] * missing
        for at, (char, form) in enumerate(zip(printed, made, strict=True), start):
            if not self._printed[at]:
                self._printed[at], self._made[at] = char, form

    def read(self, start: int, text: str) -> str:
        """The form of a text that stands here; empty where other words do."""
        end = start + len(text)
        return "".join(self._made[start:end]) if "".join(self._printed[start:end]) == text else ""


def _is_even(piece: Piece) -> bool:
    """Whether the characters of a piece stand for those of the source one by one."""
    return piece.size == piece.end - piece.start
