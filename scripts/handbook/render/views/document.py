"""The page of a document: its official header, what it says outside its measures, and the table of its measures."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from ...model import DateFinding, Document, DocumentRecord, MeasureRecord, Passage, Section
from .. import links
from ..shelf import Shelf, counted
from ..words import Words
from .parts import Head, Link, Quote, Row, Value
from .row import MeasureRow, measure_row
from .standing import StandingView, document_standing_view
from .ties import basis_row, mentioned
from .wording import lines_link, numbered, passage_link, quote, whole


@dataclass(frozen=True, slots=True)
class SectionView:
    """A chapter with its introduction and its measures; `heading` is empty for measures outside any chapter."""

    anchor: str
    heading: str
    depth: int
    inferred: bool
    brackets: tuple[str, ...]
    intro: Quote
    measures: tuple[MeasureRow, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    head: Head
    title: str
    notice_title: str
    counts: str
    standing: StandingView | None
    header: tuple[Row, ...]
    source: tuple[Row, ...]
    notice: Quote | None
    preamble: Quote | None
    closing: Quote | None
    sections: tuple[SectionView, ...]
    mentioned: tuple[tuple[Link, str], ...]
    press: tuple[Link, ...]
    as_of: str
    original: Link | None


def document_view(record: DocumentRecord, shelf: Shelf, words: Words) -> DocumentView:
    document = record.document
    here = links.document(record.id)
    return DocumentView(
        head=_head(record, shelf, words, here),
        title=whole(document.title) or record.short_title,
        notice_title=whole(document.notice_title),
        counts=counts_of(record, words),
        standing=document_standing_view(record, shelf.library.as_of, words),
        header=_header(record, shelf, words, here),
        source=source_rows(record, shelf, words, here),
        notice=_part(document.notice, shelf, words, here),
        preamble=_part(document.preamble, shelf, words, here),
        closing=_part(document.closing, shelf, words, here),
        sections=_sections(record, shelf, words, here),
        mentioned=mentioned(record.id, shelf, words, here),
        press=tuple(
            Link(capture.card.title, links.link(here, links.source(capture.card.id)))
            for capture in shelf.reported_by(record.id)
        ),
        as_of=words("page.as_of", day=shelf.library.as_of.isoformat()),
        original=lines_link(shelf, words, here, document.span, links.measure_anchor(record.id)),
    )


def counts_of(record: DocumentRecord, words: Words) -> str:
    """How many measures and other parts the document has."""
    measures = counted(record.measures)
    general = len(record.measures) - measures
    key = "document.count_with_general" if general else "document.count"
    return words(key, measures=measures, general=general)


def _head(record: DocumentRecord, shelf: Shelf, words: Words, here: str) -> Head:
    title = whole(record.document.title) or record.short_title
    crumbs = [Link(words("nav.home"), links.link(here, links.HOME))]
    if shelf.region_of(record):
        crumbs.append(Link(shelf.region_name(record.region), links.link(here, links.region(record.region))))
    else:
        crumbs.append(Link(words("nav.documents"), links.link(here, links.DOCUMENTS)))
    description = words("document.description", title=title, counts=counts_of(record, words))
    return Head(title, description, tuple(crumbs))


def _header(record: DocumentRecord, shelf: Shelf, words: Words, here: str) -> tuple[Row, ...]:
    """The official header, each value with the link to the line that says so; the dates are kept apart."""
    document = record.document

    def said(passage: Passage | None) -> tuple[Value, ...]:
        return (_said(passage, whole(passage), shelf, words, here),) if passage else ()

    def dated(finding: DateFinding | None) -> tuple[Value, ...]:
        return (_said(finding.quote, finding.value, shelf, words, here),) if finding else ()

    issuers = tuple(_said(issuer, whole(issuer), shelf, words, here) for issuer in document.issuers)
    addressees = said(document.addressees)
    return (
        Row("issuer", words("document.issuer"), issuers or card_issuer(record, words)),
        Row("number", words("document.number"), said(document.number)),
        Row("issued", words("document.issued"), dated(document.issued)),
        Row("published", words("document.published"), dated(document.published)),
        Row("effective", words("document.effective"), dated(document.effective)),
        Row("expires", words("document.expires"), dated(document.expires)),
        Row("validity", words("document.validity"), said(document.validity)),
        *((Row("addressees", words("document.addressees"), addressees),) if addressees else ()),
        *basis_row(
            document.basis,
            record.region,
            shelf,
            words,
            here,
            lambda passage: _said(passage, whole(passage), shelf, words, here),
        ),
        Row("region", words("document.region"), _region(record, shelf, here)),
    )


def card_issuer(record: DocumentRecord, words: Words) -> tuple[Value, ...]:
    """The issuer that the source card names, where the text prints none; a collection's is not its documents'."""
    card = record.card
    if not card.issuer or record.id != card.id:
        return ()
    return (Value(card.issuer, None, words("document.from_card")),)


def _region(record: DocumentRecord, shelf: Shelf, here: str) -> tuple[Value, ...]:
    if not record.region:
        return ()
    known = shelf.region_of(record)
    return (Value(shelf.region_name(record.region), links.link(here, links.region(known)) if known else None),)


def _said(passage: Passage, text: str, shelf: Shelf, words: Words, here: str) -> Value:
    """A value that the text prints, with its line in the capture as remark and link; or one that the card adds."""
    if not passage.pieces:
        return Value(text, None, words("document.from_card"))
    place = passage_link(shelf, words, here, passage)
    return Value(text, place.url if place else None, place.text if place else "", official=True)


def source_rows(record: DocumentRecord, shelf: Shelf, words: Words, here: str) -> tuple[Row, ...]:
    """Where the text is from, how and when it was captured, and the hash that proves it unchanged."""
    card = record.card
    title = Value(card.title, links.link(here, links.source(card.id)))
    address = links.outside(card.url)
    url = Value(card.url or "", address) if address else Value(words("source.no_url"))
    return (
        Row("source", words("source.title"), (title,)),
        Row("url", words("source.url"), (url,)),
        Row("obtained", words("source.obtained"), (Value(card.obtained),)),
        Row("captured", words("source.captured"), (Value(card.captured.isoformat()),)),
        Row("sha256", words("source.sha256"), (Value(card.sha256),)),
    )


def _part(passage: Passage | None, shelf: Shelf, words: Words, here: str) -> Quote | None:
    return quote(passage, passage_link(shelf, words, here, passage)) if passage else None


def _sections(record: DocumentRecord, shelf: Shelf, words: Words, here: str) -> tuple[SectionView, ...]:
    """The chapters in reading order, and between them under no heading the measures that belong to none."""
    chapters = [
        (section.span.start, _section(record, index, section, shelf, words, here))
        for index, section in enumerate(record.document.sections)
    ]
    starts = [start for start, _ in chapters]
    loose: dict[int, list[MeasureRecord]] = {}
    for measure in record.measures:
        if measure.measure.section is None:
            loose.setdefault(bisect_right(starts, measure.measure.span.start), []).append(measure)
    views: list[SectionView] = []
    for index in range(len(chapters) + 1):
        if index in loose:
            rows = tuple(measure_row(measure, shelf, words, here) for measure in loose[index])
            views.append(SectionView(f"s-0-{index}", "", 0, False, (), Quote((), None), rows))
        if index < len(chapters):
            views.append(chapters[index][1])
    return tuple(views)


def _section(
    record: DocumentRecord, index: int, section: Section, shelf: Shelf, words: Words, here: str
) -> SectionView:
    place = passage_link(shelf, words, here, section.intro) if section.intro else None
    return SectionView(
        anchor=f"s-{index + 1}",
        heading=section_heading(section, words),
        depth=_depth(record.document, index),
        inferred=section.inferred,
        brackets=tuple(whole(bracket) for bracket in section.brackets),
        intro=quote(section.intro, place),
        measures=tuple(
            measure_row(measure, shelf, words, here) for measure in record.measures if measure.measure.section == index
        ),
    )


def section_heading(section: Section, words: Words) -> str:
    """The heading of a chapter as printed, or its number alone where the print has lost the rest."""
    return numbered(section.number, whole(section.title) or words("document.lost_heading"))


def _depth(document: Document, index: int) -> int:
    """How many chapters stand above this one."""
    depth, parent = 0, document.sections[index].parent
    while parent is not None and depth < len(document.sections):
        depth, parent = depth + 1, document.sections[parent].parent
    return depth


def passages_of(document: Document) -> tuple[Passage, ...]:
    """Every passage of a document's own page that links to its characters in the capture."""
    dates = (document.issued, document.published, document.effective, document.expires)
    parts = (document.number, document.validity, document.addressees, document.notice, document.preamble)
    passages = (
        *document.issuers,
        *(found.quote for found in dates if found),
        *parts,
        document.closing,
        *(section.intro for section in document.sections),
    )
    return tuple(passage for passage in passages if passage and passage.pieces)
