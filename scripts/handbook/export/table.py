"""Tables of the open data: a column says once what it holds, and every format reads its cells from there.

A cell is text, a number, a day, a yes or no, or None where the text does not say. Text is the same in every format:
lines end with a line feed, characters that XML cannot hold become U+FFFD, and nothing can be taken for a formula.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, Literal, TypeVar

Cell = str | bool | int | Decimal | date | None
Type = Literal["string", "integer", "number", "boolean", "date"]
Row = TypeVar("Row")

# =1+1, +1, -1, @SUM(A1), ＝1+1: what a spreadsheet may take for a formula, also after quotes and white space
FORMULA = re.compile("['\"\\s\ufeff]*[=+\\-@\t\r＝＋－＠]")
# what XML cannot hold: control characters but tab and line feed, halves of surrogate pairs, two non-characters
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
LINE_END = re.compile("\r\n?")
GUARD = "'"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its name in the files, its title and meaning in Chinese, its type, and where its cells come from.

    `choices` are the only values it takes, where there are few; `needed` says that no cell is empty.
    """

    name: str
    title: str
    type: Type
    description: str
    read: Callable[[Row], Cell]
    choices: tuple[str, ...] = ()
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as the formats see it: all but the reading."""

    name: str
    title: str
    type: Type
    description: str
    choices: tuple[str, ...]
    needed: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its name in the files: `key` are the columns that name a row, `links` (column, table, column) lead on."""

    name: str
    title: str
    description: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...] = ()


def headings(columns: Iterable[Column[Row]]) -> tuple[Heading, ...]:
    return tuple(Heading(c.name, c.title, c.type, c.description, c.choices, c.needed) for c in columns)


def cells(columns: tuple[Column[Row], ...], rows: Iterable[Row]) -> tuple[tuple[Cell, ...], ...]:
    """The cells of all rows, each fit for every format."""
    return tuple(tuple(_fit(column.read(row)) for column in columns) for row in rows)


def printable(text: str) -> str:
    """Text that every format can hold."""
    if text.isprintable():  # true of nearly all cells, and ten times as fast
        return text
    return UNPRINTABLE.sub("\ufffd", LINE_END.sub("\n", text))


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe stands before one that looks so."""
    return GUARD + text if FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text behind `guarded`."""
    return text[1:] if text[:1] == GUARD and FORMULA.match(text, 1) else text


def _fit(cell: Cell) -> Cell:
    return (guarded(printable(cell)) or None) if isinstance(cell, str) else cell
