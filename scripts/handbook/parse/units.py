"""Sections and measures from the tree of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model import Measure, Passage, Section, Span
from .brackets import closing_brackets
from .fields import labelled
from .headings import heading
from .levels import collapse_items, is_frame, is_frame_article
from .outline import Node
from .paragraphs import Paragraph
from .parts import notes, parts

# signs around a number that are no part of it
EDGES = "　 ：:•·●■◆▪►▶★☆※○◇□\ufe0f\U0001f539\U0001f538"
LONGEST = 80  # a heading of a chapter is no longer than this
BARE_NUMBER = re.compile(r"\d{1,2}(?=[\u4e00-\u9fff])")  # 2开拓市场, over 2.1 …


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
            index = _add_section(node, made, paragraphs, parent, depth)
            framed = framed or is_frame(made.sections[index].title.text)
            waiting.extend((child, index, depth + 1, framed) for child in reversed(node.children))
        else:
            lone = not flat and depth == 0
            _add_measure(node, made, paragraphs, parent, framed or lone)


def _add_section(node: Node, made: Units, paragraphs: Sequence[Paragraph], parent: int | None, level: int) -> int:
    first = node.blocks[0].text if node.blocks else Passage("", "", ())
    closed = closing_brackets(first.cut(node.printed))
    head = heading(closed.body, True)
    title, rest = (head.title, closed.body.cut(head.end)) if head.end else (closed.body, closed.body.cut(0, 0))
    if len(title.text) > LONGEST:
        title, rest = title.cut(0, 0), closed.body
    taken = len(rest.text) + len(closed.taken.text) if rest else 0
    made.headings.append((first.cut(0, len(first.text) - taken), False))
    if closed.insides:
        made.agencies.append(closed.taken)
    agencies = labelled(node.blocks, paragraphs).agencies
    made.agencies.extend(block.text for block in node.blocks[1:] if block.label == "agency")
    number, title = _numbered(node, title)
    made.sections.append(
        Section(
            number=number,
            title=title.strip("，；："),
            span=first.locate() if first else _start_of(node),
            level=level,
            parent=parent,
            brackets=(*closed.insides, *agencies),
            intro=Passage.join((rest, *(block.text for block in node.blocks[1:] if block.label != "agency")), "\n"),
            inferred=node.inferred,
        )
    )
    return len(made.sections) - 1


def _numbered(node: Node, title: Passage) -> tuple[str, Passage]:
    """The number of a section without its mark's signs, and its title; a bare 2开拓市场 over 2.1 has its number inside."""
    if node.marker:
        return node.marker.text.strip(EDGES).rstrip("、．."), title
    below = node.children[0].marker if node.children else None
    bare = BARE_NUMBER.match(title.text) if node.bare and below and below.style == "decimal" else None
    return (bare.group(), title.cut(bare.end())) if bare else ("", title)


def _start_of(node: Node) -> Span:
    block = next(node.subtree())
    span = block.text.locate()
    return Span(span.source, span.start, span.start)


def _add_measure(node: Node, made: Units, paragraphs: Sequence[Paragraph], section: int | None, framed: bool) -> None:
    found = parts(node)
    lines = labelled(node.blocks, paragraphs)
    whole = Passage.join((node.blocks[0].text, *(block.text for block in node.blocks[1:]))).locate()
    end = found.closing.locate().start if found.closing else whole.end
    taken = found.closed.taken.locate().start if found.closed.taken else whole.end
    inside = (*found.inner, *(passage for passage in lines.agencies if passage.locate().start < taken))
    framed = framed or is_frame(found.title.text) or (node.marker is not None and is_frame_article(found.body.text))
    made.headings.extend((passage, True) for passage in (found.mark, found.heading) if passage)
    made.agencies.extend(passage for passage in (found.above.taken, found.closed.taken) if passage)
    made.marks.extend(found.bullets)
    made.closing = found.closing or made.closing
    made.measures.append(
        Measure(
            number=node.marker.text.strip(EDGES) if node.marker else "",
            title=found.title or lines.name or found.title,
            text=found.body,
            span=Span(whole.source, whole.start, end),
            kind="general" if framed else "measure",
            section=section,
            brackets=(*found.above.insides, *inside, *found.closed.insides),
            fields=lines.fields,
            notes=notes(node, found),
            number_inferred=node.inferred,
        )
    )
