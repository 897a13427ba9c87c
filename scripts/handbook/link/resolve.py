"""Every document and article that the handbook's texts name, resolved to its one target in the handbook.

A reference keeps its words and place; `target` becomes the id of a document or measure, or stays empty with the reason
in `why`: `outside` for a document that the handbook does not hold, else a Chinese sentence on what is ambiguous. Only
a single candidate is accepted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..model import OUTSIDE, DocumentRecord, Library, Link, MeasureRecord, Passage, Reference, Vocabulary
from .catalogue import Answer, Catalogue
from .names import SHORT
from .titles import comparable
from .within import resolve_within

OF_DOCUMENTS = ("number", "order", "announcement", "number-taiwan")
Kind = Literal["reference", "basis"]
OF_ARTICLES = ("article", "clause")
# 《某办法》（某政发〔2020〕6号), 《某办法》某政发〔2020〕6号, 《某公告》（文号：…）
BETWEEN = re.compile(r"[（(〔\[]?(?:文号|以下)?[：:]?")
# 以下简称《办法》, 简称“《办法》”, (下称《办法》)
NAMED_SHORT = re.compile(r"[简簡下]称(?:为)?[“\"「]?《?([^《》“”\"「」（）\n]{2,20})[》”\"」]")
# 该办法第五条: an article of the document named last
OF_THAT = re.compile(r"^该")
CONFLICT = "标题和文号分别指向 {one} 和 {other}，不能确定所指"
SHORT_WHY = "简称没有在本文中说明所指"


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference with the words around it: `before` up to its start in its own passage, `after` behind it."""

    reference: Reference
    passage: Passage
    start: int
    end: int


def resolved(library: Library, vocabulary: Vocabulary) -> Library:
    """The library with every reference resolved or explained, and the links that follow from them."""
    catalogue = Catalogue(library.documents, vocabulary.regions)
    documents = tuple(_document(record, catalogue) for record in library.documents)
    return replace(library, documents=documents, links=links(documents))


def links(documents: Sequence[DocumentRecord]) -> tuple[Link, ...]:
    """What points from one place of the handbook to another, each pair once, in the order of the origins."""
    found: dict[tuple[str, str], Link] = {}
    for record in documents:
        _add(found, record.id, record.document.basis, "basis")
        _add(found, record.id, record.document.references, "reference")
        for item in record.measures:
            _add(found, item.id, item.measure.findings.basis, "basis")
            _add(found, item.id, item.measure.findings.references, "reference")
    return tuple(found.values())


def _add(found: dict[tuple[str, str], Link], origin: str, references: Sequence[Reference], kind: Kind) -> None:
    for item in references:
        if item.target and item.target != origin:
            found.setdefault((origin, item.target), Link(origin, item.target, kind, item.text.locate()))


def _document(record: DocumentRecord, catalogue: Catalogue) -> DocumentRecord:
    reader = _Reader(record, catalogue)
    measures = tuple(reader.measure(item, place) for place, item in enumerate(record.measures))
    document = record.document
    references = reader.answered(document.references, document.around(), None)
    basis = reader.answered(document.basis, (*document.around(), *(item.text for item in document.measures)), None)
    document = replace(document, references=references, basis=basis, measures=tuple(item.measure for item in measures))
    return replace(record, measures=measures, document=document)


