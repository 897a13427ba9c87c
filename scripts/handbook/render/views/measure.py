"""The page of a measure: what it says, officially and in short, and the way to its source and its neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Document, DocumentRecord, Erratum, Measure, Passage, Section
from .. import links
from ..shelf import Shelf
from ..words import Words
from . import facts
from .document import card_issuer, section_heading
from .marks import Marks, said
from .parts import Head, Link, Paragraph, Quote, Row, Value
from .standing import StandingView, standing_view
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
    document: Link
    standing: StandingView
    benefits: tuple[facts.BenefitRow, ...]
    facts: tuple[Row, ...]
    as_of: str
    text: Quote
    brackets: tuple[tuple[Paragraph, ...], ...]
    from_section: bool
    fields: tuple[FieldView, ...]
    notes: tuple[NoteView, ...]
    source: Link
    source_facts: tuple[str, ...]
    original: Link | None
    previous: Link | None
    following: Link | None
    report: Link
    edit: Link


def measure_view(record: DocumentRecord, index: int, shelf: Shelf, words: Words) -> MeasureView:
    """The view of the measure at `index` of a document's measures in reading order."""
    here_record = record.measures[index]
    measure = here_record.measure
    here = links.measure(here_record.id)
    shown = _shown(record.document, measure)
    marks = Marks.of(shown.passages(), said(measure.findings))
    anchor = links.measure_anchor(here_record.id)
    original = lines_link(shelf, words, here, measure.span, anchor)
    return MeasureView(
        head=_head(record, measure, here, shelf, words),
        kind=record.document.kind,
        number=measure.number,
        name=name_of(measure),
        untitled=not measure.title,
        general=measure.kind == "general",
        document=Link(whole(record.document.title), links.link(here, links.document(record.id))),
        standing=standing_view(here_record.standing, shelf.library.as_of, words),
        benefits=facts.benefits(measure, shelf, words, here, marks),
        facts=_panel(record, measure, shelf, words, here, marks),
        as_of=words("page.as_of", day=shelf.library.as_of.isoformat()),
        text=marks.quote(0),
        brackets=tuple(marks.paragraphs(1 + at) for at in range(len(shown.brackets))),
        from_section=shown.from_section,
        fields=tuple(
            FieldView(whole(field.label), marks.quote(1 + len(shown.brackets) + at))
            for at, field in enumerate(measure.fields)
        ),
        notes=_notes(record, measure, shelf, words, here),
        source=Link(record.card.title, links.link(here, links.source(record.card.id))),
        source_facts=_source_facts(record, words),
        original=original,
        previous=_neighbour(record, index - 1, here),
        following=_neighbour(record, index + 1, here),
        report=Link(words("page.report"), links.link(here, links.CONTRIBUTE)),
        edit=Link(words("page.edit"), links.link(here, links.CONTRIBUTE)),
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
    """The facts of the measure, then those of its document that a reader needs beside them."""
    document = record.document
    own = facts.rows(document, measure, shelf, words, here, marks)
    issuers = tuple(Value(whole(issuer), official=True) for issuer in document.issuers)
    basis = (Value(whole(document.title), links.link(here, links.document(record.id)), official=True),)
    number = (Value(whole(document.number), official=True),) if document.number else ()
    dates = tuple(
        Value(finding.value, None, words(f"document.{name}"))
        for name, finding in (("issued", document.issued), ("expires", document.expires))
        if finding
    )
    return (
        *own,
        Row("basis", words("facts.basis"), basis),
        Row("number", words("document.number"), number),
        Row("issuer", words("document.issuer"), issuers or card_issuer(record, words)),
        Row("dates", words("facts.dates"), dates),
    )


def _outside_fields(measure: Measure) -> Passage:
    """The text without the paragraphs that a field of the card shows already."""
    if not measure.fields:
        return measure.text
    shown = [field.value.locate() for field in measure.fields if field.value]
    kept: list[Passage] = []
    start = 0
    for line in measure.text.text.split("\n"):
        passage = measure.text.cut(start, start + len(line))
        start += len(line) + 1
        span = passage.locate()
        if not any(field.start <= span.start and span.end <= field.end for field in shown):
            kept.append(passage)
    return Passage.join(kept, "\n")


@dataclass(frozen=True, slots=True)
class _Shown:
    """The official wording of the page: the text, the agency brackets as printed, the values of the card."""

    text: Passage
    brackets: tuple[Passage, ...]
    from_section: bool
    fields: tuple[Passage, ...]

    def passages(self) -> tuple[Passage, ...]:
        return (self.text, *self.brackets, *self.fields)


def _shown(document: Document, measure: Measure) -> _Shown:
    """A bracket that stands in the text or a field is not shown twice; a measure without any shows its section's."""
    fields = tuple(field.value for field in measure.fields)
    own = tuple(bracket for bracket in measure.brackets if not _is_shown(bracket, (measure.text, *fields)))
    above = () if measure.brackets else _section_brackets(document, measure)
    return _Shown(_outside_fields(measure), own or above, bool(above), fields)


def _is_shown(bracket: Passage, shown: tuple[Passage, ...]) -> bool:
    """Whether a bracket stands in what is shown, or is a field of the card with its label."""
    span = bracket.locate()
    inside = (passage.locate() for passage in shown if passage)
    return any(passage.find(span) for passage in shown) or any(
        span.start <= field.start and field.end <= span.end for field in inside
    )


def _section_brackets(document: Document, measure: Measure) -> tuple[Passage, ...]:
    """The agency brackets on the heading of the section, or of the nearest one above it that has any."""
    at = measure.section
    for _ in document.sections:
        if at is None:
            break
        if document.sections[at].brackets:
            return document.sections[at].brackets
        at = document.sections[at].parent
    return ()


def _notes(record: DocumentRecord, measure: Measure, shelf: Shelf, words: Words, here: str) -> tuple[NoteView, ...]:
    notes = [NoteView(note.text, lines_link(shelf, words, here, note.span)) for note in measure.notes]
    if measure.number_inferred and not notes:
        notes.append(NoteView(words("note.number_inferred", number=measure.number), None))
    if not any(note.code == "erratum" for note in measure.notes):
        notes += [NoteView(erratum_text(erratum, words), None) for erratum in _errata(record, measure, shelf)]
    return tuple(notes)


def _errata(record: DocumentRecord, measure: Measure, shelf: Shelf) -> tuple[Erratum, ...]:
    """The misprints of the source that stand in this measure, in its clean text or as received."""
    texts = [measure.title.text, measure.text.text, *(field.value.text for field in measure.fields)]
    texts.append(shelf.captures[record.card.id].parsed.source.quote(measure.span))
    return tuple(erratum for erratum in record.card.errata if any(erratum.printed in text for text in texts))


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
