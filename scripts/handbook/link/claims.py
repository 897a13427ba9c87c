"""What a press article says of the measures it reports, and where its figures differ from the official text.

The article is read sentence by sentence and never published: a claim keeps its place and the measures it reports. Where
a figure of the article and the measure's figure for the same subject differ, both are kept, neither is called right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from ..model import (
    Amount,
    Capture,
    Claim,
    Contradiction,
    DocumentRecord,
    Library,
    Link,
    MeasureRecord,
    Passage,
    PressReport,
    Source,
    Span,
)
from ..text.normalise import normalise
from .likeness import CUT, LONGEST, RUN, Measures, bare

EXCERPT = 100  # characters of a press article that may be quoted in all
CODE = "press-figure"
SPOKEN_ROLES = ("body", "title")
# the end of a sentence or of one of its parallel parts; ...... as some outlets print an ellipsis
STATEMENT = re.compile(r"[^。；！？…\n]+?(?=[。；！？…\n]|\.{3,}|$)")
CLAUSE = re.compile(r"[^，]+")
# 最高分别奖励500万元、100万元: each figure belongs to one of the subjects
RESPECTIVELY = re.compile(r"分别|分別|依次")
OTHER_KINDS = ("threshold", "target", "other")
BEFORE, AFTER = 2, 4  # words on each side by which the same figure of another text is recognised
MOST = 20  # figures of a clause that are compared; a clause of more is a list
WINDOW = 12  # characters in which those words are looked for
# 每年发放5000万元上云服务券, 产出30项以上成果: a figure with its unit, between words
FIGURE = re.compile(r"(?P<value>[0-9][0-9,]*(?:\.[0-9]+)?)(?:[%％]|[万亿]{0,2}元|[万亿]?[项个家条件年户名人])?")
BREAK = re.compile(r"[。；！？，\n]")

Figures = Callable[[Passage], tuple[Amount, ...]]
Value = tuple[str, Decimal]
Placed = tuple[Amount, tuple[int, int]]
Clause = tuple[int, int, tuple[int, ...]]  # its place in the line, and the measures it speaks of


@dataclass(frozen=True, slots=True)
class _Reported:
    """The measures that an article may speak of, with what tells them apart."""

    measures: tuple[MeasureRecord, ...]
    likeness: Measures


def with_reports(library: Library, amounts: Figures) -> Library:
    """The library with the claims of its press sources; `amounts` reads the sums and rates of a passage."""
    records = {record.id: record for record in library.documents}
    reports = tuple(
        _report(capture, [records[id] for id in capture.card.reports if id in records], amounts)
        for capture in library.captures
        if capture.card.rights == "press"
    )
    links = tuple(link for report in reports for link in _links(report))
    return replace(library, reports=reports, links=(*library.links, *links))


def _report(capture: Capture, records: Sequence[DocumentRecord], amounts: Figures) -> PressReport:
    measures = tuple(item for record in records for item in record.measures if item.measure.kind == "measure")
    texts = [f"{item.measure.title.text}\n{item.measure.text.text}" for item in measures]
    reported = _Reported(measures, Measures(texts, [words for record in records for words in _head(record)]))
    claims = tuple(
        claim
        for line in _spoken(capture)
        for claim in _claims(line, reported, amounts)
        if measures
    )  # fmt: skip
    return PressReport(capture.card.id, _within_excerpt(claims))


def _head(record: DocumentRecord) -> Iterator[str]:
    """Words of the whole document, which an article repeats without speaking of one measure."""
    document = record.document
    parts = (document.title, document.notice_title, document.preamble, document.notice)
    return (part.text for part in parts if part)


def _spoken(capture: Capture) -> Iterator[Passage]:
    """The lines of an article as clean text."""
    source = capture.parsed.source
    for segment in capture.parsed.segments:
        if segment.role in SPOKEN_ROLES:
            for start, end in _lines(source, segment.span):
                yield normalise(source.id, source.text, [(start, end)])[0]


def _lines(source: Source, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    while start < span.end:
        end = source.text.find("\n", start, span.end)
        end = span.end if end < 0 else end
        if end > start:
            yield start, end
        start = end + 1


def _claims(line: Passage, reported: _Reported, amounts: Figures) -> Iterator[Claim]:
    """The statements of a line that speak of measures, each with the measures of all its clauses."""
    figures: list[Placed] | None = None
    for statement in STATEMENT.finditer(line.text):
        clauses = _clauses(statement, reported.likeness)
        places = tuple(dict.fromkeys(place for _, _, subjects in clauses for place in subjects))
        if not places:
            continue
        figures = _placed(line, amounts) if figures is None else figures
        found = _contradictions(line, clauses, figures, reported)
        measures = tuple(reported.measures[place].id for place in places)
        yield Claim(line.locate(*statement.span()), measures, found)


def _placed(line: Passage, amounts: Figures) -> list[Placed]:
    """The sums and rates of a line with their places in it."""
    placed = [(amount, place) for amount in amounts(line) if (place := line.find(amount.text.locate()))]
    return sorted(placed, key=lambda each: each[1])


def _clauses(statement: re.Match[str], likeness: Measures) -> list[Clause]:
    """The clauses of a statement with the measures each speaks of; one that names none speaks of those before it."""
    found = []
    subjects: tuple[int, ...] = ()
    for clause in CLAUSE.finditer(statement[0]):
        subjects = likeness.spoken_of(clause[0]) or subjects
        found.append((statement.start() + clause.start(), statement.start() + clause.end(), subjects))
    return found


def _contradictions(
    line: Passage, clauses: Sequence[Clause], figures: Sequence[Placed], reported: _Reported
) -> tuple[Contradiction, ...]:
    """The figures of the clauses that the measures they speak of do not bear out: sums and rates, then any others."""
    found: list[Contradiction] = []
    taken: set[int] = set()
    for start, end, subjects in clauses:
        measures = [reported.measures[place] for place in subjects]
        first, last = (bisect_left(figures, at, key=lambda each: each[1][0]) for at in (start, end))
        here = figures[first : min(last, first + MOST)] if measures else []
        said = line.text[max(clauses[0][0], end - LONGEST) : end]
        for amount, place in here:
            missed = _missed(amount, [each for each, _ in here], measures, said)
            found += [Contradiction(CODE, amount.text, missed)] if missed else []
            taken.update(range(*place) if missed else ())
        for at, one, other in _other_figures(line, start, end, measures):
            found += [Contradiction(CODE, one, other)] if at not in taken else []
    return tuple(found)


def _other_figures(
    line: Passage, start: int, end: int, measures: Sequence[MeasureRecord]
) -> Iterator[tuple[int, Passage, Passage]]:
    """Figures of a clause that stand in a measure between the same words, but differ."""
    for figure in islice(FIGURE.finditer(line.text, start, end), MOST):
        before = bare(line.text[max(start, figure.start() - WINDOW) : figure.start()])[-BEFORE:]
        after = bare(line.text[figure.end() : min(end, figure.end() + WINDOW)])[:AFTER]
        if len(before) < BEFORE or len(after) < AFTER or CUT in before + after:
            continue
        seen = [(item, place) for item in measures for place in _between(item.measure.text.text, before, after)]
        texts = {item.measure.text.text[slice(*place)].replace(",", "") for item, place in seen}
        if seen and figure[0].replace(",", "") not in texts:
            item, place = seen[0]
            yield figure.start(), line.cut(*figure.span()), item.measure.text.cut(*place)


def _between(text: str, before: str, after: str) -> Iterator[tuple[int, int]]:
    """The places of the figures of a text that stand between the given words."""
    for figure in FIGURE.finditer(text):
        left = bare(BREAK.split(text[max(0, figure.start() - WINDOW) : figure.start()])[-1])
        right = bare(BREAK.split(text[figure.end() : figure.end() + WINDOW])[0])
        if left.endswith(before) and right.startswith(after):
            yield figure.span()


def _missed(
    amount: Amount, others: Sequence[Amount], measures: Sequence[MeasureRecord], statement: str
) -> Passage | None:
    """The figure of a measure that the article's figure misses; None where they agree or cannot be compared.

    Where a statement gives its subjects their figures in turn (分别), a measure that has one of the `others` is served.
    """
    values = _values(amount)
    if amount.kind in OTHER_KINDS or not values:
        return None
    in_turn = bool(RESPECTIVELY.search(statement))
    for item in measures:
        known = frozenset[Value]().union(*(_values(own) for own in item.measure.findings.amounts))
        if values <= known:
            if in_turn:
                return None
            continue
        if in_turn and any(_values(other) <= known for other in others if other is not amount):
            continue
        alike = [each for each in _nearest(item, statement) if _forms(each) >= _forms(amount)]
        if len({_of_forms(each, _forms(amount)) for each in alike}) == 1:
            return alike[0].text
    return None


def _nearest(item: MeasureRecord, statement: str) -> list[Amount]:
    """The sums and rates of the sentence of a measure that shares most with a statement."""
    text, words = item.measure.text, bare(statement)
    grams = {words[at : at + RUN] for at in range(len(words) - RUN + 1) if CUT not in words[at : at + RUN]}
    shares: dict[tuple[int, int], int] = {}
    held: dict[tuple[int, int], list[Amount]] = {}
    for own in item.measure.findings.amounts:
        place = text.find(own.text.locate())
        if own.kind in OTHER_KINDS or not place:
            continue
        start = max(text.text.rfind(sign, 0, place[0]) for sign in "。；\n") + 1
        end = min((at for sign in "。；\n" if (at := text.text.find(sign, place[1])) >= 0), default=len(text.text))
        sentence = bare(text.text[start:end])
        shares[start, end] = sum(gram in sentence for gram in grams)
        held.setdefault((start, end), []).append(own)
    if not held:
        return []
    most = max(shares.values())
    return [own for sentence, owns in held.items() if shares[sentence] == most for own in owns]


def _forms(amount: Amount) -> set[str]:
    """Whether an amount states a sum, a rate or both."""
    return {form for form, _ in _values(amount)}


def _of_forms(amount: Amount, forms: set[str]) -> frozenset[Value]:
    return frozenset(value for value in _values(amount) if value[0] in forms)


def _values(amount: Amount) -> frozenset[Value]:
    sums = {("sum", value) for value in (amount.yuan_min, amount.yuan_max) if value is not None}
    rates = (amount.percent, amount.percent_min, amount.percent_max)
    return frozenset(sums | {("rate", value) for value in rates if value is not None})


def _within_excerpt(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with at most EXCERPT characters of the article among them all; the rest keep their places only."""
    left = EXCERPT
    kept = []
    for claim in claims:
        quoted = []
        for item in claim.contradictions:
            size = len(item.one.text)
            whole = size <= left
            left -= size if whole else 0
            quoted.append(item if whole else replace(item, one=replace(item.one, text="")))
        kept.append(replace(claim, contradictions=tuple(quoted)))
    return tuple(kept)


def _links(report: PressReport) -> Iterator[Link]:
    """A link from the article to each measure it reports, once."""
    first: dict[str, Span] = {}
    for claim in report.claims:
        for measure in claim.measures:
            first.setdefault(measure, claim.span)
    return (Link(report.source, measure, "report", span) for measure, span in first.items())
