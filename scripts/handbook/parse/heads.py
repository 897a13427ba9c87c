"""Heads of units that carry no numbering mark: lines under one sign (● 首贷户贴息), numbers set off by a gap (1 首贷户贴息)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model import Passage
from ..text.numerals import whole
from .markers import HAN, Marker
from .paragraphs import Paragraph

# ● 缓缴住房公积金
SIGN_HEAD = re.compile(r"(?P<sign>[●■◆▶►★◎▍◼])\s?[^。；：]{2,30}")
# 1 发放稳岗补贴 ; 一　降低用工成本 : the gap is white space that normalising took out, or a break of the line
GAP_HEAD = re.compile(rf"(?P<n>\d{{1,2}}|[{HAN}]{{1,3}})\s?(?=[\u4e00-\u9fffA-Z“《])(?![年月日个家项条号])")
# 一 alone on its line, its heading on the next; a bare 1 would be the number of a page
LONE = re.compile(rf"[{HAN}]{{1,3}}|0[1-9]")
FEWEST = 3  # that many make a list of units


def with_heads(made: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs of a text with a mark on each line that heads a unit without one, where such lines make a list."""
    made = _with_numbers(made)
    marks = _under_signs(made) or _after_gaps(made)
    return tuple(replace(p, marker=marks[i]) if i in marks else p for i, p in enumerate(made))


def _with_numbers(made: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Numbers alone on their lines, where they count up from one, put together with the headings after them."""
    alone = [i for i, p in enumerate(made[:-1]) if not p.label and not p.cells and LONE.fullmatch(p.text.text)]
    if len(alone) < FEWEST or [whole(made[i].text.text) for i in alone] != list(range(1, len(alone) + 1)):
        return made
    joined = {i: Passage.join((made[i].text, made[i + 1].text)) for i in alone}
    return [
        replace(p, text=joined[i], last=made[i + 1].last) if i in joined else p
        for i, p in enumerate(made)
        if i - 1 not in joined
    ]


def _under_signs(made: Sequence[Paragraph]) -> dict[int, Marker]:
    """Where nothing is numbered, short lines under one sign head the units: the sign is their mark."""
    numbered = sum(p.marker is not None and not p.marker.item for p in made)
    heads: dict[str, list[int]] = {}
    for i, paragraph in enumerate(made):
        match = SIGN_HEAD.fullmatch(paragraph.text.text) if paragraph.label is None else None
        if match and i + 1 < len(made) and not SIGN_HEAD.fullmatch(made[i + 1].text.text):
            heads.setdefault(match["sign"], []).append(i)
    sign, places = max(heads.items(), key=lambda item: len(item[1]), default=("", []))
    if len(places) < FEWEST or numbered >= len(places):
        return {}
    return {i: Marker("sign", k, sign, False) for k, i in enumerate(places, 1)}


def _after_gaps(made: Sequence[Paragraph]) -> dict[int, Marker]:
    """Lines that count up from one, each number set off by a gap only, and each with words of its own below or behind it."""
    found: dict[str, dict[int, Marker]] = {}
    last: dict[str, int] = {}
    for i, paragraph in enumerate(made):
        marker = _gapped(paragraph)
        if marker and marker.number in (1, last.get(marker.style, 0) + 1):
            last[marker.style] = marker.number
            found.setdefault(marker.style, {})[i] = marker
    heads = {i: marker for marks in found.values() if _makes_list(marks) for i, marker in marks.items()}
    told = sum("。" in made[i].text.text or (i + 1 < len(made) and i + 1 not in heads) for i in heads)
    return heads if told * 5 >= len(heads) * 4 else {}  # a table of names has nothing below its rows


def _makes_list(marks: dict[int, Marker]) -> bool:
    return len(marks) >= FEWEST and max(marker.number for marker in marks.values()) >= FEWEST


def _gapped(paragraph: Paragraph) -> Marker | None:
    """The number at the start of a paragraph, where nothing but a gap sets it off."""
    if paragraph.label or paragraph.cells or (paragraph.marker and paragraph.marker.style != "zero"):
        return None
    text = paragraph.text
    match = GAP_HEAD.match(text.text)
    number = whole(match["n"]) if match else None
    if match is None or not number:
        return None
    digits = match.end("n")
    if match.end() == digits and not any(piece.at == digits for piece in text.pieces[1:2]):
        return None
    return Marker("gap" if match["n"].isascii() else "gap-han", number, match.group(), False)
