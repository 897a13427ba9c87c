"""The page of an id that is no longer used: what was there, why it went, and where its content is now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...model import Retired
from .. import links
from ..shelf import Shelf
from ..words import Words
from .parts import Head, Link, Row, Value
from .wording import heading_of


@dataclass(frozen=True, slots=True)
class RetiredView:
    """`to` is None for a tombstone; a reader is led on where it is not."""

    head: Head
    lead: str
    facts: tuple[Row, ...]
    to: Link | None
    as_of: str


def retired_view(item: Retired, shelf: Shelf, words: Words) -> RetiredView:
    here = links.place(item.id)
    to = Link(_name(item.to, shelf), links.link(here, links.place(item.to))) if _is_there(item.to, shelf) else None
    crumbs = (
        Link(words("nav.home"), links.link(here, links.HOME)),
        Link(words("nav.documents"), links.link(here, links.DOCUMENTS)),
    )
    head = Head(words("retired.title"), words("retired.description", id=item.id), crumbs)
    return RetiredView(
        head=replace(head, gone=True, moved_to=to.url if to else None),
        lead=words("retired.moved" if to else "retired.lead"),
        facts=tuple(
            Row(name, words(f"retired.{name}"), (Value(text),))
            for name, text in (("what", item.title or item.id), ("day", item.date.isoformat()), ("why", item.why))
            if text
        ),
        to=to,
        as_of=words("page.as_of", day=shelf.library.as_of.isoformat()),
    )


def _is_there(id: str, shelf: Shelf) -> bool:
    return bool(id) and (id in shelf.measures or id in shelf.documents)


def _name(id: str, shelf: Shelf) -> str:
    """What a document or measure is called, with its document."""
    if id in shelf.measures:
        record, item = shelf.measures[id]
        return f"{heading_of(item.measure)} · {record.short_title}"
    return shelf.documents[id].short_title if id in shelf.documents else ""
