"""What the finder chooses by: facets with their values, and of each measure what it is sorted by and why it is found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value and the numbers of its measures, ascending; a measure's number is its place in the library.

    `also` are other names that an address may give it.
    """

    id: str
    name: str
    measures: tuple[int, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """One question with its values in their order; `name` is its parameter in an address (`region`, `amount`)."""

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a measure has a value of a facet: the words of the official text that say so, empty where none do.

    `start` and `end` are the place of the telling words among them; both 0 where all of them tell.
    """

    facet: str
    value: str
    words: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class FinderRow:
    """A measure as the finder sorts and explains it.

    `sum` is the most that it gives to one applicant, in yuan as digits, or empty. `standing` and `later` name a status
    (`later` holds without an end), `begins` and `ends` are full ISO days or empty.
    """

    number: int
    sum: str
    standing: str
    begins: str
    ends: str
    later: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class FinderDocument:
    """A document: how many measures and general parts it holds, its region and its day, empty where unknown."""

    count: int
    region: str
    day: str


@dataclass(frozen=True, slots=True)
class FinderPlace:
    """A region of the vocabulary with the regions whose measures hold there too, the nearest first."""

    id: str
    name: str
    also: tuple[str, ...]
    above: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finder:
    """All that the finder of one edition knows, apart from the records that it lists; general parts have no row.

    A value of the region facet has the measures of its own and of the regions above it.
    """

    facets: tuple[Facet, ...]
    rows: tuple[FinderRow, ...]
    documents: tuple[FinderDocument, ...]
    places: tuple[FinderPlace, ...]
