"""The clause of a text around the words that matter, so that a reader sees how they are meant."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Passage
from .wording import LOOSE

SENTENCE_ENDS = "。；\n"
MARKS = SENTENCE_ENDS + "，："
CUT = "…"
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
    if len(whole.text) <= length:
        return whole
    if whole.end >= length:
        whole = _from_later(whole, length)
    kept = whole.text[: max(length - 1, whole.end)]
    if len(kept) == len(whole.text):
        return whole
    return Excerpt(kept[: whole.end] + kept[whole.end :].rstrip(LOOSE) + CUT, whole.start, whole.end)


def _from_later(whole: Excerpt, length: int) -> Excerpt:
    """A clause without its beginning, so that its words come within the length."""
    skipped = whole.start - max(0, length - (whole.end - whole.start)) // LEAD
    lead = whole.text[skipped : whole.start].lstrip(LOOSE)
    start = len(CUT) + len(lead)
    return Excerpt(CUT + lead + whole.text[whole.start :], start, start + whole.end - whole.start)
