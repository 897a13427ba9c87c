"""The home page: what this is, the ways in, what is new, what ends soon, how much there is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ...model import DocumentRecord, MeasureRecord
from .. import links
from ..shelf import Shelf, counted
from ..words import Words
from .lists import Group, by_region, link_to_region, region_count, shelved_regions
from .parts import Head, Link
from .standing import last_day

NEWEST = 3  # documents shown as new


@dataclass(frozen=True, slots=True)
class HomeView:
    """`ways` are the doors with what stands behind each; `new` the newest documents with their date and region."""

    head: Head
    choose: Link
    finder: Link
    ways: tuple[tuple[Link, str], ...]
    new: tuple[tuple[Link, str, str], ...]
    soon: str
    soon_links: tuple[Link, ...]
    calendar: Link
    counts: tuple[tuple[str, str], ...]  # a number and what it counts
    regions: tuple[tuple[Link, str], ...]
    groups: tuple[Group, ...]
    about: Link
    problems: Link
    as_of: str


def home_view(shelf: Shelf, words: Words) -> HomeView:
    here = links.HOME
    library = shelf.library
    regions = shelved_regions(shelf)
    soon, ending = _soon(shelf, words, here)
    return HomeView(
        head=Head(words("home.title"), words("home.description"), ()),
        choose=Link(words("for.title"), links.link(here, links.FOR)),
        finder=Link(words("find.door"), links.finder(here)),
        ways=_ways(shelf, words, here),
        new=tuple(_new(record, shelf, here) for record in _newest(shelf)),
        soon=soon,
        soon_links=ending,
        calendar=Link(words("home.calendar"), links.link(here, links.CALENDAR)),
        counts=_counts(shelf, words),
        regions=tuple((link_to_region(shelf, id, here), region_count(shelf, id, words)) for id in regions),
        groups=by_region(shelf, words, here),
        about=Link(words("home.about"), links.link(here, links.ABOUT)),
        problems=Link(words("report.title"), links.link(here, links.REPORT)),
        as_of=words("page.as_of", day=library.as_of.isoformat()),
    )


def _ways(shelf: Shelf, words: Words, here: str) -> tuple[tuple[Link, str], ...]:
    """The doors beside the first one, each with the number of what it leads to."""
    library = shelf.library
    ways = (
        ("regions", links.REGIONS, len(shelved_regions(shelf))),
        ("topics", links.TOPICS, len(shelf.topics_used())),
        ("documents", links.DOCUMENTS, len(library.documents)),
        ("terms", links.GLOSSARY, len(library.terms)),
    )
    return tuple(
        (Link(words(f"home.way_{name}"), links.link(here, there)), words(f"home.behind_{name}", count=count))
        for name, there, count in ways
    )


def _counts(shelf: Shelf, words: Words) -> tuple[tuple[str, str], ...]:
    library = shelf.library
    return (
        (str(sum(counted(record.measures) for record in library.documents)), words("home.measures")),
        (str(len(library.documents)), words("home.documents")),
        (str(len(shelved_regions(shelf))), words("home.regions")),
        (str(len(library.captures)), words("home.sources")),
    )


def _newest(shelf: Shelf) -> tuple[DocumentRecord, ...]:
    """The documents with the latest date on them."""
    dated = [record for record in shelf.library.documents if _day(record)]
    return tuple(sorted(dated, key=_day, reverse=True)[:NEWEST])


def _day(record: DocumentRecord) -> str:
    found = record.document.issued or record.document.published  # a repost is published long after the document
    return found.value if found else ""


def _new(record: DocumentRecord, shelf: Shelf, here: str) -> tuple[Link, str, str]:
    there = links.link(here, links.document(record.id))
    return Link(record.short_title, there), _day(record), shelf.region_name(shelf.region_of(record))


def _soon(shelf: Shelf, words: Words, here: str) -> tuple[str, tuple[Link, ...]]:
    """How many measures end within the time that counts as soon, with their documents; where none does, when the next do."""
    held = [(record, item) for record in shelf.library.documents for item in record.measures]
    counts = Counter(record.id for record, item in held if item.standing.status == "即将到期")
    if counts:
        ending = (Link(shelf.documents[id].short_title, links.link(here, links.document(id))) for id in counts)
        return words("home.soon", count=counts.total()), tuple(ending)
    days = Counter(_end(item) for _, item in held if item.standing.status == "现行有效" and _end(item))
    if not days:
        return words("home.soon_none"), ()
    first = min(days)
    return words("home.soon_later", day=first, count=days[first]), ()


def _end(item: MeasureRecord) -> str:
    """The last day of a measure, empty where it names none; general parts end with their document and are not counted."""
    return last_day(item.standing.ends) if item.measure.kind == "measure" else ""
