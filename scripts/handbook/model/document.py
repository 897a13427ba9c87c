"""What a capture holds: documents of sections and measures, and the partition of its characters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .finding import Findings, Reference, Stacking
from .problem import Problem
from .source import Passage, Source, Span

Role = Literal[
    "title", "issuer", "document-number", "date", "salutation", "preamble", "section-heading", "measure-heading", "body",
    "agencies", "card-label", "card-value", "closing", "signature", "toc", "furniture", "blank",
]  # fmt: skip
DocumentKind = Literal["measures", "plan", "opinion", "cards", "articles", "notice"]
MeasureKind = Literal["measure", "general"]


@dataclass(frozen=True, slots=True)
class Segment:
    """One run of the partition of a capture; `rule` names the reason where the role is furniture."""

    span: Span
    role: Role
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that normalising made: `before` at a place of the capture became `after`, under a named rule."""

    span: Span
    rule: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class DateFinding:
    """A date as ISO 8601, as exact as printed (`2020-07` where no day is given), with the words that say so."""

    value: str
    quote: Passage


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled field of a policy card, label and value as printed."""

    label: Passage
    value: Passage


@dataclass(frozen=True, slots=True)
class Note:
    """What the editors say about a measure (heading lost, text cut off, printed thus); `code` is stable ASCII."""

    code: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter: number and title as printed, the agencies on its heading, and what it says before its first measure."""

    number: str
    title: Passage
    span: Span
    level: int
    parent: int | None  # index into Document.sections
    brackets: tuple[Passage, ...] = ()  # the agency brackets of the heading
    intro: Passage = field(default_factory=lambda: Passage("", "", ()))
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """The lowest numbered unit that states policy on its own (举措, 条, 政策卡); `general` for goals, scope, 附则.

    `number` is as printed without white space, or inferred where the print has lost it (`number_inferred`).
    `text` is the clean body: paragraphs joined by a line feed, without heading and closing agency bracket.
    `span` runs from the marker to the end of the last agency bracket.
    """

    number: str
    title: Passage
    text: Passage
    span: Span
    kind: MeasureKind = "measure"
    section: int | None = None  # index into Document.sections
    brackets: tuple[Passage, ...] = ()  # the agency brackets, in the text or after it
    fields: tuple[Field, ...] = ()
    notes: tuple[Note, ...] = ()
    number_inferred: bool = False
    findings: Findings = field(default_factory=Findings)


@dataclass(frozen=True, slots=True)
class Document:
    """One policy document of a capture. A collection holds several."""

    title: Passage
    kind: DocumentKind
    span: Span
    sections: tuple[Section, ...]
    measures: tuple[Measure, ...]
    notice_title: Passage | None = None  # 关于印发…的通知, where the document came with one
    issuers: tuple[Passage, ...] = ()
    number: Passage | None = None
    addressees: Passage | None = None
    issued: DateFinding | None = None
    published: DateFinding | None = None
    effective: DateFinding | None = None
    expires: DateFinding | None = None
    validity: Passage | None = None  # the sentence on force and expiry
    notice: Passage | None = None  # the words of the covering notice
    preamble: Passage | None = None
    closing: Passage | None = None
    lead_rule: Passage | None = None  # 列第一位的为牵头单位，下同
    stacking: tuple[Stacking, ...] = ()  # rules on combining benefits that hold for every measure
    references: tuple[Reference, ...] = ()  # of its words around the measures
    basis: tuple[Reference, ...] = ()  # the documents that it says it carries out (根据…, 为贯彻落实…)

    def around(self) -> tuple[Passage, ...]:
        """The words outside of the measures: covering notice, preamble, introductions of chapters, closing words."""
        intros = (section.intro for section in self.sections)
        return tuple(words for words in (self.notice, self.preamble, *intros, self.closing) if words)


@dataclass(frozen=True, slots=True)
class Parsed:
    """All that reading a capture gave. `documents` is empty for a text that holds none (`genre` says what it is)."""

    source: Source
    genre: Literal["policy", "press", "empty"]
    segments: tuple[Segment, ...]
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    edits: tuple[Edit, ...]
    title: Passage | None = None  # of the capture as a whole: a collection's cover, an article's headline
