"""A measure as a block of a book, from the same view as its page."""

from __future__ import annotations

from ...model import DocumentRecord
from ...render import links
from ...render.shelf import Shelf
from ...render.views import facts as panel
from ...render.views.measure import FieldView, MeasureView, measure_view
from ...render.views.parts import Paragraph, Quote
from ...render.views.related import RelatedView
from ...render.views.standing import StandingView
from ...render.views.wording import numbered
from ...render.words import Words
from .parts import Block, Field, Gain, Row, Status, Value
from .points import Points, plain

OF_CHAPTER = frozenset({"document", "number", "issuer", "dates"})  # facts that the head of the chapter says


def block(record: DocumentRecord, index: int, shelf: Shelf, words: Words, points: Points) -> Block:
    """The measure at `index` of a document's measures; its label is its address on the site."""
    here = links.measure(record.measures[index].id)
    view = measure_view(record, index, shelf, words)
    facts = tuple(row for row in view.facts if row.name not in OF_CHAPTER)
    return Block(
        label=here,
        heading=numbered(view.number, view.name),
        remarks=_remarks(view, words),
        status=status(view.standing),
        summary=view.summary,
        gains=tuple(_gain(row) for row in view.benefits),
        facts=(*points.rows(facts, here), *_ties(view, words, points, here)),
        fields=tuple(_field(field) for field in view.fields),
        text=paragraphs(view.text),
        brackets=tuple(_text(paragraph) for bracket in view.brackets for paragraph in bracket),
        from_section=view.from_section,
        notes=tuple(note.text for note in view.notes),
        related=tuple(_related(one, points, here) for one in view.related.listed),
        page=points.to(here),
    )


def status(view: StandingView) -> Status:
    return Status(view.name, view.word, view.dates, view.as_of)


def paragraphs(quote: Quote | None) -> tuple[str, ...]:
    """Official wording, paragraph by paragraph."""
    return tuple(_text(paragraph) for paragraph in quote.paragraphs) if quote else ()


def _text(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs)


def _remarks(view: MeasureView, words: Words) -> tuple[str, ...]:
    found = (("measure.untitled", view.untitled), ("measure.general", view.general))
    return tuple(words(name) for name, holds in found if holds)


def _gain(row: panel.BenefitRow) -> Gain:
    return Gain(row.beneficiary, row.instrument, tuple(plain(amount) for amount in row.amounts), row.condition)


def _field(view: FieldView) -> Field:
    return Field(view.label, paragraphs(view.value))


def _ties(view: MeasureView, words: Words, points: Points, here: str) -> tuple[Row, ...]:
    """What the measure hangs together with, as rows of its facts."""
    ties = view.ties
    differing = (points.value(value, here) for each in ties.differences for value in (each.one, each.other))
    mentioned = (points.link(link, how, here) for link, how in ties.mentioned)
    press = (Value(report.article.text, report.outlet) for report in ties.reported)
    rows = (
        ("ties.differences", tuple(differing)),
        ("ties.mentioned", tuple(mentioned)),
        ("ties.press", tuple(press)),
    )
    return tuple(Row(words(name), values) for name, values in rows if values)


def _related(view: RelatedView, points: Points, here: str) -> Value:
    """A measure of another document, with its status on the day of the book."""
    return points.link(view.measure, f"{view.document}　{view.standing.word}", here)
