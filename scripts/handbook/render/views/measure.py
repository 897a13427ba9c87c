"""The page of a measure: what it says, officially and in short, and the way to its source and its neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Document, DocumentRecord, Erratum, Measure, Section
from .. import links
from ..errata import Misprint, within
from ..shelf import Shelf
from ..summary import summary
from ..words import Words
from . import facts
from .document import card_issuer, section_heading
from .marks import Marks, said
from .parts import Head, Link, Paragraph, Quote, Row, Value
from .related import RelatedViews, related_views
from .shown import wording_of
from .standing import StandingView, standing_view
from .terms import TermNote, term_links, term_notes
from .ties import Ties, basis_row, references_row, ties, topics_row
from .wording import DESCRIPTION_LENGTH, heading_of, lines_link, name_of, shortened, whole


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a policy card, label and value as printed."""

    label: str
    value: Quote


@dataclass(frozen=True, slots=True)
class NoteView:
    """A word of the editors, with the link to the place it is about."""

    text: str
    place: Link | None


@dataclass(frozen=True, slots=True)
class MeasureView:
    """All that the page of a measure says; `untitled` where the name is the beginning of the text."""

    head: Head
    kind: str
    number: str
    name: str
    untitled: bool
    general: bool
    summary: str
    document: Link
    standing: StandingView
    benefits: tuple[facts.BenefitRow, ...]
    facts: tuple[Row, ...]
    ties: Ties
    related: RelatedViews
    as_of: str
    text: Quote
    brackets: tuple[tuple[Paragraph, ...], ...]
    from_section: bool
    fields: tuple[FieldView, ...]
    notes: tuple[NoteView, ...]
    terms: tuple[TermNote, ...]
    source: Link
    source_facts: tuple[str, ...]
    original: Link | None
    previous: Link | None
    following: Link | None


def measure_view(record: DocumentRecord, index: int, shelf: Shelf, words: Words) -> MeasureView:
    """The view of the measure at `index` of a document's measures in reading order."""
    here_record = record.measures[index]
    measure = here_record.measure
    here = links.measure(here_record.id)
    shown = wording_of(record.document, measure)
    marks = Marks.of(shown.passages(), said(measure.findings), term_links(here_record.id, shelf, here))
    anchor = links.measure_anchor(here_record.id)
    original = lines_link(shelf, words, here, measure.span, anchor)
    return MeasureView(
        head=_head(record, measure, here, shelf, words),
        kind=record.document.kind,
        number=measure.number,
        name=name_of(measure),
        untitled=not measure.title,
        general=measure.kind == "general",
        summary=summary(measure.findings, words),
        document=Link(whole(record.document.title), links.link(here, links.document(record.id))),
        standing=standing_view(here_record.standing, shelf.library.as_of, words),
        benefits=facts.benefits(measure, shelf, words, here, marks),
        facts=_panel(record, measure, shelf, words, here, marks),
        ties=ties(here_record, shelf, words, here, facts.pointer(shelf, here, marks)),
        related=related_views(record, here_record, shelf, words, here),
        as_of=words("page.as_of", day=shelf.library.as_of.isoformat()),
        text=marks.quote(0),
        brackets=tuple(marks.paragraphs(1 + at) for at in range(len(shown.brackets))),
        from_section=shown.from_section,
        fields=tuple(
            FieldView(whole(field.label), marks.quote(1 + len(shown.brackets) + at))
            for at, field in enumerate(measure.fields)
        ),
        notes=_notes(record, measure, shelf, words, here),
        terms=term_notes(here_record.id, shelf, here),
        source=Link(record.card.title, links.link(here, links.source(record.card.id))),
        source_facts=_source_facts(record, words),
        original=original,
        previous=_neighbour(record, index - 1, here),
        following=_neighbour(record, index + 1, here),
    )


def _head(record: DocumentRecord, measure: Measure, here: str, shelf: Shelf, words: Words) -> Head:
    crumbs = [Link(words("nav.home"), links.link(here, links.HOME))]
    if shelf.region_of(record):
        crumbs.append(Link(shelf.region_name(record.region), links.link(here, links.region(record.region))))
    crumbs.append(Link(record.short_title, links.link(here, links.document(record.id))))
    section = _section(record.document, measure)
    if section and measure.section is not None:
        there = links.link(here, links.document(record.id), f"s-{measure.section + 1}")
        crumbs.append(Link(section_heading(section, words), there))
    beginning = shortened(measure.text.text or name_of(measure), DESCRIPTION_LENGTH)
    description = words("measure.description", document=record.short_title, text=beginning)
    return Head(f"{heading_of(measure)} · {record.short_title}", description, tuple(crumbs))


def _section(document: Document, measure: Measure) -> Section | None:
    return document.sections[measure.section] if measure.section is not None else None


def _panel(
    record: DocumentRecord, measure: Measure, shelf: Shelf, words: Words, here: str, marks: Marks
) -> tuple[Row, ...]:
    """The facts of the measure, what it hangs together with, then those of its document that a reader needs."""
    document = record.document
    point = facts.pointer(shelf, here, marks)
    own = facts.rows(document, measure, shelf, words, here, marks)
    issuers = tuple(Value(whole(issuer), official=True) for issuer in document.issuers)
    title = whole(document.title) or record.short_title
    held = (Value(title, links.link(here, links.document(record.id)), official=bool(document.title)),)
    number = (Value(whole(document.number), official=True),) if document.number else ()
    dates = tuple(
        Value(finding.value, None, words(f"document.{name}"))
        for name, finding in (("issued", document.issued), ("expires", document.expires))
        if finding
    )
    return (
        *own,
        *basis_row(measure.findings.basis, record.region, shelf, words, here, point),
        *references_row(measure.findings, shelf, words, here, point),
        *topics_row(measure.findings, words, here, point),
        Row("document", words("facts.document"), held),
        Row("number", words("document.number"), number),
        Row("issuer", words("document.issuer"), issuers or card_issuer(record, words)),
        Row("dates", words("facts.dates"), dates),
    )


def _notes(record: DocumentRecord, measure: Measure, shelf: Shelf, words: Words, here: str) -> tuple[NoteView, ...]:
    notes = [NoteView(note.text, lines_link(shelf, words, here, note.span)) for note in measure.notes]
    if measure.number_inferred and not notes:
        notes.append(NoteView(words("note.number_inferred", number=measure.number), None))
    if not any(note.code == "erratum" for note in measure.notes):
        found = within(measure.span, shelf.misprints.get(record.card.id, ()))
        notes += [NoteView(erratum_text(one.erratum, words), _place(one, shelf, words, here)) for one in found]
    return tuple(notes)


def _place(one: Misprint, shelf: Shelf, words: Words, here: str) -> Link | None:
    return lines_link(shelf, words, here, one.span) if one.span else None


def erratum_text(erratum: Erratum, words: Words) -> str:
    return words("note.erratum", printed=erratum.printed, reading=erratum.reading, why=erratum.why)


def _source_facts(record: DocumentRecord, words: Words) -> tuple[str, ...]:
    card = record.card
    return (
        words("source.captured_on", day=card.captured.isoformat()),
        words("source.obtained_from", how=card.obtained),
    )


def _neighbour(record: DocumentRecord, index: int, here: str) -> Link | None:
    if not 0 <= index < len(record.measures):
        return None
    neighbour = record.measures[index]
    return Link(heading_of(neighbour.measure), links.link(here, links.measure(neighbour.id)))
