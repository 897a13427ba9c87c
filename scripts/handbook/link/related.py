"""For each measure those of other documents on the same subject, at most five, the nearest first, each with what they share.

Near are words (`nearness`), nearer a shared topic, a little nearer the same instrument. A measure is related where the
two share a topic, or a term that few measures use; near words alone are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..model import DocumentRecord, Instrument, Library, MeasureRecord, Related, RelatedMeasures, Vocabulary
from .nearness import nearness

MOST = 5
SAME_TOPIC = 0.15  # added to the nearness of the words
SAME_INSTRUMENT = 0.02
NEAR = 0.08  # of the words, where a topic is shared
NEARER = 0.2  # where only a term is
RARE = 0.05  # of the measures: a term that more of them use is no bond by itself
VAGUE: Instrument = "other"


@dataclass(frozen=True, slots=True)
class _Known:
    """What is compared of a measure besides its words; `bases` are the documents that it or its document carries out."""

    record: DocumentRecord
    item: MeasureRecord
    topics: tuple[str, ...]
    terms: tuple[str, ...]
    instruments: tuple[Instrument, ...]
    bases: frozenset[str]


def with_related(library: Library, vocabulary: Vocabulary) -> Library:
    """The library with the related measures of each of its measures; goals and final provisions have none."""
    known = _known(library)
    parents = {region.id: region.parent for region in vocabulary.regions}
    uses = {entry.term.id: len(entry.uses) for entry in library.terms}
    rare = frozenset(term for term, count in uses.items() if count <= max(RARE * len(known), 2))
    near = nearness([(each.item.measure.title.text, _words(each.item)) for each in known])
    related = (
        RelatedMeasures(one.item.id, tuple(_nearest(one, weights, known, rare, parents)))
        for one, weights in zip(known, near, strict=True)
    )
    return replace(library, related=tuple(one for one in related if one.others))


def _known(library: Library) -> list[_Known]:
    terms: dict[str, list[str]] = {}
    for entry in library.terms:
        for use in entry.uses:
            terms.setdefault(use.place, []).append(entry.term.id)
    bases: dict[str, set[str]] = {}
    for link in library.links:
        if link.kind == "basis":
            bases.setdefault(link.origin, set()).add(link.target.partition("/")[0])
    return [
        _Known(
            record,
            item,
            tuple(topic.id for topic in item.measure.findings.topics),
            tuple(terms.get(item.id, ())),
            tuple(dict.fromkeys(benefit.instrument for benefit in item.measure.findings.benefits)),
            frozenset(bases.get(item.id, set()) | bases.get(record.id, set())),
        )
        for record in library.documents
        for item in record.measures
        if item.measure.kind == "measure"
    ]


def _words(item: MeasureRecord) -> str:
    return item.measure.text.text or "\n".join(field.value.text for field in item.measure.fields)


def _nearest(
    one: _Known, weights: Mapping[int, float], known: Sequence[_Known], rare: frozenset[str], parents: Mapping[str, str]
) -> Iterator[Related]:
    """The related measures of one, the nearest first and among equals in the order of the library."""
    found: list[tuple[float, int, Related]] = []
    for place, weight in weights.items():
        other = known[place]
        if other.record.id == one.record.id:
            continue
        tie = _tie(one, other, parents)
        if weight >= (NEAR if tie.topics else NEARER) and (tie.topics or rare.intersection(tie.terms)):
            bonus = SAME_TOPIC * bool(tie.topics) + SAME_INSTRUMENT * bool(tie.instruments)
            found.append((-weight - bonus, place, tie))
    return (tie for _, _, tie in sorted(found, key=lambda each: each[:2])[:MOST])


def _tie(one: _Known, other: _Known, parents: Mapping[str, str]) -> Related:
    return Related(
        other.item.id,
        topics=tuple(topic for topic in one.topics if topic in other.topics),
        terms=tuple(term for term in one.terms if term in other.terms),
        instruments=tuple(kind for kind in one.instruments if kind in other.instruments and kind != VAGUE),
        level=_level(one.record.region, other.record.region, parents),
        carries="out" if other.record.id in one.bases else "by" if one.record.id in other.bases else "",
    )


def _level(here: str, there: str, parents: Mapping[str, str]) -> Literal["above", "below", ""]:
    """Where the other region stands in the hierarchy of this one: 省 above its 市, 市 below its 省."""
    if there in _above(here, parents):
        return "above"
    return "below" if here in _above(there, parents) else ""


def _above(region: str, parents: Mapping[str, str]) -> list[str]:
    chain: list[str] = []
    while (region := parents.get(region, "")) and region not in chain:
        chain.append(region)
    return chain
