"""The official wording that the page of a measure shows: its text, its agency brackets, the fields of its card."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Document, Measure, Passage


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
class Shown:
    """The official wording of the page: the text, the agency brackets as printed, the values of the card."""

    text: Passage
    brackets: tuple[Passage, ...]
    from_section: bool
    fields: tuple[Passage, ...]

    def passages(self) -> tuple[Passage, ...]:
        return (self.text, *self.brackets, *self.fields)


def wording_of(document: Document, measure: Measure) -> Shown:
    """A bracket that stands in the text or a field is not shown twice; a measure without any shows its section's."""
    fields = tuple(field.value for field in measure.fields)
    own = tuple(bracket for bracket in measure.brackets if not _is_shown(bracket, (measure.text, *fields)))
    above = () if measure.brackets else _section_brackets(document, measure)
    return Shown(_outside_fields(measure), own or above, bool(above), fields)


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
