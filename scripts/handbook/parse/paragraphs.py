"""Lines joined to paragraphs: hard wraps and page breaks inside a sentence are undone, headings and list items kept apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import Edit, Passage
from ..text.normalise import normalise
from . import wording
from .labels import Label, label_at
from .lines import Line
from .markers import Marker, marker_at
from .tables import Row

ENDED = ("。", "！", "？", "；", "：", "…", "。”", "。）", "。’", ".", "，下同）")
CLOSED = re.compile(r"[。！？；：…][”’）」』】》]*|[）】]")  # matched at the end of a line
BULLET = re.compile(r"[-•·●■◆▪►▶★☆※○◇□✓✔*─]{1,6}")
DATED = re.compile(r"(?:二[〇○零O]|20|19)\S{2}年\S{1,3}月(?:\S{1,3}日)?(?:印发)?")
APART = re.compile(r"附件\d{0,2}(?:[：:].*)?|抄送[：:].*|目录|附录|附表\d{0,2}|附则|前言|（此件.{0,12}）|主题词[：:].*")
INNER = re.compile(r"[。；]")
OPENERS, CLOSERS = "（《「『“〔【〈", "）》」』”〕】〉"
HEADING = 60  # a marked line without a full stop is a heading up to this length
LONG = 30  # a line at least this long without a closing mark was cut
CLAUSE = 12  # so was one this long that has commas or full stops inside
NEARLY = 0.85  # of the column, for a line that has a sentence begun and not ended
INNER_MARK = re.compile(r"[，、；。]")
TITLE_WIDTH = 120


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of clean text. `label` is its field label where the line begins with one; `text` then is the value.

    `gap` counts the empty lines before it; `first` and `last` are indexes of its lines.
    """

    text: Passage
    first: int
    last: int
    gap: int
    label: Label | None = None
    label_text: Passage | None = None
    marker: Marker | None = None  # the mark with which it begins
    cells: tuple[tuple[Label, Passage, Passage], ...] = ()  # of a table row: column, its heading as printed, the value

    @property
    def whole(self) -> Passage:
        """The paragraph with its label."""
        return Passage.join((self.label_text, self.text)) if self.label_text else self.text


def paragraphs(
    source: str, visible: str, found: Sequence[Line], ruled: Mapping[int, str], width: float, rows: Mapping[int, Row]
) -> tuple[tuple[Paragraph, ...], tuple[Edit, ...]]:
    """The paragraphs of the lines that are no furniture, with the log of what normalising changed."""
    groups: list[list[int]] = []
    balance = 0
    for i, line in enumerate(found):
        if i in ruled:
            continue
        if (
            groups
            and i not in rows
            and groups[-1][-1] not in rows
            and _continues(found[groups[-1][-1]], line, balance, width, visible, groups[-1], found)
        ):
            groups[-1].append(i)
            balance += _balance(line.plain)
        else:
            groups.append([i])
            balance = _balance(line.plain)
    made: list[Paragraph] = []
    log: list[Edit] = []
    for group in groups:
        row = rows.get(group[0])
        paragraph, edits = (
            _row(source, visible, found, group[0], row) if row else _paragraph(source, visible, found, group)
        )
        if paragraph:
            made.append(paragraph)
        log.extend(edits)
    return tuple(made), tuple(log)


def _paragraph(
    source: str, visible: str, found: Sequence[Line], group: list[int]
) -> tuple[Paragraph | None, tuple[Edit, ...]]:
    head = found[group[0]]
    chunks = [(found[i].start, found[i].end) for i in group]
    label = label_at(head, visible)
    label_text: Passage | None = None
    edits: tuple[Edit, ...] = ()
    if label:
        label_text, edits = normalise(source, visible, [(label.start, label.end)])
        chunks[0] = (label.end, max(label.end, head.end))
    text, more = normalise(source, visible, chunks)
    if not text and not label_text:
        return None, edits
    marker = None if label else marker_at(text.text)
    return Paragraph(text, group[0], group[-1], head.gap, label, label_text, marker), edits + more


def _row(source: str, visible: str, found: Sequence[Line], i: int, row: Row) -> tuple[Paragraph, tuple[Edit, ...]]:
    cells: list[tuple[Label, Passage, Passage]] = []
    log: list[Edit] = []
    for cell in row.cells:
        head, edits = normalise(source, visible, [(cell.column.start, cell.column.end)])
        value, more = normalise(source, visible, [(cell.start, cell.end)])
        log += [*edits, *more]
        cells.append((cell.column, head, value))
    text = Passage.join([value for _, _, value in cells], " ")
    return Paragraph(text, i, i, found[i].gap, cells=tuple(cells)), tuple(log)


def _balance(plain: str) -> int:
    return sum(plain.count(char) for char in OPENERS) - sum(plain.count(char) for char in CLOSERS)


def _continues(
    last: Line, line: Line, balance: int, width: float, visible: str, group: list[int], found: Sequence[Line]
) -> bool:
    """Whether a line goes on with the sentence of the last one."""
    a, b = last.plain, line.plain
    if line.indented and not last.indented and width == 0 and not balance > 0:
        return False
    head = found[group[0]]
    if balance > 0 and len(a) >= 8 and a[-1] not in "。；" and not _begins(b) and len(group) <= 40:
        return True
    if _begins(b) or label_at(line, visible) or DATED.fullmatch(a) or APART.fullmatch(a) or wording.NUMBER.fullmatch(a):
        return False
    if width == 0 and len(group) == 1 and _is_title(a):
        return False
    marked = marker_at(head.plain) is not None
    ended = CLOSED.search(a, max(0, len(a) - 3)) is not None and CLOSED.fullmatch(_tail(a)) is not None
    if width:
        # half-width marks and digits set a justified line with fewer characters: …扩容工程。推动 58 家国家和省、市服务业集
        cut = not ended and INNER.search(a) is not None and last.width >= width * NEARLY
        if last.width < width - 2.5 and not cut:
            return not ended and balance > 0 and line.gap == 0
        return not (marked and len(group) == 1 and not INNER.search(a) and line.indented)
    if ended:
        return balance > 0 and a[-1] not in "。！？" and not a.endswith("）") and line.gap <= 1
    if label_at(head, visible):
        return "。" in a and line.gap <= 1
    if a.endswith(("并", "和", "及", "或", "与", "、")):
        return True
    if marked and not INNER.search("".join(found[i].plain for i in group)):
        return len(a) > HEADING
    return last.width >= (CLAUSE if INNER_MARK.search(a) else LONG) and line.gap <= 3


def _is_title(plain: str) -> bool:
    """Whether a line is a whole title by itself (…关于印发…若干措施的通知)."""
    about = "关于" in plain or "關於" in plain or "，" not in plain
    return about and len(plain) <= TITLE_WIDTH and "。" not in plain and wording.TITLE.fullmatch(plain) is not None


def _tail(plain: str) -> str:
    """The closing marks at the end of a line."""
    at = len(plain)
    while at > 0 and plain[at - 1] in "。！？；：…”’）」』】》" and len(plain) - at < 4:
        at -= 1
    return plain[at:]


def _begins(plain: str) -> bool:
    """Whether a line begins a paragraph whatever stands before it."""
    return (
        marker_at(plain) is not None
        or BULLET.match(plain) is not None
        or DATED.fullmatch(plain) is not None
        or APART.fullmatch(plain) is not None
    )
