"""The page of the search: what stands there before a query, without scripts, and where nothing is found."""

from __future__ import annotations

from dataclasses import dataclass

from .. import links
from ..shelf import Shelf
from ..words import Words
from .parts import Head, Link


@dataclass(frozen=True, slots=True)
class SearchView:
    """`topics` and `ways` lead on where a search does not; `report` to the form for policies that are missing."""

    head: Head
    topics: tuple[Link, ...]
    ways: tuple[Link, ...]
    report: Link


def search_view(shelf: Shelf, words: Words) -> SearchView:
    here = links.SEARCH
    crumbs = (Link(words("nav.home"), links.link(here, links.HOME)),)
    ways = (("nav.documents", links.DOCUMENTS), ("nav.regions", links.REGIONS), ("for.title", links.FOR))
    return SearchView(
        head=Head(words("search.title"), words("search.description"), crumbs),
        topics=tuple(Link(group.name, links.link(here, links.topic(group.id))) for group in shelf.topics_used()),
        ways=tuple(Link(words(name), links.link(here, there)) for name, there in ways),
        report=Link(words("search.report"), links.link(here, links.CONTRIBUTE)),
    )
