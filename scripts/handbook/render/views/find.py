"""The finder: every facet with its values, counted, each leading to a page; a browser makes check boxes of them."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ...model import Facet, FacetValue, Finder
from .. import links
from ..shelf import Shelf
from ..words import Words
from .parts import Head, Link
from .standing import NAMES

LISTED = frozenset({"instrument", "amount", "status"})  # facets whose values have a list of their own below /find/
OVER = frozenset({NAMES["已失效"], NAMES["已废止"]})
SCRIPTS = ("results.js", "facets.js", "choices.js", "find.js")
SORTS = ("amount", "date", "region")
SCRIPTED = (
    "aside", "found", "found_none", "see", "without", "everyone", "chosen", "remove", "clear", "over", "unknown", "more",
    "place", "place_hint", "place_unknown", "filter", "failed", "why", "why_own", "why_above", "why_silent",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """A value with how many measures have it that are not over; `link` is None where it has no page."""

    id: str
    name: str
    count: str
    link: Link | None
    also: str
    empty: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    name: str
    legend: str
    note: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FindView:
    """`over` is how many measures are over; `words` are the phrases of the script as JSON."""

    head: Head
    lead: str
    no_script: str
    facets: tuple[FacetView, ...]
    sorts: tuple[tuple[str, str], ...]
    over: str
    count: str
    words: str
    as_of: str


def find_view(finder: Finder, shelf: Shelf, words: Words) -> FindView:
    here = links.FIND
    over = over_of(finder)
    count = len(finder.rows) - len(over)
    crumbs = (Link(words("nav.home"), links.link(here, links.HOME)),)
    return FindView(
        head=Head(words("find.title"), words("find.description", count=count), crumbs, SCRIPTS),
        lead=words("find.lead"),
        no_script=words("find.no_script", count=count, over=len(over), day=shelf.library.as_of.isoformat()),
        facets=tuple(_facet(facet, over, shelf, words) for facet in finder.facets),
        sorts=tuple((name, words(f"find.sort_{name}")) for name in SORTS),
        over=words("find.over", count=len(over)),
        count=str(count),
        words=json.dumps({name: words(f"find.{name}") for name in SCRIPTED}, ensure_ascii=False),
        as_of=words("page.as_of", day=shelf.library.as_of.isoformat()),
    )


def over_of(finder: Finder) -> frozenset[int]:
    """The measures that have expired or were repealed on the day of the library."""
    return frozenset(row.number for row in finder.rows if row.standing in OVER)


def _facet(facet: Facet, over: frozenset[int], shelf: Shelf, words: Words) -> FacetView:
    return FacetView(
        name=facet.name,
        legend=words(f"find.{facet.name}"),
        note=words(f"find.note_{facet.name}"),
        choices=tuple(_choice(facet, value, over, shelf) for value in facet.values),
    )


def _choice(facet: Facet, value: FacetValue, over: frozenset[int], shelf: Shelf) -> Choice:
    """Statuses that are over are counted as what they are; of every other value what is not over is counted."""
    shown = value.measures if facet.name == "status" else set(value.measures) - over
    address = page_of(facet, value, shelf)
    link = Link(value.name, links.link(links.FIND, address)) if address else None
    also = "|".join(name for name in value.also if name != value.name)
    return Choice(value.id, value.name, str(len(shown)), link, also, not value.measures)


def page_of(facet: Facet, value: FacetValue, shelf: Shelf) -> str:
    """The page that says without a script what the finder says of a value; empty where there is none."""
    if facet.name == "type":
        return links.one_page(value.id)
    if not value.measures:
        return ""
    if facet.name in LISTED:
        return links.found(facet.name, value.id)
    makers = {"region": links.region, "topic": links.topic, "agency": links.agency}
    return makers[facet.name](value.id)