class _Reader:
    """The references of one document: what its short names mean, and where its words stand."""

    def __init__(self, record: DocumentRecord, catalogue: Catalogue) -> None:
        self._record = record
        self._catalogue = catalogue
        self._shorts = _short_names(record)

    def measure(self, item: MeasureRecord, place: int) -> MeasureRecord:
        findings = item.measure.findings
        words = (item.measure.text, *(field.value for field in item.measure.fields))
        references = self.answered(findings.references, words, place)
        basis = self.answered(findings.basis, words, place)
        return replace(
            item, measure=replace(item.measure, findings=replace(findings, references=references, basis=basis))
        )

    def answered(
        self, references: Sequence[Reference], words: Sequence[Passage], here: int | None
    ) -> tuple[Reference, ...]:
        """The references of some words with their targets; a title and the number behind it are read together."""
        mentions = [_mention(reference, words) for reference in references]
        answers: list[Answer] = []
        for i, mention in enumerate(mentions):
            answer = self._single(mention, here, mentions, answers)
            if i and _belongs(mentions[i - 1], mention):
                answers[-1], answer = self._pair(answers[-1], answer, mention)
            answers.append(answer)
        return tuple(
            replace(reference, target=answer.target, why=answer.why)
            for reference, answer in zip(references, answers, strict=True)
        )

    def _single(
        self, mention: Mention, here: int | None, mentions: Sequence[Mention], answers: Sequence[Answer]
    ) -> Answer:
        text, rule = mention.reference.text.text, mention.reference.rule
        if rule in OF_DOCUMENTS:
            return self._catalogue.numbered(text)
        if rule in OF_ARTICLES:
            if OF_THAT.match(text):
                return self._of_that(text, mentions[: len(answers)], answers)
            opening = "\n" not in mention.passage.text[: mention.start].lstrip()
            return resolve_within(text, self._record, here, opening)
        short = comparable(text)
        if short in self._shorts:
            return self._meant(self._shorts[short])
        if len(short) <= SHORT and short.endswith(("措施", "办法", "意见", "方案", "规定", "细则", "通知", "政策")):
            return Answer("", SHORT_WHY)
        return self._catalogue.titled(text, self._record)

    def _meant(self, title: str) -> Answer:
        return self._catalogue.titled(title, self._record) if title else Answer(self._record.id)

    def _of_that(self, text: str, before: Sequence[Mention], answers: Sequence[Answer]) -> Answer:
        """An article of the document named last: of another one, it is that document's own."""
        for mention, answer in zip(reversed(before), reversed(answers), strict=True):
            if mention.reference.rule not in OF_ARTICLES:
                entry = self._catalogue.entries.get(answer.target)
                return resolve_within(text, entry.record, None, False) if entry else Answer("", answer.why or OUTSIDE)
        return resolve_within(text, self._record, None, False)

    def _pair(self, title: Answer, number: Answer, mention: Mention) -> tuple[Answer, Answer]:
        """What a title and the number printed behind it mean together."""
        if title.target and number.target and title.target != number.target:
            why = Answer("", CONFLICT.format(one=title.target, other=number.target))
            return why, why
        if number.target:
            return number, number
        if title.target and self._catalogue.other_number(title.target, mention.reference.text.text):
            return Answer("", OUTSIDE), Answer("", OUTSIDE)  # another document of the same title
        return (title, title) if title.target else (title, Answer("", title.why))


def _mention(reference: Reference, words: Sequence[Passage]) -> Mention:
    span = reference.text.locate()
    for passage in words:
        place = passage.find(span)
        if place:
            return Mention(reference, passage, *place)
    return Mention(reference, reference.text, 0, len(reference.text.text))


def _belongs(title: Mention, number: Mention) -> bool:
    """Whether a number is printed directly behind a title, as its own."""
    return (
        title.reference.rule == "title"
        and number.reference.rule in OF_DOCUMENTS
        and title.passage is number.passage
        and bool(BETWEEN.fullmatch(title.passage.text[title.end : number.start]))
    )


def _short_names(record: DocumentRecord) -> dict[str, str]:
    """The short names that a document declares, each with the title it stands for; empty where it means itself."""
    found: dict[str, str] = {}
    document = record.document
    for passage in (*document.around(), *(item.measure.text for item in record.measures)):
        for match in NAMED_SHORT.finditer(passage.text):
            before = passage.text[max(0, match.start() - 160) : match.start()]
            opened, closed = before.rfind("《"), before.rfind("》")
            title = before[opened : closed + 1] if 0 <= opened < closed >= len(before) - 50 else ""
            found.setdefault(comparable(match[1]), title)
    return found
