"""What hangs together across the handbook: who is responsible for what, who points to whom, what the press reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .finding import Contradiction, Instrument
from .source import Passage, Span
from .vocabulary import GlossaryTerm


@dataclass(frozen=True, slots=True)
class AgencyIndex:
    """An agency and the ids of its measures, in the order of the library; it leads `leads` and takes part in `others`.

    `kind` is known (of the vocabulary), unknown (id made from pinyin, name as printed) or collective (各区人民政府).
    """

    id: str
    name: str
    region: str
    kind: Literal["known", "unknown", "collective"]
    leads: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A topic or enterprise type of the vocabulary with the ids of its measures, in the order of the library."""

    id: str
    name: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One id of the handbook points to another: `origin` is a document, measure or press source.

    `reference` (the text names it), `basis` (a card or document carries it out) or `report` (the press tells of it).
    `span` is where the origin says so.
    """

    origin: str
    target: str
    kind: Literal["reference", "basis", "report"]
    span: Span


@dataclass(frozen=True, slots=True)
class Related:
    """A measure of another document on the same subject, and what the two share: ids of topics and terms, instruments.

    `level`: the other's region is above (省 for a 市) or below this one's, or neither. `carries`: this one's card or
    document says that it carries the other's document out, or the other way round, or neither says so.
    """

    id: str
    topics: tuple[str, ...]
    terms: tuple[str, ...]
    instruments: tuple[Instrument, ...]
    level: Literal["above", "below", ""] = ""
    carries: Literal["out", "by", ""] = ""


@dataclass(frozen=True, slots=True)
class RelatedMeasures:
    """A measure with those of other documents that are nearest to it, the nearest first."""

    measure: str
    others: tuple[Related, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of a press article and the measures it reports; its words stay in the capture.

    `contradictions` holds figures that the measures do not bear out: `one` is the figure in the article (at most
    100 characters over the whole article, empty beyond that), `other` the figure in the measure.
    """

    span: Span
    measures: tuple[str, ...]
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class PressReport:
    """What a press source says of the documents it reports, in the order of its text."""

    source: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class TermUse:
    """Where a text first uses a term: `place` is the id of a measure, or of a document for its words around them."""

    place: str
    words: Passage


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term of the glossary with its pinyin initial (A to Z, `#` for figures and signs) and its uses, in reading order.

    `pinyin` is what the index is sorted by. A place holds a term at most once.
    """

    term: GlossaryTerm
    initial: str
    pinyin: str
    uses: tuple[TermUse, ...] = ()


@dataclass(frozen=True, slots=True)
class DeclaredTerm:
    """A word that a text gives its own meaning, which holds in that document only.

    `rule`: `short` (《…措施》（以下简称《措施》）), `called` (本办法所称企业，是指…), `means` (留抵税额，是指…). `meaning` is the full
    name or the definition as printed, empty where the text gives it elsewhere; `words` is all of the declaration.
    """

    document: str
    place: str
    name: Passage
    meaning: Passage
    words: Passage
    rule: Literal["short", "called", "means"]


@dataclass(frozen=True, slots=True)
class Coinage:
    """Words in quotation marks that neither the glossary nor its list of words left out knows, with all their places."""

    text: str
    places: tuple[Span, ...]
