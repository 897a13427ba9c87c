"""The handbook as one value: what the sources are, what they hold, and what could not be placed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from .document import Document, Measure, Parsed
from .links import AgencyIndex, Coinage, DeclaredTerm, Group, Link, PressReport, RelatedMeasures, TermEntry
from .problem import Problem


@dataclass(frozen=True, slots=True)
class Erratum:
    """A misprint of a capture: `printed` stands in the text and stays there, `reading` is what it should say, and why.

    `recorded` is the day on which somebody noted it, None for the day of the capture. `received` is what is printed in
    the script of the capture, by which it is found there in every edition; empty where that is `printed` itself.
    """

    printed: str
    reading: str
    why: str
    recorded: date | None = None
    received: str = ""


@dataclass(frozen=True, slots=True)
class Repeal:
    """That a document is repealed: the first day on which it holds no more (ISO 8601), and what says so."""

    date: str
    by: str


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """What people know about one document of a collection; `title` names it, the rest overrides what was inferred."""

    title: str
    id: str
    region: str = ""
    issuers: tuple[str, ...] = ()
    repealed: Repeal | None = None


@dataclass(frozen=True, slots=True)
class SourceCard:
    """`source.yml`: where a capture is from and how it may be used."""

    id: str
    title: str
    issuer: str
    region: str
    url: str | None
    obtained: str
    captured: date
    sha256: str
    rights: Literal["official", "press"]
    outlet: str = ""
    reports: tuple[str, ...] = ()  # ids of the documents that a press source reports
    documents: tuple[DocumentCard, ...] = ()
    repealed: Repeal | None = None  # of all its documents
    errata: tuple[Erratum, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Capture:
    """A source with what people say of it and what the parser made of it."""

    card: SourceCard
    parsed: Parsed


Status = Literal[
    "尚未施行", "现行有效", "即将到期", "已失效", "已废止", "长期有效", "有效期未载明", "期限不明确", "待核实",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a document or measure is in force on the day of the library, and the dates that decide it.

    `starts` and `ends` are ISO 8601 as exact as printed (an end means its last day, which still counts), None where the
    text names none; `open_end` is `long-term` (长期), `event` (疫情结束) or empty. Before a known repeal takes effect,
    `ends` is no later than the day before it.
    """

    status: Status = "有效期未载明"
    starts: str | None = None
    ends: str | None = None
    open_end: Literal["", "long-term", "event"] = ""
    repealed: Repeal | None = None


@dataclass(frozen=True, slots=True)
class MeasureRecord:
    """A measure in the handbook: its published id (`<document>/<nn>`), and whether it is in force."""

    id: str
    measure: Measure
    standing: Standing = field(default_factory=Standing)


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document in the handbook: its published id, region and measures with their ids."""

    id: str
    short_title: str
    region: str
    document: Document
    measures: tuple[MeasureRecord, ...]
    card: SourceCard
    standing: Standing = field(default_factory=Standing)
    repealed: Repeal | None = None


@dataclass(frozen=True, slots=True)
class Retired:
    """An id that is no longer used: where its content is now (`to`, empty for a tombstone), since when and why.

    The id of a document stands for all its measures. `title` says what was there.
    """

    id: str
    to: str
    date: date
    why: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """All documents of the handbook on one day, in the order of their ids."""

    as_of: date
    captures: tuple[Capture, ...]
    documents: tuple[DocumentRecord, ...]
    problems: tuple[Problem, ...]
    agencies: tuple[AgencyIndex, ...] = ()  # by id
    topics: tuple[Group, ...] = ()  # in the order of the vocabulary, like the types
    enterprise_types: tuple[Group, ...] = ()
    links: tuple[Link, ...] = ()
    reports: tuple[PressReport, ...] = ()
    terms: tuple[TermEntry, ...] = ()  # by pinyin, those without a use too
    declared: tuple[DeclaredTerm, ...] = ()  # in the order of the texts
    coinages: tuple[Coinage, ...] = ()  # the most frequent first
    retired: tuple[Retired, ...] = ()  # in the order of their file
    related: tuple[RelatedMeasures, ...] = ()  # in the order of the measures, those without a relation left out
