"""Ids that are no longer used: their documents and measures are left out of the library, whatever the captures hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model import DocumentRecord, Library, Measure, MeasureRecord, Retired

TITLE_LIMIT = 60  # characters of a title made from the beginning of a text


def with_retired(shelf: Library, retired: Sequence[Retired], published: Sequence[str] = ()) -> Library:
    """The library without what is retired, which is listed with a title instead.

    A document takes its measures along: those that the captures hold, and those among `published`.
    """
    gone = frozenset(item.id for item in retired)
    if not gone:
        return shelf
    titles = titles_of(shelf)
    every = tuple(dict.fromkeys((*titles, *published)))
    along = (
        replace(item, id=id, title="")
        for item in retired
        for id in every
        if id.startswith(f"{item.id}/") and id not in gone
    )
    listed = tuple(replace(item, title=item.title or titles.get(item.id, "")) for item in (*retired, *along))
    kept = tuple(_kept(record, gone) for record in shelf.documents if record.id not in gone)
    return replace(shelf, documents=kept, retired=listed)


def _kept(record: DocumentRecord, gone: frozenset[str]) -> DocumentRecord:
    """The record without retired measures; the document keeps the same ones, one for one."""
    items = tuple(item for item in record.measures if item.id not in gone)
    if len(items) == len(record.measures):
        return record
    document = replace(record.document, measures=tuple(item.measure for item in items))
    return replace(record, document=document, measures=items)


def titles_of(shelf: Library) -> dict[str, str]:
    """What each id of the library is the id of, in words."""
    titles = {record.id: record.document.title.text or record.short_title for record in shelf.documents}
    for record in shelf.documents:
        titles |= {item.id: _named(item, record) for item in record.measures}
    return titles


def _named(item: MeasureRecord, record: DocumentRecord) -> str:
    return f"{_heading(item.measure)}（{record.short_title}）"


def _heading(measure: Measure) -> str:
    name = measure.title.text or measure.text.text
    name = name if len(name) <= TITLE_LIMIT else name[:TITLE_LIMIT] + "…"
    return " ".join(f"{measure.number} {name}".split())
