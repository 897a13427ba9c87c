"""Which books there are, and which measures each of them holds.

The whole handbook, one a region (with the levels above it, whose measures hold there too), one a document, one an
enterprise type, one a topic. A book leaves out what has expired, and lists it; the book of one document holds all of
it, each measure with its status.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ...model import DocumentRecord, Group, MeasureRecord, Status
from ...render import links
from ...render.open_to import CLOSED
from ...render.shelf import Shelf
from ...render.views.lists import shelved_regions
from ...render.views.wording import whole
from ...render.words import Words

Kind = Literal["whole", "region", "document", "type", "topic", "selection"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A book to be made: `name` is its file without `.pdf`, `site` the address of the page it belongs to.

    `measures` and `left_out` are ids in the order of the book. `around` says that documents come with their words
    around the measures; `type` and `place` name the 明白卡 that stands first.
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


def choices(shelf: Shelf, words: Words) -> tuple[Choice, ...]:
    """Every book of an edition, the whole one first."""
    return (
        _whole(shelf, words),
        *_regions(shelf, words),
        *_documents(shelf, words),
        *_types(shelf, words),
        *_topics(shelf, words),
    )


def in_order(shelf: Shelf) -> tuple[DocumentRecord, ...]:
    """The documents as a book has them: by region from the nation down, the newest first, then those of no region."""
    return tuple(record for region in (*shelved_regions(shelf), "") for record in shelf.in_region(region))


def parted(held: Iterable[MeasureRecord], closed: tuple[Status, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids that a book holds, and those that it leaves out for their status."""
    listed = tuple(held)
    kept = tuple(item.id for item in listed if item.standing.status not in closed)
    return kept, tuple(item.id for item in listed if item.standing.status in closed)


def _whole(shelf: Shelf, words: Words) -> Choice:
    kept, left = _open(in_order(shelf))
    return Choice("handbook", "whole", words("pdf.whole"), "", links.HOME, kept, left, around=True)


def _regions(shelf: Shelf, words: Words) -> Iterator[Choice]:
    """A book for each region that has documents: its own first, then those of the levels above, the nearest first."""
    for region in shelved_regions(shelf):
        above = tuple(record for level in reversed(shelf.above(region)) for record in shelf.in_region(level))
        kept, left = _open((*shelf.in_region(region), *above))
        title = words("pdf.of_region", region=shelf.region_name(region))
        subtitle = words("pdf.with_above") if above else ""
        yield Choice(f"region-{region}", "region", title, subtitle, links.region(region), kept, left, around=True)


def _documents(shelf: Shelf, words: Words) -> Iterator[Choice]:
    for record in in_order(shelf):
        title = whole(record.document.title) or record.short_title
        kept = tuple(item.id for item in record.measures)
        site = links.document(record.id)
        yield Choice(f"document-{record.id}", "document", title, words("pdf.of_document"), site, kept, around=True)


def _types(shelf: Shelf, words: Words) -> Iterator[Choice]:
    for group in shelf.library.enterprise_types:
        if group.id in shelf.types and group.measures:
            title = words("pdf.for_type", type=shelf.types[group.id].name)
            site = links.one_page(group.id)
            yield Choice(f"for-{group.id}", "type", title, "", site, *_of_group(group, shelf), type=group.id)


def _topics(shelf: Shelf, words: Words) -> Iterator[Choice]:
    for group in shelf.topics_used():
        title = words("pdf.on_topic", topic=group.name)
        yield Choice(f"topic-{group.id}", "topic", title, "", links.topic(group.id), *_of_group(group, shelf))


def _of_group(group: Group, shelf: Shelf) -> tuple[tuple[str, ...], tuple[str, ...]]:
    ids = frozenset(group.measures)
    return parted((item for record in in_order(shelf) for item in record.measures if item.id in ids), CLOSED)


def _open(records: Iterable[DocumentRecord]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return parted((item for record in records for item in record.measures), CLOSED)
