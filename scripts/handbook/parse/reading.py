"""One draft read to a document, with its parts painted on the canvas of the capture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Document, DocumentKind, Measure, Passage, Problem, Section, Span
from ..text.agency_list import states_lead_rule
from . import wording
from .blocks import blocks
from .cards import cards, holds_cards
from .drafts import Draft
from .ends import Head, Tail, read_head, read_tail
from .lost import restore
from .outline import outline
from .partition import Canvas
from .units import units

KINDS: tuple[tuple[str, DocumentKind], ...] = (
    ("方案", "plan"), ("计划", "plan"), ("规划", "plan"), ("纲要", "plan"), ("意见", "opinion"), ("办法", "articles"), ("辦法", "articles"),
    ("规定", "articles"), ("条例", "articles"), ("细则", "articles"), ("清单", "cards"), ("措施", "measures"), ("政策", "measures"),
    ("举措", "measures"), ("通知", "notice"), ("公告", "notice"), ("通告", "notice"),
)  # fmt: skip
EMPTY = Passage("", "", ())


def read(draft: Draft, canvas: Canvas, groups: Mapping[str, Passage]) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document of a draft, or None where it holds no unit of policy; and what could not be placed."""
    head = read_head(draft.head, canvas)
    for piece in draft.body:
        canvas.passage(piece.text, "body")
    problems: tuple[Problem, ...] = ()
    if holds_cards(draft.body):
        found = cards(draft.body, groups)
        for title in found.titles:
            canvas.passage(title, "measure-heading")
        for label in found.labels:
            canvas.passage(label, "card-label")
        for value in found.values:
            canvas.passage(value, "card-value")
        sections, measures, rest, closing, carded = found.sections, found.measures, found.rest, None, True
    else:
        paragraphs = [piece.paragraph for piece in draft.body]
        tree = outline(blocks(paragraphs))
        problems = restore(tree)
        made = units(tree, paragraphs, draft.annex)
        for passage, is_measure in made.headings:
            canvas.passage(passage, "measure-heading" if is_measure else "section-heading")
        for passage in made.agencies:
            canvas.passage(passage, "agencies")
        for passage in made.marks:
            canvas.passage(passage, "furniture", "list-mark")
        canvas.passage(made.closing, "closing")
        sections, measures, rest, closing = made.sections, made.measures, made.preamble, made.closing
        carded = sum(bool(measure.fields) for measure in measures) * 2 > len(measures)
    if rest and head.title is None:
        head.title, rest = _title_before(rest)
    canvas.passage(head.title, "title")
    for passage in rest:
        canvas.passage(passage, "preamble")
    canvas.cut(measure.span for measure in measures)
    tail = read_tail(draft.tail, canvas)
    if not measures:
        return None, problems
    return _document(head, tail, tuple(sections), tuple(measures), (*head.preamble, *rest), closing, carded), problems


def _title_before(rest: Sequence[Passage]) -> tuple[Passage | None, list[Passage]]:
    """The title in front of the first mark of a text without line breaks: all of it, or the words before its first gap."""
    first = rest[0]
    for end in (len(first.text), first.pieces[1].at if len(first.pieces) > 1 else 0):
        if end and wording.TITLE.fullmatch(first.text, 0, end):
            after = first.cut(end)
            return first.cut(0, end), [after, *rest[1:]] if after else list(rest[1:])
    return None, list(rest)


def _document(
    head: Head, tail: Tail, sections: tuple[Section, ...], measures: tuple[Measure, ...], preamble: Sequence[Passage],
    closing: Passage | None, carded: bool,
) -> Document:  # fmt: skip
    words = head.title or EMPTY
    ruled = next((b for m in measures for b in m.brackets if states_lead_rule(b.text)), None)
    parts = [part for part in (closing, *tail.closing) if part]
    return Document(
        title=words,
        kind="cards" if carded else _kind(words.text, measures),
        span=_span(measures),
        sections=sections,
        measures=measures,
        notice_title=head.notice_title,
        issuers=head.issuers or tail.issuers or head.named,
        number=head.number,
        addressees=head.addressees,
        issued=head.issued or tail.issued,
        published=tail.printed,
        notice=Passage.join(head.notice, "\n") if head.notice else None,
        preamble=Passage.join(preamble, "\n") if preamble else None,
        closing=Passage.join(parts, "\n") if parts else None,
        lead_rule=ruled,
    )


def _kind(title: str, measures: Sequence[Measure]) -> DocumentKind:
    if any(measure.number.startswith("第") and measure.number.endswith(("条", "條")) for measure in measures):
        return "articles"
    found = [(title.rfind(word), kind) for word, kind in KINDS if word in title]
    return max(found)[1] if found else "measures"


def _span(measures: Sequence[Measure]) -> Span:
    first, last = measures[0].span, measures[-1].span
    return Span(first.source, first.start, last.end)
