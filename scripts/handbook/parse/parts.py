"""One unit taken apart: its mark, heading, body, list bullets, agency brackets, and what runs on after them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Note, Passage
from . import wording
from .blocks import Block
from .brackets import Closed, closing_brackets, inner_brackets, inner_ranges
from .headings import Heading, heading
from .outline import Node

LIST_MARK = re.compile(r"[-•·●■◆▪►▶★☆※○◇□✓✔*─—]{1,6}\s?(?=\S)")
# a text that stops in mid-word: the print was cut off
CUT_OFF = re.compile(r"[\u4e00-\u9fff]\Z")
CUT_LENGTH = 16  # a last paragraph this long with a comma is no heading and no list item


@dataclass(frozen=True, slots=True)
class Parts:
    """A unit in parts. `heading` holds what the heading takes of the text, `title` its words without closing marks.

    `above` are the agency brackets on the heading line, `closed` is the body with those that close it, `closing` the
    closing words of the document that run on after them in one line.
    """

    mark: Passage
    heading: Passage
    title: Passage
    above: Closed
    closed: Closed
    bullets: tuple[Passage, ...]
    closing: Passage | None

    @property
    def body(self) -> Passage:
        """The clean text of the unit."""
        return self.closed.body

    @property
    def inner(self) -> tuple[Passage, ...]:
        """The agency brackets inside the text."""
        return inner_brackets(self.closed.body)


def parts(node: Node) -> Parts:
    """Take a unit without units below it apart."""
    first, size = node.blocks[0].text, node.printed
    text, following = first.cut(size), node.blocks[1:]
    if size and not text and following and not following[0].label:  # the mark stands alone on its line
        text, following = following[0].text, following[1:]
    above, head = _heading(text, bool(following), node.marker is not None and not node.inferred)
    rest = text.cut(max(head.end, len(above.body.text) + len(above.taken.text)) if above.insides else head.end)
    body, bullets = _body(rest, following)
    closed, closing = _without_closing_words(closing_brackets(body), body)
    return Parts(first.cut(0, size), text.cut(0, head.end), head.title, above, closed, bullets, closing)


def _heading(text: Passage, more: bool, marked: bool) -> tuple[Closed, Heading]:
    """The heading of a unit and the agency brackets on its line; a unit without a mark has neither."""
    none = Closed(text, (), text.cut(0, 0))
    above = closing_brackets(text) if more or "。" not in text.text else none
    head = heading(above.body, more) if marked else Heading(text.cut(0, 0), 0)
    titled = closing_brackets(head.title)
    if titled.insides:  # （一）发放稳岗补贴（责任单位：市人社局）。
        return titled, Heading(titled.body, head.end)
    closes_heading = not above.insides or head.end >= len(above.body.text)
    return above if closes_heading else none, head


def _body(first: Passage, blocks: Sequence[Block]) -> tuple[Passage, tuple[Passage, ...]]:
    """The paragraphs of a unit without list bullets, and the bullets."""
    bullets: list[Passage] = []
    paragraphs: list[Passage] = []
    for text, opens in ((first, True), *((block.text, block.opens) for block in blocks)):
        mark = LIST_MARK.match(text.text) if opens else None
        if mark:
            bullets.append(text.cut(0, mark.end()))
            text = text.cut(mark.end())
        if paragraphs and not opens:
            paragraphs[-1] = Passage.join((paragraphs[-1], text))
        else:
            paragraphs.append(text)
    return Passage.join(paragraphs, "\n").strip("\n "), tuple(bullets)


def _without_closing_words(closed: Closed, body: Passage) -> tuple[Closed, Passage | None]:
    """Where closing words of the document run on after the last agency bracket in one line, cut them off."""
    inner = () if closed.insides else inner_ranges(body.text)
    if not inner:
        return closed, None
    rest = inner[-1][1] + 1
    while rest < len(body.text) and body.text[rest] in "。；\n":
        rest += 1
    if not wording.CLOSING.match(body.text[rest : rest + 200]):
        return closed, None
    return closing_brackets(body.cut(0, rest)), body.cut(rest)


def notes(node: Node, found: Parts) -> tuple[Note, ...]:
    """What the editors say of a unit: its heading is lost, or its text stops in mid-word."""
    made: list[Note] = []
    body = found.body
    if node.inferred:
        made.append(Note("heading-lost", "原件此处标题及开头缺失，编号由前后条目推定", body.locate(0, 1)))
    last = body.text.rpartition("\n")[2]
    if not found.closed.insides and len(last) >= CUT_LENGTH and "，" in last and CUT_OFF.search(last):
        made.append(Note("cut-off", "原件此处文字中断，缺失部分无从补出", body.locate(len(body.text) - 1)))
    return tuple(made)
