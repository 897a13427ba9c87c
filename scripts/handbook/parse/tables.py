"""Tables of policies flattened to lines: a head row of known labels, then one row a measure, cells set apart by tabs or bars."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .labels import Label, family_of
from .lines import UNSEEN, Line
from .markers import marker_at

COLUMNS = 3  # a table of policies has at least these
CELL = re.compile(r"[^\t|]+")
DIVIDER = re.compile(r"[|\s:：\-—]{5,}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row under its column; `start` and `end` enclose its characters in the capture."""

    column: Label
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of policies."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows by the index of their line, and the lines that hold the heads and the rules between rows."""

    rows: dict[int, Row]
    heads: frozenset[int]


def tables(found: Sequence[Line], visible: str, ruled: Mapping[int, str]) -> Tables:
    """The tables of a capture whose head row names at least two fields of a policy."""
    rows: dict[int, Row] = {}
    heads: set[int] = set()
    columns: list[Label] = []
    for i, line in enumerate(found):
        marker = marker_at(line.plain)
        if marker and not marker.item and i not in rows and not columns:
            break  # a table inside a numbered text is part of that text
        if i in ruled and columns == []:
            continue
        spans = _cells(line, visible)
        head = _head(spans, visible)
        if head:
            columns = head
            heads.add(i)
        elif columns and DIVIDER.fullmatch(visible, line.start, line.end):
            heads.add(i)
        elif columns and len(spans) == len(columns):
            rows[i] = Row(tuple(Cell(column, *span) for column, span in zip(columns, spans, strict=True)))
        elif len(spans) < 2:
            columns = []
    used = {i for i in heads if any(i + step in rows for step in (1, 2))}
    return Tables(rows, frozenset(used | {i for i in heads if i - 1 in used}))


def _cells(line: Line, visible: str) -> list[tuple[int, int]]:
    """The cells of a line with their edges trimmed; an empty cell of a tabbed line keeps its place."""
    raw = visible[line.start : line.end]
    if "\t" in raw:
        spans, at = [], line.start
        for part in raw.split("\t"):
            spans.append(_trim(visible, at, at + len(part)))
            at += len(part) + 1
        return spans
    if raw.startswith("|") and raw.count("|") > COLUMNS:
        return [_trim(visible, m.start(), m.end()) for m in CELL.finditer(visible, line.start, line.end)]
    return []


def _trim(visible: str, start: int, end: int) -> tuple[int, int]:
    text = visible[start:end]
    return start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))


def _head(spans: Sequence[tuple[int, int]], visible: str) -> list[Label]:
    """The columns of a head row: short cells, two or more of them known labels of which one says what is given."""
    if len(spans) < COLUMNS:
        return []
    columns = []
    for start, end in spans:
        name = UNSEEN.sub("", visible[start:end])
        if not name or len(name) > 12:
            return []
        columns.append(Label(name, family_of(name) or "other", start, end))
    families = {column.family for column in columns}
    return columns if len(families) >= 3 and families & {"content", "name"} else []
