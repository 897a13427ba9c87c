"""The related measures on the page of a measure: what they are, how they stand, why they are there; and who lists this one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import DocumentRecord, MeasureRecord
from .. import links
from ..related import Why, level
from ..shelf import Shelf
from ..summary import summary
from ..words import Words
from .parts import Link
from .standing import StandingView, standing_view
from .ties import title_of
from .wording import heading_of, opening


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A measure of another document: `place` is its region as seen from here, `why` what the two share."""

    measure: Link
    document: str
    place: str
    standing: StandingView
    summary: str
    opening: str  # how it begins, where there is no summary
    why: str


@dataclass(frozen=True, slots=True)
class RelatedViews:
    """Those that this measure lists, and the others that list it."""

    listed: tuple[RelatedView, ...]
    listing: tuple[Link, ...]


def related_views(record: DocumentRecord, item: MeasureRecord, shelf: Shelf, words: Words, here: str) -> RelatedViews:
    listed = tuple(_listed(record, item, shelf, words, here))
    known = {one.id for one in shelf.related.get(item.id, ())}
    others = (id for id in shelf.related_from.get(item.id, ()) if id not in known)
    return RelatedViews(listed, tuple(Link(title_of(id, shelf), links.link(here, links.measure(id))) for id in others))


def _listed(
    record: DocumentRecord, item: MeasureRecord, shelf: Shelf, words: Words, here: str
) -> Iterator[RelatedView]:
    for one in shelf.related.get(item.id, ()):
        owner, other = shelf.measures[one.id]
        gist = summary(other.measure.findings, words)
        yield RelatedView(
            measure=Link(heading_of(other.measure), links.link(here, links.measure(one.id))),
            document=owner.short_title,
            place=level(record.region, owner.region, shelf, words),
            standing=standing_view(other.standing, shelf.library.as_of, words),
            summary=gist,
            opening="" if gist else opening(other.measure),
            why=str(Why.of(one, shelf, words)),
        )
