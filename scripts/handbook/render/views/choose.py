"""「我是哪类企业」: the questions that lead to an enterprise type, and the definitions of each group side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from ...model import EnterpriseType, TypeGroup
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
class TypeGroupView:
    """Types that are told apart by the same question (企业有多大), with an anchor for the way down the page."""

    anchor: str
    name: str
    question: str
    types: tuple[TypeView, ...]


@dataclass(frozen=True, slots=True)
class ChooseView:
    head: Head
    lead: str
    finder: Link
    groups: tuple[TypeGroupView, ...]
    as_of: str


def choose_view(cards: Cards, words: Words) -> ChooseView:
    here, shelf = links.FOR, cards.shelf
    crumbs = (Link(words("nav.home"), links.link(here, links.HOME)),)
    count = len(shelf.types)
    return ChooseView(
        head=Head(words("for.title"), words("for.choose_description", count=count), crumbs),
        lead=words("for.choose_lead", count=count),
        groups=tuple(view for group in get_args(TypeGroup) if (view := _group(group, cards, words, here)).types),
        finder=Link(words("find.open_types"), links.finder(here)),
        as_of=words("status.as_of", day=shelf.library.as_of.isoformat()),
    )


def _group(group: TypeGroup, cards: Cards, words: Words, here: str) -> TypeGroupView:
    types = (entry for entry in cards.shelf.types.values() if entry.group == group)
    return TypeGroupView(
        anchor=f"g-{group}",
        name=words(f"for.group_{group}"),
        question=words(f"for.question_{group}"),
        types=tuple(_type(entry, cards, words, here) for entry in types),
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
