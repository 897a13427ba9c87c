"""Official wording on a page: paragraphs, the words that facts point to, and the link to its place in the capture."""

from __future__ import annotations

import re

from ...model import Measure, Passage, Span
from .. import links
from ..shelf import Shelf
from ..words import Words
from .parts import Bit, Link, Paragraph, Quote, Run, TermLink, Value

LABEL_LENGTH = 24  # characters of the text that stand for a heading that the print has not
DESCRIPTION_LENGTH = 80
OPENING_LENGTH = 40
SENTENCE_END = re.compile(r"(?<=[。；！？])")
LOOSE = "，、；：。（《“ 0123456789０１２３４５６７８９.．%％"  # not left at a cut: half of 100万元 is another sum
HAN_NUMERALS = frozenset("〇零一二三四五六七八九十百")


def quote(passage: Passage, place: Link | None) -> Quote:
    """A passage in paragraphs, with the link to its place."""
    return Quote(paragraphs(passage.text), place)


def paragraphs(
    text: str,
    marks: tuple[tuple[int, int, str], ...] = (),
    terms: tuple[tuple[int, int, TermLink], ...] = (),
) -> tuple[Paragraph, ...]:
    """A text in paragraphs; `marks` (start, end, anchor) are places that facts point to, `terms` open definitions.

    Both are in order and do not overlap among themselves; a term that crosses the end of a mark is left plain.
    """
    found: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line:
            found.append(Paragraph(_runs(text, start, end, marks, terms)))
        start = end + 1
    return tuple(found)


def _runs(
    text: str,
    start: int,
    end: int,
    marks: tuple[tuple[int, int, str], ...],
    terms: tuple[tuple[int, int, TermLink], ...],
) -> tuple[Run, ...]:
    runs: list[Run] = []
    at = start
    for left, right, anchor in marks:
        if left < at or right > end:
            continue
        if left > at:
            runs.append(Run(_bits(text, at, left, terms)))
        runs.append(Run(_bits(text, left, right, terms), anchor))
        at = right
    if at < end:
        runs.append(Run(_bits(text, at, end, terms)))
    return tuple(runs)


def _bits(text: str, start: int, end: int, terms: tuple[tuple[int, int, TermLink], ...]) -> tuple[Bit, ...]:
    bits: list[Bit] = []
    at = start
    for left, right, term in terms:
        if left < at or right > end:
            continue
        if left > at:
            bits.append(Bit(text[at:left]))
        bits.append(Bit(text[left:right], term))
        at = right
    if at < end:
        bits.append(Bit(text[at:end]))
    return tuple(bits)


def whole(passage: Passage | None) -> str:
    """The words of a passage in one line; empty where there is none."""
    return " ".join(passage.text.split()) if passage else ""


def shortened(text: str, length: int) -> str:
    """The beginning of a text, with an ellipsis where it was cut."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip(LOOSE) + "…"


def opening(measure: Measure) -> str:
    """The first sentence of a measure as printed, cut where it is long: what it is about where it gives nothing."""
    text = measure.text.text or next((field.value.text for field in measure.fields if field.value), "")
    return shortened(SENTENCE_END.split(" ".join(text.split()), maxsplit=1)[0], OPENING_LENGTH)


def numbered(number: str, title: str) -> str:
    """A heading in one line; a bare number is set off as prints do it: 一、 before Chinese, else by a space."""
    if not number or not title or not number[-1].isalnum():
        return number + title
    return f"{number}{'、' if set(number) <= HAN_NUMERALS else ' '}{title}"


def name_of(measure: Measure) -> str:
    """What a measure is called: its title, or the beginning of its text where it has none."""
    if measure.title:
        return whole(measure.title)
    text = measure.text.text or " ".join(field.value.text for field in measure.fields)
    return shortened(text, LABEL_LENGTH)


def heading_of(measure: Measure) -> str:
    return numbered(measure.number, name_of(measure))


def region_link(shelf: Shelf, id: str, here: str) -> Link | None:
    """The link to a region's page; None where the handbook holds no document of it."""
    return Link(shelf.region_name(id), links.link(here, links.region(id))) if shelf.has_region_page(id) else None


def levels_above(shelf: Shelf, id: str, here: str, words: Words) -> tuple[Value, ...]:
    """The regions above one, the highest first; one of which the handbook holds no document is marked so."""
    above = ((shelf.region_name(one), region_link(shelf, one, here)) for one in shelf.above(id))
    return tuple(
        Value(name, link.url) if link else Value(name, None, words("region.nothing_held")) for name, link in above
    )


def lines_link(shelf: Shelf, words: Words, here: str, span: Span, anchor: str = "") -> Link | None:
    """The link to a place on the page of its capture: to its lines, or to the anchor of its characters there."""
    if not shelf.has_text_page(span.source):
        return None
    first, last = shelf.lines(span)
    text = words("source.line", line=first) if first == last else words("source.lines", first=first, last=last)
    return Link(text, links.link(here, links.source(span.source), anchor or links.line_anchor(first)))


def passage_link(shelf: Shelf, words: Words, here: str, passage: Passage) -> Link | None:
    """The link to the characters of a passage on the page of its capture."""
    span = passage.locate()
    return lines_link(shelf, words, here, span, links.span_anchor(span.start, span.end))
