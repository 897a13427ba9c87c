"""The list of what the build could not place or had to note, and the misprints of the sources, for every reader."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Problem
from .. import links
from ..shelf import Shelf
from ..words import Words
from .measure import erratum_text
from .parts import Head, Link
from .wording import lines_link


@dataclass(frozen=True, slots=True)
class ProblemRow:
    severity: str
    message: str
    code: str
    place: Link | None


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """What there is to say of one source."""

    source: Link
    problems: tuple[ProblemRow, ...]
    errata: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    head: Head
    lead: str
    groups: tuple[ReportGroup, ...]
    references: Link
    as_of: str


def report_view(shelf: Shelf, words: Words) -> ReportView:
    here = links.REPORT
    crumbs = (
        Link(words("nav.home"), links.link(here, links.HOME)),
        Link(words("nav.about"), links.link(here, links.ABOUT)),
    )
    problems = shelf.library.problems
    groups = []
    for capture in shelf.library.captures:
        card = capture.card
        rows = tuple(_row(problem, shelf, words, here) for problem in problems if problem.span.source == card.id)
        errata = tuple(erratum_text(erratum, words) for erratum in card.errata)
        if rows or errata:
            groups.append(ReportGroup(Link(card.title, links.link(here, links.source(card.id))), rows, errata))
    return ReportView(
        Head(words("report.title"), words("report.description"), crumbs),
        words("report.lead", count=len(problems)),
        tuple(groups),
        Link(words("references.title"), links.link(here, links.REFERENCES)),
        words("page.as_of", day=shelf.library.as_of.isoformat()),
    )


def _row(problem: Problem, shelf: Shelf, words: Words, here: str) -> ProblemRow:
    place = lines_link(shelf, words, here, problem.span)
    return ProblemRow(words(f"severity.{problem.severity}"), problem.message, problem.code, place)
