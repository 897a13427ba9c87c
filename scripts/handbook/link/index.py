"""Captures become the library: every document and measure gets the id under which it is published.

A document's id is its source's; in a collection it is the one that source.yml gives to its title, else
`<source>-d<n>` by its place. A measure's id is its document's with its place among the measures: `wuhan-2024/03`,
`ezhou-2020/card-03` for a card, `wuhan-2024/g01` for a general one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..model import (
    Capture,
    Document,
    DocumentCard,
    DocumentRecord,
    Library,
    Measure,
    MeasureRecord,
    Passage,
    Problem,
    Region,
    SourceCard,
    Span,
    Vocabulary,
)
from .titles import comparable, same, short_title


@dataclass(frozen=True, slots=True)
class _Named:
    """A document of a capture with its id and the card that names it, if any does."""

    document: Document
    id: str
    card: DocumentCard | None


def library(captures: Sequence[Capture], vocabulary: Vocabulary, as_of: date) -> Library:
    """All captures as one handbook for one day; what does not fit together is listed in `problems`."""
    records: dict[str, DocumentRecord] = {}
    problems: list[Problem] = []
    for capture in captures:
        problems += capture.parsed.problems
        named = _named(capture)
        problems += _unused_cards(capture, named)
        for position, item in enumerate(named, 1):
            id = item.id
            if id in records:
                problems.append(_twice(item))
                id = f"{capture.card.id}-d{position}"
            records[id] = _record(item, id, capture.card, vocabulary.regions)
    problems += _unknown_reports(captures, records)
    ordered = tuple(records[id] for id in sorted(records))
    return Library(as_of, tuple(captures), ordered, tuple(problems))


def _named(capture: Capture) -> tuple[_Named, ...]:
    documents, card = capture.parsed.documents, capture.card
    matched = [_card_for(document, card.documents, documents) for document in documents]
    spare = card.id not in {item.id for item in matched if item}
    single = matched.count(None) == 1
    named = []
    for position, (document, found) in enumerate(zip(documents, matched, strict=True), 1):
        id = found.id if found else card.id if single and spare else f"{card.id}-d{position}"
        named.append(_Named(document, id, found))
    return tuple(named)


def _card_for(document: Document, cards: Sequence[DocumentCard], siblings: Sequence[Document]) -> DocumentCard | None:
    """The card that names a document: by an equal title first, then by the only one that is close."""
    titles = _titles(document)
    equal = [card for card in cards if comparable(card.title) in {comparable(title) for title in titles}]
    if equal:
        return equal[0]
    close = [card for card in cards if any(same(card.title, title) for title in titles)]
    if len(close) != 1:
        return None
    claims = sum(any(same(close[0].title, title) for title in _titles(other)) for other in siblings)
    return close[0] if claims == 1 else None


def _titles(document: Document) -> tuple[str, ...]:
    return tuple(passage.text for passage in (document.title, document.notice_title) if passage)


def _record(item: _Named, id: str, card: SourceCard, regions: Sequence[Region]) -> DocumentRecord:
    document = item.document
    if item.card and item.card.issuers:
        issuers = tuple(Passage(card.id, name, ()) for name in item.card.issuers)
        document = replace(document, issuers=issuers)
    title = document.title.text or (item.card.title if item.card else card.title)
    region = _region_id(item.card.region if item.card and item.card.region else card.region, regions)
    repealed = (item.card and item.card.repealed) or card.repealed
    return DocumentRecord(id, short_title(title), region, document, _measures(id, document), card, repealed=repealed)


def _region_id(name: str, regions: Sequence[Region]) -> str:
    """The id of a region that a card names by any of its forms; the name itself where the vocabulary lacks it."""
    return next((region.id for region in regions if name == region.id or name in region.forms), name)


def _measures(id: str, document: Document) -> tuple[MeasureRecord, ...]:
    counts: Counter[str] = Counter()
    records = []
    for measure in document.measures:
        mark = _mark(measure, document)
        counts[mark] += 1
        records.append(MeasureRecord(f"{id}/{mark}{counts[mark]:02d}", measure))
    return tuple(records)


def _mark(measure: Measure, document: Document) -> str:
    if measure.kind == "general":
        return "g"
    return "card-" if document.kind == "cards" else ""


def _unused_cards(capture: Capture, named: Sequence[_Named]) -> list[Problem]:
    used = {item.card.id for item in named if item.card}
    return [
        Problem(
            "warning",
            "document-not-found",
            f"source.yml 登记了《{card.title}》，原文里没有找到这个标题：请核对标题",
            Span(capture.card.id, 0, 0),
        )
        for card in capture.card.documents
        if card.id not in used
    ]


def _twice(item: _Named) -> Problem:
    message = f"文件编号 {item.id} 已被另一份文件使用：请在 source.yml 的 documents 里给它另一个编号"
    return Problem("error", "id-twice", message, item.document.span)


def _unknown_reports(captures: Sequence[Capture], records: dict[str, DocumentRecord]) -> list[Problem]:
    return [
        Problem(
            "error",
            "report-unknown",
            f"source.yml 的 reports 写了 {id}，手册里没有这份文件：请核对编号",
            Span(capture.card.id, 0, 0),
        )
        for capture in captures
        for id in capture.card.reports
        if id not in records
    ]
