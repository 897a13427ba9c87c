"""Pages that lead to documents: the list of documents, the regions and their pages, the list of sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Capture, Document, DocumentRecord
from .. import links
from ..shelf import Shelf, counted
from ..words import Words
from .document import card_issuer, counts_of
from .parts import Card, Head, Link, Value
from .standing import document_standing_view
from .wording import levels_above, whole


@dataclass(frozen=True, slots=True)
class Group:
    """Documents of one region; `heading` is None on its own page, and for those of no known region."""

    heading: Link | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A heading, a sentence, and documents in groups; around a region the chain of those above it, and those below."""

    head: Head
    lead: str
    groups: tuple[Group, ...]
    as_of: str
    chain: tuple[Value, ...] = ()
    below: tuple[Link, ...] = ()
    finder: Link | None = None


@dataclass(frozen=True, slots=True)
class SourceRow:
    title: Link
    issuer: str
    rights: str
    captured: str
    count: str


@dataclass(frozen=True, slots=True)
class SourcesView:
    head: Head
    lead: str
    rows: tuple[SourceRow, ...]
    as_of: str


def documents_view(shelf: Shelf, words: Words) -> ListView:
    here = links.DOCUMENTS
    count = len(shelf.library.documents)
    head = Head(words("nav.documents"), words("documents.description", count=count), _home_crumb(here, words))
    return ListView(head, words("documents.lead", count=count), by_region(shelf, words, here), _as_of(shelf, words))


def regions_view(shelf: Shelf, words: Words) -> ListView:
    here = links.REGIONS
    regions = shelved_regions(shelf)
    head = Head(words("nav.regions"), words("regions.description", count=len(regions)), _home_crumb(here, words))
    return ListView(
        head, words("regions.lead", count=len(regions)), by_region(shelf, words, here), _as_of(shelf, words)
    )


def region_view(id: str, shelf: Shelf, words: Words) -> ListView:
    here = links.region(id)
    name = shelf.region_name(id)
    records = shelf.in_region(id)
    values: dict[str, str | int] = {
        "region": name,
        "documents": len(records),
        "measures": sum(counted(r.measures) for r in records),
    }
    crumbs = (*_home_crumb(here, words), Link(words("nav.regions"), links.link(here, links.REGIONS)))
    known = shelved_regions(shelf)
    chain = (*levels_above(shelf, id, here, words), Value(name)) if shelf.above(id) else ()
    below = tuple(link_to_region(shelf, region, here) for region in known if id in shelf.above(region))
    cards = tuple(card_of(record, shelf, words, here) for record in records)
    return ListView(
        Head(words("region.title", region=name), words("region.description", **values), crumbs),
        words("region.lead", **values),
        (Group(None, cards), *_of_above(id, shelf, words, here)),
        _as_of(shelf, words),
        chain,
        below,
        Link(words("find.open_region", region=name), links.finder(here, region=id)),
    )


def _of_above(id: str, shelf: Shelf, words: Words, here: str) -> Iterator[Group]:
    """The documents of the regions above one, the nearest first: they hold here too."""
    for region in reversed(shelf.above(id)):
        cards = tuple(card_of(record, shelf, words, here) for record in shelf.in_region(region))
        if cards:
            title = words("region.of_above", region=shelf.region_name(region))
            yield Group(Link(title, links.link(here, links.region(region))), cards)


def sources_view(shelf: Shelf, words: Words) -> SourcesView:
    here = links.SOURCES
    captures = shelf.library.captures
    head = Head(words("nav.sources"), words("sources.description", count=len(captures)), _home_crumb(here, words))
    rows = tuple(_source_row(capture, shelf, words, here) for capture in captures)
    return SourcesView(head, words("sources.lead", count=len(captures)), rows, _as_of(shelf, words))


def _as_of(shelf: Shelf, words: Words) -> str:
    return words("page.as_of", day=shelf.library.as_of.isoformat())


def shelved_regions(shelf: Shelf) -> tuple[str, ...]:
    """The regions that have documents, from the nation down, in the order of the vocabulary."""
    present = {shelf.region_of(record) for record in shelf.library.documents}
    return tuple(sorted((id for id in shelf.regions if id in present), key=lambda region: len(shelf.above(region))))


def card_of(record: DocumentRecord, shelf: Shelf, words: Words, here: str) -> Card:
    document = record.document
    issuers = [whole(issuer) for issuer in document.issuers]
    issuers = issuers or [value.text for value in card_issuer(record, words)]
    issuer = words("document.first_issuer", name=issuers[0], count=len(issuers)) if issuers[1:] else "".join(issuers)
    facts = (issuer, whole(document.number), *_dates(document, words))
    return Card(
        Link(whole(document.title) or record.short_title, links.link(here, links.document(record.id))),
        document_standing_view(record, shelf.library.as_of, words),
        tuple(fact for fact in facts if fact),
        counts_of(record, words),
    )


def _dates(document: Document, words: Words) -> tuple[str, ...]:
    found = (("issued", document.issued), ("expires", document.expires))
    return tuple(f"{words('document.' + name)} {finding.value}" for name, finding in found if finding)


def by_region(shelf: Shelf, words: Words, here: str) -> tuple[Group, ...]:
    groups = [
        Group(
            link_to_region(shelf, id, here),
            tuple(card_of(record, shelf, words, here) for record in shelf.in_region(id)),
        )
        for id in shelved_regions(shelf)
    ]
    rest = shelf.in_region("")
    if rest:
        groups.append(Group(None, tuple(card_of(record, shelf, words, here) for record in rest)))
    return tuple(groups)


def link_to_region(shelf: Shelf, id: str, here: str) -> Link:
    return Link(shelf.region_name(id), links.link(here, links.region(id)))


def region_count(shelf: Shelf, id: str, words: Words) -> str:
    records = shelf.in_region(id)
    return words("region.count", documents=len(records), measures=sum(counted(r.measures) for r in records))


def _home_crumb(here: str, words: Words) -> tuple[Link, ...]:
    return (Link(words("nav.home"), links.link(here, links.HOME)),)


def _source_row(capture: Capture, shelf: Shelf, words: Words, here: str) -> SourceRow:
    card = capture.card
    count = len(shelf.in_source(card.id))
    return SourceRow(
        Link(card.title, links.link(here, links.source(card.id))),
        card.outlet or card.issuer,
        words(f"rights.{card.rights}"),
        card.captured.isoformat(),
        words("sources.documents", count=count) if card.rights == "official" else words("sources.press"),
    )
