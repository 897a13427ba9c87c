"""What a printed book is made of: values that the template lays out, all of them text, none of them markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where something leads on paper: to its `label` in a book that holds it, else to the site by its short address."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a row: what it says, a word of the editors beside it, whether it is official wording."""

    text: str
    remark: str = ""
    official: bool = False
    to: Pointer | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled row of facts; without values the book prints that the text does not say."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Gain:
    """One clause of support; words that it does not say are empty."""

    who: str
    way: str
    amounts: tuple[Value, ...]
    condition: str


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled field of a policy card, as printed."""

    label: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """Whether something is in force: a word, its shape by `name`, its dates, and the day for which this is true."""

    name: str
    word: str
    dates: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Block:
    """A measure as it stands in a book."""

    label: str
    heading: str
    remarks: tuple[str, ...]
    status: Status
    summary: str
    gains: tuple[Gain, ...]
    facts: tuple[Row, ...]
    fields: tuple[Field, ...]
    text: tuple[str, ...]
    brackets: tuple[str, ...]
    from_section: bool
    notes: tuple[str, ...]
    related: tuple[Value, ...]
    page: Pointer
    kind: Literal["measure"] = "measure"


@dataclass(frozen=True, slots=True)
class Group:
    """The heading of a section inside a chapter, `depth` sections below it, with its agency brackets and introduction."""

    heading: str
    depth: int
    remarks: tuple[str, ...]
    brackets: tuple[str, ...]
    text: tuple[str, ...]
    kind: Literal["group"] = "group"


@dataclass(frozen=True, slots=True)
class Passage:
    """Official words outside of the measures: a preamble, a covering notice, closing words."""

    heading: str
    text: tuple[str, ...]
    kind: Literal["passage"] = "passage"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter; `short` stands in the running head."""

    label: str
    title: str
    short: str
    official: bool
    status: Status | None
    remarks: tuple[str, ...]
    facts: tuple[Row, ...]
    parts: tuple[Block | Group | Passage, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of an index: a name and the labels whose pages it prints, those that it leads first."""

    name: str
    leads: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary with the editors' definition; `missing` says what nobody could vouch for."""

    name: str
    definition: str
    missing: str
    basis: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A measure that the book leaves out, and why."""

    heading: str
    document: str
    status: Status
    address: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A row of a 明白卡; words not printed are empty."""

    label: str
    title: str
    place: str
    gain: str
    official: bool
    condition: str
    agency: str
    status: Status
    until: str


@dataclass(frozen=True, slots=True)
class Card:
    """The 明白卡 of an enterprise type in a place: one sheet of paper, with as many offers as fit."""

    label: str
    title: str
    lead: str
    definition: str
    standard: str
    counts: str
    offers: tuple[Offer, ...]
    empty: str
    also: tuple[str, ...]
    page: Pointer
    disclaimer: str


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover and the metadata say."""

    title: str
    subtitle: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Faces:
    """The families in which a book is set: `serif` for official wording, `sans` for the editors' words."""

    serif: str
    sans: str


@dataclass(frozen=True, slots=True)
class Book:
    """A book: what is between its covers, the words it prints and the faces it is set in.

    `codes` are QR codes as SVG, by the label of what they lead to; without one only the address is printed.
    """

    edition: str
    region: str
    faces: Faces
    day: tuple[int, int, int]
    as_of: str
    cover: Cover
    words: dict[str, str]
    how: tuple[str, ...]
    card: Card | None
    chapters: tuple[Chapter, ...]
    terms: tuple[Term, ...]
    agencies: tuple[Entry, ...]
    types: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]
    disclaimer: tuple[str, ...]
    errata: Pointer
    home: Pointer
    codes: dict[str, str]


@dataclass(frozen=True, slots=True)
class CardBook:
    """All cards of an edition, a page each, in order."""

    edition: str
    region: str
    faces: Faces
    day: tuple[int, int, int]
    as_of: str
    title: str
    words: dict[str, str]
    cards: tuple[Card, ...]
    codes: dict[str, str]
