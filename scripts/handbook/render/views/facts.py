"""The facts panel of a measure: what it gives, to whom, from whom, until when, each value with its words.

A row is one function of what was found and one line of `ROWS`. A row in `SEARCHED` is looked for in every measure, so
that an empty one means that the text does not say; the other rows stand only where there is something to say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ...model import Document, Findings, Measure, Passage
from .. import links
from ..gains import POT, given
from ..shelf import Shelf
from ..words import Words
from .marks import Marks
from .parts import Row, Value
from .wording import whole

SEARCHED = frozenset({"audience", "benefits", "period", "agencies"})
SEARCHED_IN_GENERAL = frozenset({"agencies"})  # goals and scope promise nothing to anyone

Point = Callable[[Passage], Value]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a measure and its document, and how a value points to its words."""

    findings: Findings
    document: Document
    point: Point
    words: Words
    shelf: Shelf
    here: str


Reader = Callable[[Found], tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """One clause of support; words that it does not say are empty."""

    beneficiary: str
    instrument: str
    amounts: tuple[Value, ...]
    condition: str
    clause: Value


def rows(document: Document, measure: Measure, shelf: Shelf, words: Words, here: str, marks: Marks) -> tuple[Row, ...]:
    """The panel, in the order in which a reader asks."""

    found = Found(measure.findings, document, pointer(shelf, here, marks), words, shelf, here)
    searched = SEARCHED if measure.kind == "measure" else SEARCHED_IN_GENERAL
    built = (Row(name, words(f"facts.{name}"), read(found)) for name, read in ROWS.items())
    kept = tuple(row for row in built if row.values or row.name in searched - _in_benefits(measure.findings))
    return kept if measure.findings.benefits else _gathered(kept, words)


def _in_benefits(findings: Findings) -> frozenset[str]:
    """The rows that the table of benefits answers: what is given, and to whom where it says so in its own words."""
    if not findings.benefits:
        return frozenset()
    named = any(benefit.beneficiary for benefit in findings.benefits)
    return frozenset({"benefits", "audience"} if named else {"benefits"})


def _gathered(rows: tuple[Row, ...], words: Words) -> tuple[Row, ...]:
    """The rows of a measure that gives nothing: what its text does not say comes last, in one row, not in several."""
    silent = [row.label for row in rows if not row.values]
    if len(silent) < 2:
        return rows
    said = tuple(row for row in rows if row.values)
    return (*said, Row("silent", words("page.not_stated"), (Value(words("page.comma").join(silent)),)))


def pointer(shelf: Shelf, here: str, marks: Marks) -> Point:
    """How a passage becomes a value of the page `here` that links to its words."""

    def point(passage: Passage) -> Value:
        return _pointed(passage, shelf, here, marks)

    return point


def benefits(measure: Measure, shelf: Shelf, words: Words, here: str, marks: Marks) -> tuple[BenefitRow, ...]:
    """Who gets what, how much, on what condition: a row a clause, each with the link to its words."""
    return tuple(
        BenefitRow(
            beneficiary=whole(benefit.beneficiary),
            instrument=words(f"instrument.{benefit.instrument}"),
            amounts=tuple(
                dict.fromkeys(
                    Value(whole(amount.text), None, words("facts.pot") if amount.kind == POT else "", official=True)
                    for amount in given(benefit)
                )
            ),
            condition=whole(benefit.condition),
            clause=_pointed(benefit.text, shelf, here, marks),
        )
        for benefit in measure.findings.benefits
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


def _audience(found: Found) -> tuple[Value, ...]:
    return tuple(
        Value(
            audience.name, links.link(found.here, links.one_page(audience.id)), see=found.point(audience.evidence).url
        )
        for audience in found.findings.audiences
    )


def _in_the_table(found: Found) -> tuple[Value, ...]:
    """Benefits have a table of their own; the row stands only where there are none."""
    return ()


def _amounts(found: Found) -> tuple[Value, ...]:
    """Sums and rates in their printed words, but for goals and for those that the table of benefits shows already."""
    shown = {
        amount.text.locate()
        for benefit in found.findings.benefits
        for amount in benefit.amounts
        if amount in given(benefit) or benefit.condition.find(amount.text.locate())
    }
    return tuple(
        found.point(amount.text)
        for amount in found.findings.amounts
        if amount.kind != "target" and amount.text.locate() not in shown
    )


def _targets(found: Found) -> tuple[Value, ...]:
    """What the government means to reach: no promise to anyone."""
    return tuple(found.point(target.text) for target in found.findings.targets)


def _stacking(found: Found) -> tuple[Value, ...]:
    """The rules on combining benefits of the measure, then those of the whole document."""
    of_all = (_of_document(found, rule.text) for rule in found.document.stacking)
    return (*(found.point(rule.text) for rule in found.findings.stacking), *of_all)


def _period(found: Found) -> tuple[Value, ...]:
    """The measure's own period, else the sentence on the force of its document."""
    if found.findings.period:
        return (found.point(found.findings.period.quote),)
    return (_of_document(found, found.document.validity),) if found.document.validity else ()


def _of_document(found: Found, passage: Passage) -> Value:
    return replace(found.point(passage), remark=found.words("facts.of_document"))


def _agencies(found: Found) -> tuple[Value, ...]:
    """Every agency as printed and in order, with its full name where the print shares a suffix."""
    values = []
    for agency in found.findings.agencies:
        value = found.point(agency.name)
        remark = found.words("facts.lead") if agency.lead else ""
        page = links.link(found.here, links.agency(agency.id)) if agency.id in found.shelf.agencies else None
        values.append(Value(agency.full or value.text, page or value.url, remark, True, value.url if page else None))
    return tuple(values)


ROWS: dict[str, Reader] = {
    "benefits": _in_the_table,
    "audience": _audience,
    "amounts": _amounts,
    "stacking": _stacking,
    "period": _period,
    "agencies": _agencies,
    "targets": _targets,
}
