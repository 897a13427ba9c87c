"""Which books there are, and which measures each of them holds.

The whole handbook, one a region (with the levels above it, whose measures hold there too), one a document, one an
enterprise type, one a topic; and any selection. A book leaves out what has expired, and lists it; the book of one
document holds all of it, each measure with its status.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ...model import ConfigError, DocumentRecord, MeasureRecord, Status
from ...render import links
from ...render.open_to import CLOSED, PENDING
from ...render.shelf import Shelf
from ...render.views.lists import shelved_regions
from ...render.words import Words

Kind = Literal["whole", "region", "document", "type", "topic", "selection"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A book to be made: `name` is its file without `.pdf`, `site` the address of the page it belongs to.

    `measures` and `left_out` are ids in the order of the book. `around` says that documents come with their words
    around the measures, `type` and `place` name the 明白卡 that stands first.
    """

    name: str
    kind: Kind
    title: str
    subtitle: str
    site: str
    measures: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    around: bool = False
    type: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for: names or ids of types, regions and topics; nothing asked for is no limit."""

    types: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    only_open: bool = False


def choices(shelf: Shelf, words: Words) -> tuple[Choice, ...]:
    """Every book of an edition, the whole one first."""
    return (
        _whole(shelf, words),
        *_regions(shelf, words),
        *_documents(shelf, words),
        *_types(shelf, words),
        *_topics(shelf, words),
    )


def chosen(wish: Wish, shelf: Shelf, words: Words) -> Choice:
    """The book of a wish; ConfigError where it names what the handbook does not know, or where nothing is left."""
    types = [_known(asked, _names_of_types(shelf), words("pdf.type")) for asked in wish.types]
    regions = [_known(asked, _names_of_regions(shelf), words("pdf.region")) for asked in wish.regions]
    topics = [_known(asked, _names_of_topics(shelf), words("pdf.topic")) for asked in wish.topics]
    groups = [*(_of_type(id, shelf) for id in types), *(_of_topic(id, shelf) for id in topics)]
    held = [item for record in _ordered(shelf) for item in record.measures]
    if types:
        held = [item for item in held if any(item.id in _of_type(id, shelf) for id in types)]
    if topics:
        held = [item for item in held if any(item.id in _of_topic(id, shelf) for id in topics)]
    if regions:
        reach = {level for region in regions for level in (region, *shelf.above(region))}
        held = [item for item in held if shelf.region_of(shelf.measures[item.id][0]) in reach]
    if not groups and not regions:
        title = words("pdf.whole")
    names = (
        *(shelf.types[id].name for id in types),
        *(shelf.region_name(id) for id in regions),
        *(_topic_name(id, shelf) for id in topics),
    )
    title = words("pdf.selection", names=words("page.comma").join(names)) if names else words("pdf.whole")
    kept, left = _parted(held, (*CLOSED, PENDING) if wish.only_open else ())
    if not kept:
        raise ConfigError(words("pdf.nothing", title=title))
    card = types[0] if len(types) == 1 and len(regions) <= 1 and not topics else ""
    return Choice(
        "selection", "selection", title, words("pdf.only_open") if wish.only_open else "", links.HOME, kept, left,
        type=card, place=regions[0] if card and regions else "",
    )  # fmt: skip


def _whole(shelf: Shelf, words: Words) -> Choice:
    kept, left = _open(_ordered(shelf))
    return Choice("handbook", "whole", words("pdf.whole"), "", links.HOME, kept, left, around=True)


def _regions(shelf: Shelf, words: Words) -> Iterator[Choice]:
    for region in shelved_regions(shelf):
        levels = (region, *reversed(shelf.above(region)))
        records = [record for level in levels for record in shelf.in_region(level)]
        kept, left = _open(records)
        name = shelf.region_name(region)
        upper = any(shelf.in_region(level) for level in levels[1:])
        yield Choice(
            f"region-{region}", "region", words("pdf.of_region", region=name),
            words("pdf.with_above") if upper else "", links.region(region), kept, left, around=True,
        )  # fmt: skip


def _documents(shelf: Shelf, words: Words) -> Iterator[Choice]:
    for record in _ordered(shelf):
        title = record.document.title.text.replace("\n", "") or record.short_title
        kept = tuple(item.id for item in record.measures)
        yield Choice(
            f"document-{record.id}", "document", title, words("pdf.of_document"), links.document(record.id), kept,
            around=True,
        )  # fmt: skip


def _types(shelf: Shelf, words: Words) -> Iterator[Choice]:
    for group in shelf.library.enterprise_types:
        if group.id in shelf.types and group.measures:
            held = [item for record in _ordered(shelf) for item in record.measures if item.id in set(group.measures)]
            kept, left = _parted(held, CLOSED)
            yield Choice(
                f"for-{group.id}", "type", words("pdf.for_type", type=shelf.types[group.id].name), "",
                links.one_page(group.id), kept, left, type=group.id,
            )  # fmt: skip


def _topics(shelf: Shelf, words: Words) -> Iterator[Choice]:
    for group in shelf.topics_used():
        held = [item for record in _ordered(shelf) for item in record.measures if item.id in set(group.measures)]
        kept, left = _parted(held, CLOSED)
        yield Choice(
            f"topic-{group.id}", "topic", words("pdf.on_topic", topic=group.name), "", links.topic(group.id), kept, left
        )


def _ordered(shelf: Shelf) -> list[DocumentRecord]:
    """The documents as a book has them: by region from the nation down, the newest first, then those of no region."""
    return [record for region in (*shelved_regions(shelf), "") for record in shelf.in_region(region)]


def _open(records: Iterable[DocumentRecord]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return _parted([item for record in records for item in record.measures], CLOSED)


def _parted(
    held: Iterable[MeasureRecord], closed: tuple[Status, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids that a book holds and those that it leaves out."""
    listed = list(held)
    kept = tuple(item.id for item in listed if item.standing.status not in closed)
    return kept, tuple(item.id for item in listed if item.standing.status in closed)
