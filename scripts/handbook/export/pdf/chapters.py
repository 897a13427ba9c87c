"""The chapters of a book: a document each, or in the book of one document its own chapters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...model import DocumentRecord
from ...render import links
from ...render.shelf import Shelf
from ...render.views import parts as views
from ...render.views.document import DocumentView, SectionView
from ...render.views.parts import Quote
from ...render.words import Words
from .block import paragraphs, status
from .choice import Choice
from .parts import Block, Chapter, Group, Passage, Row, Value
from .stock import Stock

Part = Block | Group | Passage
NOT_ON_PAPER = frozenset({"region"})  # rows of a document's header that every book says elsewhere

MOST = 100  # deeper than any heading


def documents_of(choice: Choice, shelf: Shelf) -> tuple[DocumentRecord, ...]:
    """The documents of a book, in its order."""
    records = {shelf.measures[id][0].id: shelf.measures[id][0] for id in choice.measures}
    return tuple(records.values())


def chapters(choice: Choice, stock: Stock) -> tuple[Chapter, ...]:
    """All chapters in order; the label of each is the address of its document on the site."""
    held = frozenset(choice.measures)
    found = tuple(_document(record, held, choice.around, stock) for record in documents_of(choice, stock.shelf))
    return _own(found[0], stock.words) if choice.kind == "document" and found else found


def _document(record: DocumentRecord, held: frozenset[str], around: bool, stock: Stock) -> Chapter:
    view = stock.document(record.id)
    here = links.document(record.id)
    blocks = {links.measure(item.id): stock.block(item.id) for item in record.measures if item.id in held}
    header = tuple(row for row in view.header if row.values and row.name not in NOT_ON_PAPER)
    return Chapter(
        label=here,
        title=view.title,
        short=record.short_title,
        official=bool(record.document.title),
        status=status(view.standing) if view.standing else None,
        remarks=(view.counts,) if around else (),
        facts=tuple(Row(row.label, tuple(_said(value) for value in row.values)) for row in header),
        parts=_inhabited(tuple(_parts(here, view, blocks, around, stock.words))),
    )


def _parts(here: str, view: DocumentView, blocks: Mapping[str, Block], around: bool, words: Words) -> Iterator[Part]:
    """What the document says, in reading order; without its words around the measures where only some are held."""
    if around:
        yield from _passage("document.notice", view.notice, words)
        yield from _passage("document.preamble", view.preamble, words)
    for section in view.sections:
        addresses = (links.address(here, row.title.url) for row in section.measures)
        found = [blocks[address] for address in addresses if address and address in blocks]
        if section.heading and (found or around):
            yield _group(section, around, words)
        yield from found
    if around:
        yield from _passage("document.closing", view.closing, words)


def _said(value: views.Value) -> Value:
    """A value of a document's header: where the text prints it, its page says at which line, which no book has."""
    return Value(value.text, "" if value.official else value.remark, value.official)


def _inhabited(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts without headings below which the book holds nothing."""
    kept: list[Part] = []
    open_at = -1  # the depth of the headings that what follows stands below
    for part in reversed(parts):
        if not isinstance(part, Group):
            open_at = MOST if isinstance(part, Block) else open_at
            kept.append(part)
        elif part.text or part.depth < open_at:
            open_at = part.depth
            kept.append(part)
    return tuple(reversed(kept))


def _passage(name: str, quote: Quote | None, words: Words) -> Iterator[Passage]:
    if quote and quote.paragraphs:
        yield Passage(words(name), paragraphs(quote))


def _group(section: SectionView, around: bool, words: Words) -> Group:
    remarks = (words("document.inferred"),) if section.inferred else ()
    return Group(section.heading, section.depth, remarks, section.brackets, paragraphs(section.intro) if around else ())


def _own(chapter: Chapter, words: Words) -> tuple[Chapter, ...]:
    """A document by itself: its own chapters, after one that says what it is; as it is where it has no chapters."""
    starts = [at for at, part in enumerate(chapter.parts) if isinstance(part, Group) and not part.depth]
    if not starts:
        return (chapter,)
    first = replace(chapter, short=words("document.header"), title=words("document.header"), official=False)
    own = [replace(first, parts=chapter.parts[: starts[0]])]
    for start, end in zip(starts, [*starts[1:], len(chapter.parts)], strict=True):
        group = chapter.parts[start]
        assert isinstance(group, Group)
        own.append(_chapter_of(group, f"{chapter.label}#{start}", chapter.parts[start + 1 : end]))
    return tuple(own)


def _chapter_of(group: Group, label: str, parts: tuple[Part, ...]) -> Chapter:
    """A section as a chapter of its own; its words stand first."""
    opening = replace(group, heading="")
    said = (opening,) if opening.text or opening.brackets or opening.remarks else ()
    return Chapter(label, group.heading, group.heading, True, None, (), (), (*said, *parts))
