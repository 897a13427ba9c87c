"""「我是哪类企业」: the definitions of all enterprise types side by side, each with the way to its card."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import EnterpriseType
from .. import links
from ..open_to import GAP
from ..words import Words
from .one_page import Cards
from .parts import Head, Link

NAMES_SHOWN = 6  # of the words that texts use for a type


@dataclass(frozen=True, slots=True)
class TypeView:
    name: Link
    definition: str
    standard: str
    called: str
    count: str


@dataclass(frozen=True, slots=True)
class ChooseView:
    head: Head
    lead: str
    types: tuple[TypeView, ...]
    finder: Link
    as_of: str


def choose_view(cards: Cards, words: Words) -> ChooseView:
    here, shelf = links.FOR, cards.shelf
    crumbs = (Link(words("nav.home"), links.link(here, links.HOME)),)
    types = tuple(_type(entry, cards, words, here) for entry in shelf.types.values())
    return ChooseView(
        head=Head(words("for.title"), words("for.choose_description", count=len(types)), crumbs),
        lead=words("for.choose_lead", count=len(types)),
        types=types,
        finder=Link(words("find.open_types"), links.finder(here)),
        as_of=words("status.as_of", day=shelf.library.as_of.isoformat()),
    )


def _type(entry: EnterpriseType, cards: Cards, words: Words, here: str) -> TypeView:
    called = [word for word in entry.words if GAP not in word and word != entry.name]
    return TypeView(
        name=Link(entry.name, links.link(here, links.one_page(entry.id))),
        definition=entry.definition,
        standard=entry.standard,
        called="、".join(called[:NAMES_SHOWN]),
        count=words("for.open_count", count=len(cards.offers(entry.id, "").open)),
    )
