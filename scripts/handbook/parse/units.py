"""Sections and measures from the tree of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model import Field, Measure, MeasureKind, Note, Passage, Section, Span
from . import wording
from .blocks import Block
from .brackets import Closed, closing_brackets, inner_brackets, inner_ranges
from .headings import Heading, heading
from .labels import Label
from .levels import collapse_items, is_frame, is_frame_article
from .outline import Node
from .paragraphs import Paragraph

LIST_MARK = re.compile(r"[-•·●■◆▪►▶★☆※○◇□✓✔*─—]{1,6}\s?(?=\S)")
# a text that stops in mid-word: the print was cut off
CUT_OFF = re.compile(r"[\u4e00-\u9fff]\Z")
# signs around a number that are no part of it
EDGES = "　 ：:•·●■◆▪►▶★☆※○◇□\ufe0f\U0001f539\U0001f538"
BARE_NUMBER = re.compile(r"\d{1,2}(?=[\u4e00-\u9fff])")  # 2开拓市场, over 2.1 …
FIELDS = 3  # labelled lines that make a unit a card


@dataclass(slots=True)
class Units:
    """What the tree of one document gave, with the passages that play each part in the partition."""

    sections: list[Section] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    headings: list[tuple[Passage, bool]] = field(default_factory=list)  # passage, of a measure
    agencies: list[Passage] = field(default_factory=list)
    marks: list[Passage] = field(default_factory=list)
    preamble: list[Passage] = field(default_factory=list)
    closing: Passage | None = None


def units(root: Node, paragraphs: Sequence[Paragraph], annex: bool) -> Units:
    """Sections and measures of a document in reading order."""
    collapse_items(root)
    made = Units()
    made.preamble = [block.text for block in root.blocks]
    flat = all(not child.children for child in root.children)
    _walk(root, made, paragraphs, None, 0, annex, flat)
    return made


def _walk(
    root: Node, made: Units, paragraphs: Sequence[Paragraph], section: int | None, level: int, frame: bool, flat: bool
) -> None:
    """Add the units below `root`; `frame` says that an enclosing chapter frames the policy."""
    waiting = [(child, section, level, frame) for child in reversed(root.children)]
    while waiting:
        node, parent, depth, framed = waiting.pop()
        if node.children or node.bare or (node.inferred and not node.blocks):
            index = _add_section(node, made, parent, depth)
            framed = framed or is_frame(made.sections[index].title.text)
            waiting.extend((child, index, depth + 1, framed) for child in reversed(node.children))
        else:
            lone = not flat and depth == 0
            _add_measure(node, made, paragraphs, parent, framed or lone)


def _add_section(node: Node, made: Units, parent: int | None, level: int) -> int:
    number = node.marker.text if node.marker else ""
    first = node.blocks[0].text if node.blocks else Passage("", "", ())
    text = first.cut(node.printed)
    closed = closing_brackets(text)
    head = heading(closed.body, True)
    title, rest = (head.title, closed.body.cut(head.end)) if head.end else (closed.body, closed.body.cut(0, 0))
    if len(title.text) > 80:
        title, rest = title.cut(0, 0), closed.body
    made.headings.append(
        (first.cut(0, len(first.text) - len(rest.text) - len(closed.taken.text)) if rest else first, False)
    )
    if closed.insides:
        made.agencies.append(closed.taken)
    intro = Passage.join((rest, *(block.text for block in node.blocks[1:])), "\n")
    span = first.locate() if first else _start_of(node)
    numbered = BARE_NUMBER.match(title.text) if node.bare and node.children and _is_decimal(node.children[0]) else None
    if numbered:
        number, title = numbered.group(), title.cut(numbered.end())
    bare_number = number.strip(EDGES).rstrip("、．.")
    made.sections.append(
        Section(bare_number, title.strip("，；："), span, level, parent, closed.insides, intro, node.inferred)
    )
    return len(made.sections) - 1


def _is_decimal(node: Node) -> bool:
    return node.marker is not None and node.marker.style == "decimal"


def _start_of(node: Node) -> Span:
    block = next(node.subtree())
    span = block.text.locate()
    return Span(span.source, span.start, span.start)


def _add_measure(node: Node, made: Units, paragraphs: Sequence[Paragraph], section: int | None, framed: bool) -> None:
    first = node.blocks[0].text
    size = node.printed
    text, following = first.cut(size), node.blocks[1:]
    if size and not text and following and not following[0].label:  # the mark stands alone on its line
        text, following = following[0].text, following[1:]
    more = bool(following)
    above = closing_brackets(text) if more or "。" not in text.text else Closed(text, (), text.cut(0, 0))
    head = heading(above.body, more) if size else Heading(text.cut(0, 0), 0)
    if above.insides and head.end < len(above.body.text):
        above = Closed(text, (), text.cut(0, 0))  # the bracket closes a paragraph of the text, not the heading
    rest = text.cut(head.end) if not above.insides else text.cut(0, 0)
    body, marks = _body(rest, following)
    closed = closing_brackets(body)
    closed, closing = _without_closing_words(closed, body)
    if size or head.end:
        made.headings.append((first.cut(0, size), True))
        made.headings.append((text.cut(0, head.end), True))
    made.marks.extend(marks)
    made.agencies.extend(taken for taken in (above.taken, closed.taken) if taken)
    if closing:
        made.closing = closing
    kept = Passage.join((first, *(block.text for block in node.blocks[1:])), "\n").locate()
    end = closing.locate().start if closing else kept.end
    taken_from = closed.taken.locate().start if closed.taken else kept.end
    labelled = tuple(b for b in _labelled(node.blocks, paragraphs) if b.locate().start < taken_from)
    brackets = (*above.insides, *inner_brackets(closed.body), *labelled, *closed.insides)
    kind: MeasureKind = (
        "general" if framed or is_frame(head.title.text) or _is_frame_article(node, closed.body) else "measure"
    )
    number = node.marker.text.strip(EDGES) if node.marker else ""
    fields = _fields(node.blocks, paragraphs)
    title = head.title or _named(node.blocks, paragraphs) or head.title
    made.measures.append(
        Measure(
            number, title, closed.body, Span(first.source, first.locate().start, end), kind, section, brackets,
            fields, _notes(node, closed), node.inferred,
        )
    )  # fmt: skip


def _is_frame_article(node: Node, body: Passage) -> bool:
    return node.marker is not None and is_frame_article(body.text)


def _body(first: Passage, blocks: Sequence[Block]) -> tuple[Passage, list[Passage]]:
    """The paragraphs of a unit without list bullets, and the bullets."""
    marks: list[Passage] = []
    parts: list[Passage] = []
    for text, opens in ((first, True), *((block.text, block.opens) for block in blocks)):
        mark = LIST_MARK.match(text.text) if opens else None
        if mark:
            marks.append(text.cut(0, mark.end()))
            text = text.cut(mark.end())
        if parts and not opens:
            parts[-1] = Passage.join((parts[-1], text))
        else:
            parts.append(text)
    return Passage.join(parts, "\n").strip("\n "), marks


def _without_closing_words(closed: Closed, body: Passage) -> tuple[Closed, Passage | None]:
    """Where closing words of the document run on after the last agency bracket in one line, cut them off."""
    if closed.insides:
        return closed, None
    inner = inner_ranges(body.text)
    if not inner:
        return closed, None
    rest = inner[-1][1] + 1
    while rest < len(body.text) and body.text[rest] in "。；\n":
        rest += 1
    if not wording.CLOSING.match(body.text[rest : rest + 200]):
        return closed, None
    return closing_brackets(body.cut(0, rest)), body.cut(rest)


def _fields(blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> tuple[Field, ...]:
    """The labelled fields of a unit, where it has enough of them to be a card."""
    found = [(label.name, field) for label, field in _labels(blocks, paragraphs)]
    return tuple(field for _, field in found) if len({name for name, _ in found}) >= FIELDS else ()


def _labelled(blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> tuple[Passage, ...]:
    """The agency fields of a unit with their labels, as a bracket would print them (牵头单位：市科技局)."""
    found = [field for label, field in _labels(blocks, paragraphs) if label.family == "agency" and field.value]
    return tuple(Passage.join((field.label, field.value), "：") for field in found)


def _labels(blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> list[tuple[Label, Field]]:
    """The labelled lines of a unit; the value of a label alone on its line stands in the lines under it."""
    found: list[tuple[Label, Field]] = []
    alone = False
    for block in blocks:
        paragraph = paragraphs[block.paragraph]
        if block.label and paragraph.label and paragraph.label_text:
            alone = not paragraph.text
            found.append((paragraph.label, Field(paragraph.label_text.strip("：: 【】"), paragraph.text)))
        elif alone and found and block.opens:
            label, last = found[-1]
            found[-1] = (label, Field(last.label, Passage.join((last.value, block.text), "、" if label.family == "agency" else "\n")))
    return found


def _named(blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> Passage | None:
    """The name that a card without heading gives in a field of its own (【政策名称】…)."""
    for block in blocks:
        label = paragraphs[block.paragraph].label
        if block.label and label and label.family == "name":
            return paragraphs[block.paragraph].text
    return None


def _notes(node: Node, closed: Closed) -> tuple[Note, ...]:
    notes: list[Note] = []
    if node.inferred:
        where = closed.body.locate(0, 1)
        notes.append(Note("heading-lost", "原件此处标题及开头缺失，编号由前后条目推定", where))
    body = closed.body
    last = body.text.rpartition("\n")[2]
    if not closed.insides and len(last) >= 16 and "，" in last and CUT_OFF.search(last):
        notes.append(Note("cut-off", "原件此处文字中断，缺失部分无从补出", body.locate(len(body.text) - 1)))
    return tuple(notes)
