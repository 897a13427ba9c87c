"""「对照原文」: a capture as received, line by line, each measure's characters under an anchor of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from ...model import SIMPLIFIED, TRADITIONAL, Capture, DocumentRecord, Segment, Source
from ...text.script import is_traditional
from .. import links
from ..shelf import Shelf
from ..words import Words
from .document import counts_of, passages_of
from .parts import Head, Link, Row, Value
from .wording import whole

_HEADINGS = ("title", "section-heading", "measure-heading", "card-label")


@dataclass(frozen=True, slots=True)
class Token:
    """A step in laying a line out: a range of characters begins or ends, or a run of characters follows.

    `kind` of a run: `plain`, `heading`, or `furniture`, whose `rule` says why the handbook leaves it out.
    """

    kind: Literal["open", "close", "plain", "heading", "furniture"]
    text: str = ""
    anchor: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class LineView:
    number: int
    anchor: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    head: Head
    facts: tuple[Row, ...]
    documents: tuple[tuple[Link, str, Link], ...]  # a document, how much is in it, where it begins here
    furniture: tuple[tuple[str, str], ...]  # rule, how often
    lines: tuple[LineView, ...]
    lang: str  # of the capture, which stays in its script in every edition
    as_of: str


@dataclass(frozen=True, slots=True)
class _Range:
    start: int
    end: int
    anchor: str


def source_view(capture: Capture, shelf: Shelf, words: Words) -> SourceView:
    card, parsed = capture.card, capture.parsed
    here = links.source(card.id)
    records = shelf.in_source(card.id)
    crumbs = (
        Link(words("nav.home"), links.link(here, links.HOME)),
        Link(words("nav.sources"), links.link(here, links.SOURCES)),
    )
    head = Head(words("source.page_title", title=card.title), words("source.description", title=card.title), crumbs)
    return SourceView(
        head=head,
        facts=_facts(capture, words),
        documents=tuple(_document(record, words, here) for record in records),
        furniture=_furniture(parsed.segments, words),
        lines=tuple(_lines(parsed.source, parsed.segments, _nested(_ranges(records)))),
        lang=(TRADITIONAL if is_traditional(parsed.source.text) else SIMPLIFIED).code,
        as_of=words("page.as_of", day=shelf.library.as_of.isoformat()),
    )


def _facts(capture: Capture, words: Words) -> tuple[Row, ...]:
    card = capture.card
    address = links.outside(card.url)
    url = Value(card.url or "", address) if address else Value(words("source.no_url"))
    size = words("source.size", lines=len(capture.parsed.source.line_starts), chars=len(capture.parsed.source.text))
    notes = tuple(Value(note) for note in card.notes)
    rows = (
        Row("issuer", words("source.issuer"), (Value(card.issuer),)),
        Row("url", words("source.url"), (url,)),
        Row("obtained", words("source.obtained"), (Value(card.obtained),)),
        Row("captured", words("source.captured"), (Value(card.captured.isoformat()),)),
        Row("sha256", words("source.sha256"), (Value(card.sha256),)),
        Row("size", words("source.length"), (Value(size),)),
    )
    return (*rows, Row("notes", words("source.notes"), notes)) if notes else rows


def _document(record: DocumentRecord, words: Words, here: str) -> tuple[Link, str, Link]:
    title = Link(whole(record.document.title) or record.short_title, links.link(here, links.document(record.id)))
    there = Link(words("source.begins"), links.link(here, here, links.measure_anchor(record.id)))
    return title, counts_of(record, words), there


def _furniture(segments: Iterable[Segment], words: Words) -> tuple[tuple[str, str], ...]:
    counts = Counter(segment.rule for segment in segments if segment.role == "furniture")
    return tuple((rule, words("source.times", count=count)) for rule, count in sorted(counts.items()))


def _ranges(records: Iterable[DocumentRecord]) -> Iterator[_Range]:
    for record in records:
        begin = record.document.span.start
        yield _Range(begin, begin, links.measure_anchor(record.id))
        for measure in record.measures:
            span = measure.measure.span
            yield _Range(span.start, span.end, links.measure_anchor(measure.id))
        spans = {passage.locate() for passage in passages_of(record.document)}
        for span in sorted(spans, key=lambda span: (span.start, span.end)):
            yield _Range(span.start, span.end, links.span_anchor(span.start, span.end))


def _nested(ranges: Iterable[_Range]) -> list[_Range]:
    """The ranges in order, each inside the one that holds its beginning: what sticks out is cut off."""
    nested: list[_Range] = []
    around: list[_Range] = []
    for one in sorted(ranges, key=lambda one: (one.start, -one.end)):
        while around and around[-1].end <= one.start:
            around.pop()
        if around and one.end > around[-1].end:
            one = replace(one, end=around[-1].end)
        nested.append(one)
        if one.end > one.start:
            around.append(one)
    return nested


def _lines(source: Source, segments: tuple[Segment, ...], ranges: list[_Range]) -> Iterator[LineView]:
    """Every line of the capture, cut where a range or a segment begins or ends."""
    opening: dict[int, list[_Range]] = {}
    closing: Counter[int] = Counter()
    for one in ranges:
        opening.setdefault(one.start, []).append(one)
        closing[one.end] += one.end > one.start
    cuts = {0, len(source.text), *opening, *closing, *(segment.span.start for segment in segments)}
    marks = sorted(cut for cut in cuts if 0 <= cut <= len(source.text))
    starts = [segment.span.start for segment in segments]
    ends = (*source.line_starts[1:], len(source.text))
    at = 0
    for number, (start, end) in enumerate(zip(source.line_starts, ends, strict=True), 1):
        tokens: list[Token] = []
        last = end == len(source.text) and number == len(ends)
        while at < len(marks) and (marks[at] < end or last):
            tokens += _run(source, segments, starts, start, marks[at])
            tokens += _edges(marks[at], opening, closing)
            start = marks[at]
            at += 1
        tokens += _run(source, segments, starts, start, end)
        yield LineView(number, links.line_anchor(number), tuple(tokens))


def _run(source: Source, segments: tuple[Segment, ...], starts: list[int], start: int, stop: int) -> list[Token]:
    """The characters from one cut to the next, without the line feed that ends the line."""
    text = source.text[start:stop].rstrip("\n")
    if not text:
        return []
    index = bisect_right(starts, start) - 1
    segment = segments[index] if index >= 0 else None
    if segment and segment.role == "furniture":
        return [Token("furniture", text, rule=segment.rule)]
    return [Token("heading" if segment and segment.role in _HEADINGS else "plain", text)]


def _edges(at: int, opening: dict[int, list[_Range]], closing: Counter[int]) -> list[Token]:
    """What begins and ends at a place: first the ends, then the beginnings, the widest first."""
    tokens = [Token("close")] * closing[at]
    for one in opening.get(at, ()):
        tokens.append(Token("open", anchor=one.anchor))
        if one.end == one.start:
            tokens.append(Token("close"))
    return tokens
