"""The clause of a text around the words that matter, so that a reader sees how they are meant."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Passage

SENTENCE_ENDS = "。；\n"
MARKS = SENTENCE_ENDS + "，："
CUT = "…"
LOOSE = "，、；：。（《“ "  # not left at a cut
LEAD = 3  # a third of what is left of the length stands before the words


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A clause as printed, with the place of the words in it."""

    text: str
    start: int
    end: int


def excerpt(text: Passage, words: Passage, length: int) -> Excerpt | None:
    """From the mark before the words to the end of their sentence, at most `length` characters; None if they are elsewhere."""
    found = text.find(words.locate())
    if not found:
        return None
    start = max(text.text.rfind(mark, 0, found[0]) for mark in MARKS) + 1
    ends = (text.text.find(mark, found[1]) for mark in SENTENCE_ENDS)
    clause = text.text[start : min((end for end in ends if end >= 0), default=None)]
    return _fitted(Excerpt(clause, found[0] - start, found[1] - start), length)


def _fitted(whole: Excerpt, length: int) -> Excerpt:
    """As much of a clause as fits, the words always."""
    text, before = whole.text, ""
    if len(text) <= length:
        return whole
    if whole.end >= length:
        skipped = whole.start - max(0, length - (whole.end - whole.start)) // LEAD
        text, before = text[skipped:], CUT
        whole = Excerpt(whole.text, whole.start - skipped + 1, whole.end - skipped + 1)
    kept = (before + text)[: max(length - 1, whole.end)]
    after = CUT if len(before + text) > len(kept) else ""
    return Excerpt(_trimmed(kept, whole.end) + after, whole.start, whole.end)


def _trimmed(text: str, least: int) -> str:
    return text[:least] + text[least:].rstrip(LOOSE)
