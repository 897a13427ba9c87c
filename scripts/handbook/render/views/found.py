"""What has one value of a facet, as a page that needs no script: what holds today first, then what is over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Facet, FacetValue, Finder
from .. import links
from ..shelf import Shelf
from ..words import Words
from .agency import AgencyMeasure, measure_line
from .find import LISTED, over_of
from .parts import Head, Link

PART = 300  # measures on one page


@dataclass(frozen=True, slots=True)
class FoundView:
    """A page of the list; `parts` lead to its other pages, the second of each says which this is."""

    head: Head
    lead: str
    note: str
    shown: tuple[AgencyMeasure, ...]
    over: tuple[AgencyMeasure, ...]
    over_heading: str
    parts: tuple[tuple[Link, bool], ...]
    others: tuple[Link, ...]
    others_heading: str
    finder: Link
    disclaimer: str
    as_of: str


def found_views(finder: Finder, shelf: Shelf, words: Words) -> Iterator[tuple[str, FoundView]]:
    """Every page of every list with its address."""
    ids = tuple(shelf.measures)
    over = over_of(finder)
    for facet in finder.facets:
        if facet.name not in LISTED:
            continue
        for value in facet.values:
            ordered = sorted(value.measures, key=lambda number: (number in over, number))
            for at in range(0, len(ordered), PART):
                part = at // PART + 1
                numbers = ordered[at : at + PART]
                held = [(ids[number], number in over) for number in numbers]
                yield links.found(facet.name, value.id, part), _found(facet, value, part, held, over, shelf, words)


def _found(
    facet: Facet,
    value: FacetValue,
    part: int,
    held: list[tuple[str, bool]],
    over: frozenset[int],
    shelf: Shelf,
    words: Words,
) -> FoundView:
    here = links.found(facet.name, value.id, part)
    gone = sum(number in over for number in value.measures)
    named: dict[str, str | int] = {
        "facet": words(f"find.{facet.name}"),
        "value": value.name,
        "count": len(value.measures) - gone,
        "over": gone,
    }
    lines = [(measure_line(id, shelf, words, here), is_over) for id, is_over in held]
    crumbs = (
        Link(words("nav.home"), links.link(here, links.HOME)),
        Link(words("find.title"), links.link(here, links.FIND)),
    )
    return FoundView(
        head=Head(words("find.list_title", **named), words("find.list_description", **named), crumbs),
        lead=words(f"find.{_lead(len(value.measures) - gone, gone)}", **named),
        note=words(f"find.note_{facet.name}"),
        shown=tuple(line for line, is_over in lines if not is_over),
        over=tuple(line for line, is_over in lines if is_over),
        over_heading=words("find.list_over", count=gone),
        parts=tuple(_parts(facet, value, part, words, here)),
        others=tuple(
            Link(other.name, links.link(here, links.found(facet.name, other.id)))
            for other in facet.values
            if other.measures and other.id != value.id
        ),
        others_heading=words("find.list_others", **named),
        finder=Link(words("find.open"), links.finder(here, **{facet.name: value.id})),
        disclaimer=words("find.disclaimer"),
        as_of=words("page.as_of", day=shelf.library.as_of.isoformat()),
    )


def _lead(shown: int, gone: int) -> str:
    if not gone:
        return "list_lead"
    return "list_lead_over" if shown else "list_lead_gone"


def _parts(facet: Facet, value: FacetValue, part: int, words: Words, here: str) -> Iterator[tuple[Link, bool]]:
    """The pages of a list that has several."""
    count = -(-len(value.measures) // PART)
    for one in range(1, count + 1 if count > 1 else 1):
        there = links.link(here, links.found(facet.name, value.id, one))
        yield Link(words("find.list_part", part=one), there), one == part
