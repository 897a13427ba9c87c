"""Reading a capture: any Chinese policy text becomes documents of sections and measures, with nothing lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from ..model import DateFinding, Document, Parsed, Passage, Problem, Role, Source
from ..text.normalise import normalise
from . import wording
from .brackets import closing_brackets
from .contents import contents
from .drafts import Piece, pieces, split
from .furniture import furniture
from .heads import with_heads
from .lines import Line, lines, wrap_width
from .markup import visible
from .paragraphs import paragraphs
from .partition import Canvas
from .reading import read
from .tables import tables

__all__ = ["lines", "parse"]


def parse(source: Source) -> Parsed:
    """What a capture holds. Never raises, whatever the text; what cannot be placed is kept and reported."""
    seen = visible(source.text)
    found = lines(seen.text)
    ruled = furniture(found)
    grid = tables(found, seen.text, ruled)
    ruled.update(dict.fromkeys(grid.heads, "table-head"))
    made, edits = paragraphs(source.id, seen.text, found, ruled, wrap_width(found), grid.rows)
    made = with_heads(made, seen.titles)
    toc = contents(made)
    parts = pieces([paragraph for i, paragraph in enumerate(made) if i not in toc.indexes])
    canvas = Canvas(source.id, len(source.text))
    documents: list[Document] = []
    problems: list[Problem] = []
    if not is_press(parts):
        for draft in split(parts, toc.titles):
            document, more = read(draft, canvas, toc.groups)
            problems.extend(more)
            if document:
                documents.append(document)
    title = documents[0].title if documents else _headline(parts)
    if not documents:
        _paint_press(parts, title, canvas)
    for i in toc.indexes:
        canvas.passage(made[i].whole, "toc")
    for i, rule in ruled.items():
        role: Role = "card-label" if rule == "table-head" else "furniture"
        canvas.range(found[i].start, found[i].end, role, "" if rule == "table-head" else rule)
    for dropped in seen.dropped:
        canvas.range(dropped.start, dropped.end, "furniture", dropped.rule)
    if documents and documents[0].published is None:
        published = _published(source.id, seen.text, found, ruled)
        documents[0] = replace(documents[0], published=published)
    genre: Literal["policy", "press", "empty"] = "policy" if documents else "press" if parts else "empty"
    return Parsed(source, genre, canvas.segments(seen.text), tuple(documents), tuple(problems), edits, title)


def is_press(parts: Sequence[Piece]) -> bool:
    """Whether a text reports or explains policy and states none: news, interpretation, questions and answers."""
    titles = [piece.text.text for piece in parts[:12] if piece.kind in ("title", "bare")]
    if any(wording.INTERPRETATION.fullmatch(title) and not wording.COVERS.search(title) for title in titles[:6]):
        return True
    texts = [piece.text.text for piece in parts if piece.kind in ("text", "marker", "label")]
    questions = sum(wording.QUESTION.match(text) is not None for text in texts)
    if questions >= 3 and questions * 4 >= len(texts):
        return True
    asked = [m["first"].endswith("？") for text in texts for m in wording.ASKED.finditer(text)]
    if sum(asked) >= 2 and sum(asked) * 2 >= len(asked):
        return True
    reports = sum(len(wording.JOURNALISM.findall(text)) for text in texts[:200])
    official = any(piece.kind in ("number", "salutation") for piece in parts) or any(
        closing_brackets(piece.text).insides or wording.HANDED.search(piece.text.text)
        for piece in parts
        if piece.kind in ("text", "marker")
    )
    return reports >= 2 and not official


def _headline(parts: Sequence[Piece]) -> Passage | None:
    return next(
        (piece.text for piece in parts if len(piece.text.text) >= 6 and piece.kind in ("title", "bare", "text")), None
    )


def _paint_press(parts: Sequence[Piece], title: Passage | None, canvas: Canvas) -> None:
    for piece in parts:
        canvas.passage(piece.text, "body")
    canvas.passage(title, "title")


def _published(source: str, seen: str, found: Sequence[Line], ruled: Mapping[int, str]) -> DateFinding | None:
    """The day of publication that the frame of a web page states (发布时间：2025-10-14)."""
    for i, rule in ruled.items():
        if rule != "web-meta":
            continue
        text, _ = normalise(source, seen, [(found[i].start, found[i].end)])
        match = wording.ISO_DATE.search(text.text) or wording.DATE.search(text.text)
        if match:
            return DateFinding(wording.iso(match), text.cut(match.start(), match.end()))
    return None
