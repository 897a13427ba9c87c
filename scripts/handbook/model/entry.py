"""What a browser searches and lists: one measure as plain words, with the address of its page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """What a list shows of a measure, all of it in the words of the edition.

    `url` is relative to the root of the edition. `standing` and `later` name a status (`active`, `expired`; `later` holds
    where a measure has no end); `begins` and `ends` are full ISO days or empty. `benefit` is the editors' line, or empty.
    """

    id: str
    url: str
    title: str
    document: str
    region: str
    general: bool
    standing: str
    begins: str
    ends: str
    later: str
    benefit: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A measure as the search sees it: what a list shows of it, and the words by which it is found.

    `ordinal` is its number in its document (0 where it has none), `title` without it. `document` holds what names the
    document (titles, number, issuers, region) and its rules for every measure (on combining, on force). `groups` are the
    names of its topics and enterprise types. `body` holds the official wording of the page in paragraphs.
    """

    record: Record
    ordinal: int
    title: str
    section: str
    document: tuple[str, ...]
    terms: tuple[str, ...]
    agencies: tuple[str, ...]
    groups: tuple[str, ...]
    body: tuple[str, ...]
