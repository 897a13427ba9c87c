"""The facts panel of a measure: what it gives, to whom, from whom, until when, each value with its words.

A row is one function of the findings and one line of `ROWS`. A row in `SEARCHED` is read from every text, so that an
empty one means that the text does not say; the other rows are left out until their reader exists.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handbook.model import Amount, Findings, MeasureRecord, Passage

from .. import links
from ..shelf import Shelf
from ..words import Words
from .parts import Row, Value
from .wording import position, whole

SEARCHED = frozenset({"agencies"})

Anchors = Mapping[tuple[int, int], str]
Point = Callable[[Passage], Value]
Reader = Callable[[Findings, Point, Words], tuple[Value, ...]]


def anchors(record: MeasureRecord) -> dict[tuple[int, int], str]:
    """Names for the places in the text that the panel links to; of overlapping ones the first and longest is named."""
    found = record.measure.findings
    passages = [benefit.text for benefit in found.benefits]
    passages += [amount.text for amount in found.amounts]
    passages += [audience.evidence for audience in found.audiences]
    passages += [found.period.quote] if found.period else []
    text = record.measure.text
    places = {place for passage in passages if passage and (place := position(text, passage.locate()))}
    named: dict[tuple[int, int], str] = {}
    free = 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= free and "\n" not in text.text[start:end]:
            named[start, end] = f"w{len(named) + 1}"
            free = end
    return named


def rows(record: MeasureRecord, shelf: Shelf, words: Words, here: str, named: Anchors) -> tuple[Row, ...]:
    """The panel, in the order in which a reader asks."""

    def point(passage: Passage) -> Value:
        return _pointed(passage, record, shelf, here, named)

    built = (
        Row(name, words(f"facts.{name}"), read(record.measure.findings, point, words)) for name, read in ROWS.items()
    )
    return tuple(row for row in built if row.values or row.name in SEARCHED)


def _pointed(passage: Passage, record: MeasureRecord, shelf: Shelf, here: str, named: Anchors) -> Value:
    """A value in its own words, linked to them: on this page where they are marked, else in the capture."""
    place = position(record.measure.text, passage.locate())
    if place:
        for (start, end), anchor in named.items():
            if start <= place[0] and place[1] <= end:
                return Value(whole(passage), links.link(here, here, anchor), official=True)
    url = None
    if passage and shelf.has_text_page(passage.source):
        line, _ = shelf.lines(passage.locate())
        url = links.link(here, links.source(passage.source), links.line_anchor(line))
    return Value(whole(passage), url, official=True)


def _audience(found: Findings, point: Point, words: Words) -> tuple[Value, ...]:
    return tuple(Value(audience.name, point(audience.evidence).url) for audience in found.audiences)


def _benefits(found: Findings, point: Point, words: Words) -> tuple[Value, ...]:
    return tuple(point(benefit.text) for benefit in found.benefits)


def _amounts(found: Findings, point: Point, words: Words) -> tuple[Value, ...]:
    """Sums and rates that are not part of a benefit already shown, in their printed words."""
    shown = {amount.text.locate() for benefit in found.benefits for amount in benefit.amounts}
    return tuple(_amount(amount, point) for amount in found.amounts if amount.text.locate() not in shown)


def _amount(amount: Amount, point: Point) -> Value:
    return point(amount.text)


def _agencies(found: Findings, point: Point, words: Words) -> tuple[Value, ...]:
    """Every agency as printed and in order, with its full name where the print shares a suffix."""
    values = []
    for agency in found.agencies:
        value = point(agency.name)
        remark = words("facts.lead") if agency.lead else ""
        values.append(Value(agency.full or value.text, value.url, remark, official=True))
    return tuple(values)


def _period(found: Findings, point: Point, words: Words) -> tuple[Value, ...]:
    return (point(found.period.quote),) if found.period else ()


def _stacking(found: Findings, point: Point, words: Words) -> tuple[Value, ...]:
    return tuple(point(rule.text) for rule in found.stacking)


ROWS: dict[str, Reader] = {
    "audience": _audience,
    "benefits": _benefits,
    "amounts": _amounts,
    "stacking": _stacking,
    "period": _period,
    "agencies": _agencies,
}
