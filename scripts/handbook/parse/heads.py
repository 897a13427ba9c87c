"""Heads of units that carry no numbering mark: lines under one sign (● 首贷户贴息), numbers set off by a gap (1 首贷户贴息),
headings that only the markup of a page shows (<h3>首贷户贴息</h3>), short lines over the text of each unit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import Passage
from ..text.numerals import whole
from . import wording
from .brackets import closing_brackets
from .markers import HAN, Marker
from .markup import Title
from .paragraphs import Paragraph

# ● 缓缴住房公积金
SIGN_HEAD = re.compile(r"(?P<sign>[●■◆▶►★◎▍◼])\s?[^。；：]{2,30}")
# 1 发放稳岗补贴 ; 一　降低用工成本 : the gap is white space that normalising took out, or a break of the line
GAP_HEAD = re.compile(rf"(?P<n>\d{{1,2}}|[{HAN}]{{1,3}})\s?(?=[\u4e00-\u9fffA-Z“《])(?![年月日个家项条号])")
# 一是支持主体培育。 : a list as it is spoken
SPOKEN_HEAD = re.compile(rf"(?P<n>[{HAN}]{{1,3}})是(?=[\u4e00-\u9fff])")
# 一 alone on its line, its heading on the next; a bare 1 would be the number of a page
LONE = re.compile(rf"[{HAN}]{{1,3}}|0[1-9]")
# 支持企业研发 : a line over the text of its unit
BARE_HEAD = re.compile(r"[^。；：，！？（）《》|]{4,30}")
# what the text of such a unit gives
GIVES = re.compile(r"给予|奖励|补贴|补助|资助|减免|免征|返还|贴息|担保|优先|支持")
FEWEST = 3  # that many make a list of units


def with_heads(made: Sequence[Paragraph], titles: Sequence[Title] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of a text with a mark on each line that heads a unit without one, where such lines make a list.

    `titles` are the headings that the markup of the capture shows.
    """
    made = _with_numbers(made)
    marks = _under_signs(made) or _after_gaps(made)
    if not marks and not any(p.marker and not p.marker.item for p in made):
        marks = _spoken(made) or _by_looks(made, titles) or _over_text(made)
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


def _spoken(made: Sequence[Paragraph]) -> dict[int, Marker]:
    """Paragraphs that count up from 一是."""
    found = {i: match for i, p in enumerate(made) if not p.label and (match := SPOKEN_HEAD.match(p.text.text))}
    if len(found) < FEWEST or [whole(match["n"]) for match in found.values()] != list(range(1, len(found) + 1)):
        return {}
    return {i: Marker("gap-han", k, match.group(), False) for k, (i, match) in enumerate(found.items(), 1)}


def _by_looks(made: Sequence[Paragraph], titles: Sequence[Title]) -> dict[int, Marker]:
    """Headings of the lowest level of the markup that heads text throughout, and those above it that stand over several."""
    levels = {i: level for i, p in enumerate(made) if (level := _level(p, titles)) and not _names_all(p)}
    for level in sorted(set(levels.values()), reverse=True):
        heads = [i for i, own in levels.items() if own == level and _heads_text(made, i, levels)]
        if _are_units(made, heads):
            over = [i for i, own in levels.items() if own < level and i < heads[-1]]
            return _counted(heads, "heading") | _counted(over if len(over) > 1 else [], "heading-over")
    return {}


def _over_text(made: Sequence[Paragraph]) -> dict[int, Marker]:
    """Short lines over text in a text whose title says that it is policy, where most of those texts give something."""
    title = next((i for i, p in enumerate(made) if _names_all(p)), None)
    if title is None:
        return {}
    heads = [i for i, p in enumerate(made) if i > title and _is_bare(p) and _heads_text(made, i, {})]
    told = [i for i in heads if closing_brackets(made[i + 1].text).insides or GIVES.search(made[i + 1].text.text)]
    return _counted(heads, "heading") if _are_units(made, heads) and len(told) * 3 >= len(heads) * 2 else {}


def _level(paragraph: Paragraph, titles: Sequence[Title]) -> int | None:
    """The level of the heading that a paragraph is, by the markup; None for other text."""
    if paragraph.label or paragraph.cells or not paragraph.text:
        return None
    span = paragraph.text.locate()
    return next((t.level for t in titles if t.start <= span.start and span.end <= t.end), None)


def _names_all(paragraph: Paragraph) -> bool:
    """Whether a line is the title of the whole document."""
    text = paragraph.text.text
    return len(text) >= 6 and "。" not in text and wording.TITLE.fullmatch(text) is not None


def _is_bare(paragraph: Paragraph) -> bool:
    text = paragraph.text.text
    plain = not paragraph.label and not paragraph.cells and BARE_HEAD.fullmatch(text) is not None
    return plain and not wording.DATE_LINE.fullmatch(text) and not wording.SIGNATORY.fullmatch(text)


def _heads_text(made: Sequence[Paragraph], i: int, levels: Mapping[int, int]) -> bool:
    """Whether running text follows a line."""
    following = made[i + 1] if i + 1 < len(made) else None
    return following is not None and i + 1 not in levels and "。" in following.text.text and not following.cells


def _are_units(made: Sequence[Paragraph], heads: Sequence[int]) -> bool:
    return len(heads) >= FEWEST and sum(bool(GIVES.search(made[i + 1].text.text)) for i in heads) * 2 >= len(heads)


def _counted(places: Sequence[int], style: str) -> dict[int, Marker]:
    """Marks without characters, counting up."""
    return {i: Marker(style, k, "", False) for k, i in enumerate(places, 1)}


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
