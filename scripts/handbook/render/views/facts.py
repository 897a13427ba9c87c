"""The facts panel of a measure: what it gives, to whom, from whom, until when, each value with its words.

A row is one function of the findings and one line of `ROWS`. A row in `SEARCHED` is read from every text, so that an
empty one means that the text does not say; the other rows are left out until their reader exists.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...model import Findings, MeasureRecord, Passage
from .. import links
from ..shelf import Shelf
from ..words import Words
from .marks import Marks
from .parts import Row, Value
from .wording import whole

SEARCHED = frozenset({"agencies"})

Point = Callable[[Passage], Value]
Reader = Callable[[Findings, Point, Words], tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """One clause of support; words that it does not say are empty."""

    beneficiary: str
    instrument: str
    amounts: tuple[str, ...]
    condition: str
    clause: Value


def rows(record: MeasureRecord, shelf: Shelf, words: Words, here: str, marks: Marks) -> tuple[Row, ...]:
    """The panel, in the order in which a reader asks."""

    def point(passage: Passage) -> Value:
        return _pointed(passage, shelf, here, marks)

    built = (
        Row(name, words(f"facts.{name}"), read(record.measure.findings, point, words)) for name, read in ROWS.items()
    )
    return tuple(row for row in built if row.values or row.name in SEARCHED)


def benefits(record: MeasureRecord, shelf: Shelf, words: Words, here: str, marks: Marks) -> tuple[BenefitRow, ...]:
    """Who gets what, how much, on what condition: a row a clause, each with the link to its words."""
    return tuple(
        BenefitRow(
            beneficiary=whole(benefit.beneficiary),
            instrument=words(f"instrument.{benefit.instrument}"),
            amounts=tuple(whole(amount.text) for amount in benefit.amounts),
            condition=whole(benefit.condition),
            clause=_pointed(benefit.text, shelf, here, marks),
        )
        for benefit in record.measure.findings.benefits
    )


def _pointed(passage: Passage, shelf: Shelf, here: str, marks: Marks) -> Value:
    """A value in its own words, linked to them: on this page where they are marked, else in the capture."""
    anchor = marks.anchor(passage)
    if anchor:
        return Value(whole(passage), links.link(here, here, anchor), official=True)
    if not passage or not shelf.has_text_page(passage.source):
        return Value(whole(passage), official=True)
    line, _ = shelf.lines(passage.locate())
    url = links.link(here, links.source(passage.source), links.line_anchor(line))
    return Value(whole(passage), url, official=True)


def _audience(found: Findings, point: Point, words: Words) -> tuple[Value, ...]:
    return tuple(Value(audience.name, point(audience.evidence).url) for audience in found.audiences)


def _amounts(found: Findings, point: Point, words: Words) -> tuple[Value, ...]:
    """Sums and rates that are not part of a benefit already shown, in their printed words."""
    shown = {amount.text.locate() for benefit in found.benefits for amount in benefit.amounts}
    return tuple(point(amount.text) for amount in found.amounts if amount.text.locate() not in shown)


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
    "amounts": _amounts,
    "stacking": _stacking,
    "period": _period,
    "agencies": _agencies,
}
