"""A book that somebody asks for: the measures of some types, regions and topics, or only those open today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...model import ConfigError, MeasureRecord
from ...render import links
from ...render.open_to import CLOSED, PENDING
from ...render.shelf import Shelf
from ...render.views.lists import shelved_regions
from ...render.words import Words
from .choice import Choice, in_order, parted


@dataclass(frozen=True, slots=True)
class Wish:
    """Ids or names of enterprise types, regions and topics; what is not asked for sets no limit."""

    types: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    only_open: bool = False


def chosen(wish: Wish, shelf: Shelf, words: Words) -> Choice:
    """The book of a wish; ConfigError where it names what the handbook does not know, or where nothing is left.

    A measure has to be for one of the types, of one of the regions or a level above it, and on one of the topics.
    """
    types = _known(wish.types, {group.id: group.name for group in shelf.library.enterprise_types}, "pdf.type", words)
    regions = _known(wish.regions, {id: shelf.region_name(id) for id in shelved_regions(shelf)}, "pdf.region", words)
    topics = _known(wish.topics, {group.id: group.name for group in shelf.topics_used()}, "pdf.topic", words)
    limits = [_of_groups(types, shelf), _of_regions(regions, shelf), _of_groups(topics, shelf)]
    asked = [limit for limit, names in zip(limits, (types, regions, topics), strict=True) if names]
    held = [item for item in _all(shelf) if all(item.id in limit for limit in asked)]
    kept, left = parted(held, (*CLOSED, PENDING) if wish.only_open else ())
    names = words("page.comma").join((*types.values(), *regions.values(), *topics.values()))
    title = words("pdf.selection", names=names) if names else words("pdf.whole")
    if not kept:
        raise ConfigError(words("pdf.nothing", title=title))
    card = next(iter(types)) if len(types) == 1 and len(regions) < 2 and not topics else ""
    place = next(iter(regions), "") if card else ""
    subtitle = words("pdf.only_open") if wish.only_open else ""
    return Choice("selection", "selection", title, subtitle, links.HOME, kept, left, type=card, place=place)


def _all(shelf: Shelf) -> list[MeasureRecord]:
    return [item for record in in_order(shelf) for item in record.measures]


def _of_groups(names: Mapping[str, str], shelf: Shelf) -> frozenset[str]:
    groups = (*shelf.library.enterprise_types, *shelf.library.topics)
    return frozenset(id for group in groups if group.id in names for id in group.measures)


def _of_regions(names: Mapping[str, str], shelf: Shelf) -> frozenset[str]:
    reach = {level for region in names for level in (region, *shelf.above(region))}
    return frozenset(id for id, (record, _) in shelf.measures.items() if shelf.region_of(record) in reach)


def _known(asked: tuple[str, ...], names: Mapping[str, str], kind: str, words: Words) -> dict[str, str]:
    """What is asked for by id or name, with its name, in the order asked."""
    ids = {name: id for id, name in names.items()}
    found: dict[str, str] = {}
    for one in asked:
        id = one if one in names else ids.get(one, "")
        if not id:
            known = words("page.comma").join(names.values())
            raise ConfigError(words("pdf.unknown", kind=words(kind), asked=one, known=known))
        found[id] = names[id]
    return found
