"""Headings that the capture has lost: a number missing from a count, with a place that shows where it stood."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Problem, Span
from ..text.numerals import chinese
from .brackets import closing_brackets
from .markers import Marker
from .outline import Node


@dataclass(frozen=True, slots=True)
class Gap:
    """Two neighbours of one style whose numbers leave some out."""

    parent: Node
    index: int  # of the second neighbour among the parent's children
    missing: int


def restore(root: Node) -> tuple[Problem, ...]:
    """Put inferred units and chapters where numbers are missing and the text shows a place; report every gap."""
    problems: list[Problem] = []
    problems += _first_chapter(root)
    waiting = [root]
    while waiting:
        node = waiting.pop()
        problems += _gaps(node)
        waiting.extend(node.children)
    return tuple(problems)


def _first_chapter(root: Node) -> list[Problem]:
    """Units before a first chapter that is numbered 2: the heading of chapter 1 is lost."""
    first = next((i for i, child in enumerate(root.children) if _is_chapter_over(root, i)), None)
    if not first:
        return []
    marker = root.children[first].marker
    if marker is None or marker.number != 2:
        return []
    units = root.children[:first]
    chapter = Node(_like(marker, 1), [], units, root, inferred=True)
    for unit in units:
        unit.parent = chapter
    root.children[:first] = [chapter]
    return [
        _problem(
            "section-lost",
            f"第“{chapter.marker.text if chapter.marker else ''}”章的标题在原件中缺失，由编号推定",
            units[0],
        )
    ]


def _is_chapter_over(root: Node, i: int) -> bool:
    child = root.children[i]
    first = root.children[0]
    return bool(child.children and child.marker and first.marker and child.marker.style != first.marker.style)


def _gaps(node: Node) -> list[Problem]:
    problems: list[Problem] = []
    i = 1
    while i < len(node.children):
        before, after = node.children[i - 1], node.children[i]
        a, b = before.marker, after.marker
        if a and b and a.style == b.style and b.number > a.number + 1:
            lost = _lost_unit(before) if b.number == a.number + 2 else None
            if lost is None and b.number == a.number + 2:
                lost = _lost_chapter(before)
            if lost:
                lost.marker, lost.parent = _like(a, a.number + 1), node
                node.children.insert(i, lost)
                kind = "section-lost" if lost.children else "heading-lost"
                problems.append(_problem(kind, f"编号“{lost.marker.text}”的标题在原件中缺失，由前后编号推定", lost))
            else:
                problems.append(_problem("numbering-gap", f"编号由“{a.text}”跳到“{b.text}”，中间可能缺条", after))
        i += 1
    return problems


def _lost_unit(before: Node) -> Node | None:
    """A paragraph after the agency bracket of a unit, with its own bracket: the next unit without its heading."""
    if before.children:
        return None
    for k in range(1, len(before.blocks)):
        block, last = before.blocks[k], before.blocks[k - 1]
        if block.opens and closing_brackets(last.text).insides and closing_brackets(before.blocks[-1].text).insides:
            lost = Node(None, before.blocks[k:], inferred=True)
            before.blocks = before.blocks[:k]
            return lost
    return None


def _lost_chapter(before: Node) -> Node | None:
    """A line break among units that otherwise run on in one line: the heading of a chapter stood there."""
    opens = [k for k, child in enumerate(before.children) if k and child.blocks and child.blocks[0].opens]
    if not opens or len(opens) * 2 > len(before.children):
        return None
    k = opens[0]
    lost = Node(None, [], before.children[k:], inferred=True)
    before.children = before.children[:k]
    for child in lost.children:
        child.parent = lost
    return lost


def _like(marker: Marker, number: int) -> Marker:
    """A mark of the same style with another number."""
    old = chinese(marker.number)
    text = (
        marker.text.replace(old, chinese(number))
        if old in marker.text
        else marker.text.replace(str(marker.number), str(number))
    )
    return Marker(marker.style, number, text, marker.item)


def _problem(code: str, message: str, node: Node) -> Problem:
    block = next(node.subtree())
    span = block.text.locate()
    return Problem("warning", code, message, Span(span.source, span.start, min(span.end, span.start + 40)))
