"""What holds for the reading of any text: nothing of it is lost, nothing invented, and every word knows its place."""

from __future__ import annotations

import dataclasses
import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from handbook import files
from handbook.model import Measure, Parsed, Passage, Source, Span
from handbook.text.normalise import normalise

SOURCES = Path(__file__).parents[2] / "sources"
CAPTURES = {path.parent.name: path.read_bytes() for path in sorted(SOURCES.glob("*/capture.txt"))}
LEFT_OUT = {"furniture", "blank", "toc"}
UNSEEN = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x1f\x7f-\x9f]+")
SIGNS = re.compile(r"[！？!?（）()【】〔〕\[\]。．.、：:;；|\-—•·●■◆★☆\s第章条條]")
HEAD = ("title", "issuer", "date", "signature", "document-number", "salutation")
JOINS = {
    "",
    "\n",
    " ",
    "：",
}  # what may stand between two runs of the capture: joined lines, paragraphs, cells, a label


def captured(id: str) -> Source:
    """A capture of the handbook as the files package reads it."""
    return files.source(id, CAPTURES[id])


def check(parsed: Parsed) -> None:
    """All laws for one reading."""
    check_partition(parsed)
    for passage in passages(parsed):
        check_passage(parsed.source, passage)
    kept = seen(parsed)
    for document in parsed.documents:
        ends = [Span(parsed.source.id, 0, 0), *(measure.span for measure in document.measures)]
        assert all(a.end <= b.start < b.end for a, b in pairwise(ends)), (
            "measures in order, none empty, none over another"
        )
        for measure in document.measures:
            check_measure(parsed.source, measure, kept)


def check_partition(parsed: Parsed) -> None:
    """The segments run from the first character to the last, and whatever is dropped says under which rule."""
    at = 0
    for segment in parsed.segments:
        assert segment.span.start == at < segment.span.end
        assert (segment.role == "furniture") == bool(segment.rule)
        if segment.role == "blank":
            assert not UNSEEN.sub("", parsed.source.quote(segment.span))
        at = segment.span.end
    assert at == len(parsed.source.text)


def check_passage(source: Source, passage: Passage) -> None:
    """Every run of a passage is what the capture says at its place, width and white space apart, in reading order."""
    at = past = 0
    for piece in passage.pieces:
        assert passage.text[at : piece.at] in JOINS
        printed, clean = source.text[piece.start : piece.end], passage.text[piece.at : piece.at + piece.size]
        assert 0 < piece.size == len(clean)
        assert past <= piece.start < piece.end <= len(source.text)
        if folded(printed) != folded(clean):
            assert len(printed) == len(clean)
            assert [at for at, character in enumerate(clean) if not stands(source, piece.start + at, character)] == []
        at, past = piece.at + piece.size, piece.end
    assert passage.text[at:] in JOINS


def stands(source: Source, at: int, character: str) -> bool:
    """Whether a clean character is the one printed at a place, or what the markup there stands for."""
    printed = source.text[at]
    entity = html.unescape(source.text[at : at + 12])[:1]
    blank = character.isspace() and (printed == "<" or entity.isspace())  # the border of a cell, &nbsp;
    return folded(printed) == folded(character) or folded(entity) == folded(character) or blank


def check_measure(source: Source, measure: Measure, kept: str) -> None:
    """Between two runs of a text nothing stands but white space and what was dropped; its numbers stay as they are."""
    for a, b in pairwise(measure.text.pieces):
        between = UNSEEN.sub("", kept[a.end : b.start])
        assert not between.strip("|"), between  # the bars of a table part its cells
    start = 0
    for paragraph in measure.text.text.split("\n"):
        if paragraph:
            span = measure.text.locate(start, start + len(paragraph))
            assert measure.span.start <= span.start < span.end <= measure.span.end
            assert numbers(kept[span.start : span.end]) == numbers(paragraph)
        start += len(paragraph) + 1


def seen(parsed: Parsed) -> str:
    """The capture with everything blanked that the partition leaves out."""
    text = parsed.source.text
    parts = (
        " " * (item.span.end - item.span.start) if item.role in LEFT_OUT else parsed.source.quote(item.span)
        for item in parsed.segments
    )
    joined = "".join(parts)
    assert len(joined) == len(text)
    return joined


def folded(text: str) -> str:
    """The characters themselves: no white space, invisible characters or difference of width."""
    return unicodedata.normalize("NFKC", UNSEEN.sub("", text))


def numbers(text: str) -> Counter[str]:
    """The runs of digits of a text, whatever their width and wherever lines broke inside them."""
    return Counter(re.findall(r"\d+", folded(text)))


def passages(value: object) -> Iterator[Passage]:
    """Every passage anywhere in a reading."""
    if isinstance(value, Passage):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from passages(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Source):
        for field in dataclasses.fields(value):
            yield from passages(getattr(value, field.name))


def again(text: str) -> str:
    """A clean text normalised once more, paragraph by paragraph."""
    return "\n".join(normalise("again", part, [(0, len(part))])[0].text for part in text.split("\n"))


def unsaid(parsed: Parsed) -> list[str]:
    """The words of a capture that no part of its documents holds, though no rule dropped them; marks and numbers apart."""
    covered = bytearray(len(parsed.source.text))
    for passage in passages(parsed.documents):
        for piece in passage.pieces:
            covered[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
    marked = [(m.span.start, m.number) for document in parsed.documents for m in document.measures]
    marked += [(s.span.start, s.number) for document in parsed.documents for s in document.sections]
    for start, number in marked:
        end = start + len(number) + 6
        covered[start:end] = b"\1" * (min(end, len(covered)) - start)
    found: list[str] = []
    for item in parsed.segments:
        if item.role in LEFT_OUT or item.role in HEAD:
            continue
        places = [at for at in range(item.span.start, item.span.end) if not covered[at]]
        words = UNSEEN.sub("", SIGNS.sub("", "".join(parsed.source.text[at] for at in places)))
        if words:
            found.append(words)
    return found
