"""Which words of a page its facts point to: each gets a name, so that a fact links to the characters that say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...model import Findings, Passage, Span
from .parts import Paragraph, Quote, TermLink
from .wording import paragraphs


@dataclass(frozen=True, slots=True)
class Marks:
    """The passages that a page shows, each with the named places in it (start, end, name), not overlapping.

    `terms` are, in the same way, the words of each passage that open a definition.
    """

    shown: tuple[Passage, ...]
    places: tuple[tuple[tuple[int, int, str], ...], ...]
    terms: tuple[tuple[tuple[int, int, TermLink], ...], ...]

    @staticmethod
    def of(shown: Iterable[Passage], said: Iterable[Passage], terms: Iterable[tuple[Passage, TermLink]] = ()) -> Marks:
        """Names for every place in `shown` that says one of `said`; of overlapping places the widest is named."""
        passages = tuple(shown)
        spans = sorted({passage.locate() for passage in said if passage}, key=lambda span: (span.start, -span.end))
        places: list[tuple[tuple[int, int, str], ...]] = []
        count = 0
        for passage in passages:
            found = []
            for start, end in _apart(passage, spans):
                count += 1
                found.append((start, end, f"w{count}"))
            places.append(tuple(found))
        return Marks(passages, tuple(places), _opened(passages, terms))

    def anchor(self, said: Passage) -> str:
        """The name of the place that holds these words; empty where the page does not show them."""
        span = said.locate()
        for passage, places in zip(self.shown, self.places, strict=True):
            found = passage.find(span) if places else None
            for start, end, name in places if found else ():
                if found and start <= found[0] and found[1] <= end:
                    return name
        return ""

    def quote(self, index: int) -> Quote:
        """The shown passage at `index`, with its names."""
        return Quote(self.paragraphs(index), None)

    def paragraphs(self, index: int) -> tuple[Paragraph, ...]:
        return paragraphs(self.shown[index].text, self.places[index], self.terms[index])


def _opened(
    passages: tuple[Passage, ...], terms: Iterable[tuple[Passage, TermLink]]
) -> tuple[tuple[tuple[int, int, TermLink], ...], ...]:
    """The places of terms, each in the first passage that shows it."""
    opened: list[list[tuple[int, int, TermLink]]] = [[] for _ in passages]
    for words, term in terms:
        span = words.locate()
        for places, passage in zip(opened, passages, strict=True):
            if found := passage.find(span):
                places.append((*found, term))
                break
    return tuple(tuple(sorted(places, key=lambda place: place[:2])) for places in opened)


def _apart(passage: Passage, spans: list[Span]) -> list[tuple[int, int]]:
    """The places of spans in a passage, without those inside or across another and those across paragraphs."""
    apart: list[tuple[int, int]] = []
    free = 0
    for span in spans:
        found = passage.find(span)
        if found and found[0] >= free and "\n" not in passage.text[found[0] : found[1]]:
            apart.append(found)
            free = found[1]
    return apart


def said(findings: Findings) -> tuple[Passage, ...]:
    """The words behind everything that the facts panel shows."""
    period = (findings.period.quote,) if findings.period else ()
    return (
        *(agency.name for agency in findings.agencies),
        *(benefit.text for benefit in findings.benefits),
        *(amount.text for amount in findings.amounts),
        *(audience.evidence for audience in findings.audiences),
        *(rule.text for rule in findings.stacking),
        *(target.text for target in findings.targets),
        *(reference.text for reference in (*findings.basis, *findings.references)),
        *(topic.evidence for topic in findings.topics),
        *(value for found in findings.contradictions for value in (found.one, found.other)),
        *period,
    )
