"""The words the handbook knows, as read from `vocabulary/`: agencies, enterprise types, topics, regions, terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .synonyms import Synonyms


@dataclass(frozen=True, slots=True)
class Region:
    """A place with a government: `level` is nation, province, city or district; `parent` is the id of the level above.

    `forms` are the names it goes by in texts (湖北省, 湖北); the first is the full name.
    """

    id: str
    name: str
    level: Literal["nation", "province", "city", "district"]
    parent: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """An agency with its canonical name and the short forms used by the documents of its region and below."""

    id: str
    name: str
    region: str
    forms: tuple[str, ...]


# By what a type is told from others: its size, a recognition, its industry, its part (platform, park), or nothing.
TypeGroup = Literal["size", "recognition", "industry", "role", "any"]


@dataclass(frozen=True, slots=True)
class EnterpriseType:
    """A class of enterprise: what it is in our own words, the document that sets the standard, and the words for it."""

    id: str
    name: str
    definition: str
    standard: str
    words: tuple[str, ...]
    not_words: tuple[str, ...]
    group: TypeGroup = "industry"


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of policy and the words that mark it, the strongest first."""

    id: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term of the glossary: what it means in our own words, what that rests on, and the forms it takes in texts.

    `variants` are other forms of the same term, `quoted` those that mean it only in quotation marks (“301”), `not_in`
    longer words that hold it and mean something else. `basis` is a document number, a law or the id of the measure that
    explains the term; `missing` says what nobody could vouch for (待考), empty where the definition is sure.
    """

    id: str
    term: str
    variants: tuple[str, ...]
    definition: str
    basis: str = ""
    see_also: tuple[str, ...] = ()
    missing: str = ""
    quoted: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()

    @property
    def status(self) -> Literal["sure", "待考"]:
        """Whether somebody can vouch for the definition."""
        return "待考" if self.missing else "sure"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words in quotation marks that the glossary leaves undefined on purpose, and why."""

    why: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RareForm:
    """A Traditional form of a Simplified character that only a few words have: 髮 for 发 in 理发, elsewhere 發 (`usual`)."""

    char: str
    form: str
    usual: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TraditionalForms:
    """How words are written in Traditional characters where a converter cannot know, each as long as its Simplified form.

    `words` are pairs of Simplified and Traditional, names of places and people among them; `whole` are Simplified words
    that are converted by themselves wherever they stand.
    """

    words: tuple[tuple[str, str], ...] = ()
    whole: tuple[str, ...] = ()
    rare: tuple[RareForm, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words together; every tuple in the order of its file.

    `lines` says where each entry stands, first and last line, by the name of its file and its id.
    """

    regions: tuple[Region, ...]
    agencies: tuple[AgencyEntry, ...]
    enterprise_types: tuple[EnterpriseType, ...]
    topics: tuple[Topic, ...]
    glossary: tuple[GlossaryTerm, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    synonyms: Synonyms = field(default_factory=Synonyms)
    lines: Mapping[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    traditional: TraditionalForms = TraditionalForms()
