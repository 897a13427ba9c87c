"""The tree of a document: a stack of marker styles, where a style on the stack closes down to it and a new one opens a child."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .blocks import Block
from .markers import Marker

# ranks decide only where a style appears for the first time and the numbering leaves two readings
RANKS = {"part": 0, "chapter": 1, "subchapter": 2, "article": 3, "named": 4, "han": 4, "paren-han": 5, "num": 6, "zero": 6, "gap": 6, "gap-han": 4, "heading-over": 4, "heading": 5, "letter": 4, "decimal": 6, "sign": 6,
         "paren-num": 7, "num-paren": 7, "circled": 8}  # fmt: skip
BARE = re.compile(r"[^。；：，、？！“]{2,30}")  # 面向单位的扶持政策 ; 附则
NOT_BARE = re.compile(r".*(?:如下|通知|日|政府|办公室|委员会|[局厅部])|（.*）|\d.*")
COLON = ("：", "如下", "以下条件", "之一的")


@dataclass(slots=True, eq=False)
class Node:
    """A numbered unit while the tree grows: its own blocks (the first holds its mark), then its children."""

    marker: Marker | None
    blocks: list[Block] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    parent: Node | None = None
    bare: bool = False  # a heading without a mark
    inferred: bool = False  # a heading that the print has lost

    @property
    def printed(self) -> int:
        """How many characters its printed mark takes; an inferred one takes none."""
        return self.marker.size if self.marker and not self.inferred else 0

    def subtree(self) -> Iterator[Block]:
        """All blocks of the unit in reading order."""
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            yield from node.blocks
            waiting.extend(reversed(node.children))

    def leaves(self) -> Iterator[Node]:
        """The units below this one that have none below them."""
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            if not node.children and node is not self:
                yield node
            waiting.extend(reversed(node.children))


def outline(found: Sequence[Block]) -> Node:
    """The tree of a document's blocks. The root holds what stands before the first mark."""
    grower = _Grower(found)
    for i, block in enumerate(found):
        grower.take(i, block)
    return grower.root


class _Grower:
    def __init__(self, found: Sequence[Block]) -> None:
        self.found = found
        self.root = Node(None)
        self.stack: list[Node] = [self.root]
        self.next_same = _next_same_style(found)

    def take(self, i: int, block: Block) -> None:
        if block.marker is None:
            if self._is_bare_heading(i, block):
                self._open_bare(i, block)
            else:
                self.stack[-1].blocks.append(block)
            return
        depth = self._depth_for(i, block.marker)
        del self.stack[depth:]
        self._push(Node(block.marker, [block]))

    def _push(self, node: Node) -> None:
        node.parent = self.stack[-1]
        self.stack[-1].children.append(node)
        self.stack.append(node)

    def _depth_for(self, i: int, marker: Marker) -> int:
        """How many nodes of the stack stay open above a new mark."""
        same = [d for d, node in enumerate(self.stack) if node.marker and _key(node.marker) == _key(marker)]
        for depth in reversed(same):
            open_marker = self.stack[depth].marker
            if open_marker and marker.number == open_marker.number + 1:
                return depth
        if same:
            innermost = same[-1]
            opened = self.stack[innermost].marker
            if marker.number == 1 and opened and opened.number >= 1 and self._introduces(self.stack[-1]):
                return len(self.stack)  # a list of the same style inside the unit
            return innermost
        return self._depth_for_new(i, marker)

    def _depth_for_new(self, i: int, marker: Marker) -> int:
        """A style that is not on the stack: a child, unless it goes over units whose own heading came first."""
        depth = len(self.stack)
        if marker.style == "article":
            return depth  # 第一条 under 一、 or under a chapter, never over one
        for d in range(1, len(self.stack)):
            below = self.stack[d].marker
            if self.stack[d].bare or below is None or RANKS[marker.style] >= RANKS[below.style]:
                continue
            if marker.number >= 2 or self._interleaved(i, marker, below):
                return d
        return depth

    def _interleaved(self, i: int, marker: Marker, below: Marker) -> bool:
        """Whether marks of `below` stand between this mark and the next of its style (the new style is the chapter)."""
        stop = self.next_same.get(i, len(self.found))
        return any(
            b.marker is not None and _key(b.marker) == _key(below) for b in self.found[i + 1 : min(stop, i + 40)]
        )

    def _introduces(self, node: Node) -> bool:
        return bool(node.blocks) and node.blocks[-1].text.text.endswith(COLON)

    def _is_bare_heading(self, i: int, block: Block) -> bool:
        if not block.opens or block.label or i + 1 >= len(self.found):
            return False
        following = self.found[i + 1]
        if following.marker is None or following.marker.number != 1 or following.marker.item or not following.opens:
            return False
        text = block.text.text
        numbered = following.marker.style == "decimal" and text.startswith(following.marker.text.partition(".")[0])
        if BARE.fullmatch(text) is None or (NOT_BARE.fullmatch(text) is not None and not numbered):
            return False
        key = _key(following.marker)
        return any(node.marker and _key(node.marker) == key for node in self.stack) or len(self.stack) == 1

    def _open_bare(self, i: int, block: Block) -> None:
        following = self.found[i + 1].marker
        assert following is not None
        depth = len(self.stack)
        for d, node in enumerate(self.stack):
            if node.bare or (node.marker and _key(node.marker) == _key(following)):
                depth = d
                break
        del self.stack[depth:]
        self._push(Node(None, [block], bare=True))


def _key(marker: Marker) -> str:
    return marker.style


def _next_same_style(found: Sequence[Block]) -> dict[int, int]:
    """For each marked block the index of the next with a mark of its style."""
    following: dict[str, int] = {}
    result: dict[int, int] = {}
    for i in range(len(found) - 1, -1, -1):
        marker = found[i].marker
        if marker:
            if marker.style in following:
                result[i] = following[marker.style]
            following[marker.style] = i
    return result
