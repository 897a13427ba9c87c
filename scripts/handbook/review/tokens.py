"""Two wordings of one text, compared sentence by sentence and then by tokens, so that a sum or a date changes whole.

White space does not count, nor whether a comma, colon or bracket is wide: neither is a change of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

TokenKind = Literal["amount", "rate", "date", "figure", "words"]

_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千]{1,12})"
_MORE = r"(?:余|多)?[十百千万亿]{0,3}(?:余|多)?"
_COIN = r"(?:元|[美欧港日]元|英镑)"
_TO = r"(?:-|－|–|—{1,2}|~|～|至|到)"
PATTERNS: tuple[tuple[TokenKind, str], ...] = (
    # 2026年3月5日, 2020年7月, 二〇二六年三月, 3月31日, 2026-03-05
    ("date", r"(?:\d{4}|[一二][零〇○一二三四五六七八九]{3})年(?:[\d一二三四五六七八九十]{1,3}月(?:份)?(?:[\d一二三四五六七八九十]{1,3}[日号])?)?[底末初]?"),
    ("date", r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}月\d{1,2}日|\d{1,2}月底?前?"),
    # 20-50万元, 10万元至20万元, 500万元, 五百万元
    ("amount", rf"{_NUMBER}{_MORE}{_COIN}?{_TO}{_NUMBER}{_MORE}{_COIN}|{_NUMBER}{_MORE}{_COIN}"),
    # 10%-15%, 15%, 百分之十五, 2个百分点, 0.5‰
    ("rate", rf"{_NUMBER}[%％‰]?{_TO}{_NUMBER}[%％‰]|{_NUMBER}[%％‰]|百分之{_NUMBER}|{_NUMBER}个百分点"),
    # 3个月, 30人, 500家, 2.5倍, 第十二条
    ("figure", rf"{_NUMBER}{_MORE}(?:个工作日|个月|[年月日天人户家项次台套辆亩张箱节倍米吨个级期届]|平方米|公里)|\d[\d,.]*\d|\d"),
)  # fmt: skip
TOKEN = re.compile("|".join(f"(?P<{kind}_{at}>{pattern})" for at, (kind, pattern) in enumerate(PATTERNS)) + "|.", re.S)
SENTENCE = re.compile(r"[^。；;！!？?]*[。；;！!？?]?")
WIDE = str.maketrans(",;:!?()", "，；：！？（）")
BRIDGE = 2  # equal tokens between two changes that are shown as one
PAUSES = frozenset("，。；：、（）《》“”")


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    kind: TokenKind


@dataclass(frozen=True, slots=True)
class Region:
    """A run that differs: its tokens before and after, and where they begin in the plain texts."""

    before: tuple[Token, ...]
    after: tuple[Token, ...]
    at_before: int
    at_after: int

    @property
    def old(self) -> str:
        return "".join(token.text for token in self.before)

    @property
    def new(self) -> str:
        return "".join(token.text for token in self.after)


def plain(text: str) -> str:
    """A text without white space and with wide punctuation, but for that inside of numbers."""
    return "".join(text.split()).translate(WIDE)


def tokens(text: str) -> tuple[Token, ...]:
    """A plain text in pieces: each sum, rate, date and figure whole, all else character by character."""
    return tuple(_token(match) for match in TOKEN.finditer(text))


def _token(match: re.Match[str]) -> Token:
    kinds = (name.split("_")[0] for name, value in match.groupdict().items() if value is not None)
    name = next(kinds, "words")
    return Token(match[0], next((kind for kind, _ in PATTERNS if kind == name), "words"))


def regions(before: str, after: str) -> tuple[Region, ...]:
    """Where two texts differ, in reading order; none where only white space or the width of marks does."""
    old, new = plain(before), plain(after)
    if old == new:
        return ()
    return tuple(region for part in _sentences(old, new) for region in _within(*part))


def _sentences(old: str, new: str) -> Iterator[tuple[str, str, int, int]]:
    """Runs of sentences that differ, with where they begin."""
    left, right = SENTENCE.findall(old), SENTENCE.findall(new)
    starts = [_starts(left), _starts(right)]
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            yield "".join(left[a:b]), "".join(right[c:d]), starts[0][a], starts[1][c]


def _starts(parts: list[str]) -> list[int]:
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return starts


def _within(old: str, new: str, at_old: int, at_new: int) -> Iterator[Region]:
    left, right = tokens(old), tokens(new)
    if not left or not right:
        yield Region(left, right, at_old, at_new)
        return
    starts = [_starts([token.text for token in side]) for side in (left, right)]
    for a, b, c, d in _bridged(left, right):
        yield Region(left[a:b], right[c:d], at_old + starts[0][a], at_new + starts[1][c])


def _bridged(left: tuple[Token, ...], right: tuple[Token, ...]) -> list[tuple[int, int, int, int]]:
    """The differing ranges; two with a few characters of one word between them are one (中小 -> 小微)."""
    found: list[tuple[int, int, int, int]] = []
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for tag, a, b, c, d in codes:
        if tag == "equal":
            continue
        if found and a - found[-1][1] <= BRIDGE and _is_one_word(left[found[-1][1] : a]):
            found[-1] = (found[-1][0], b, found[-1][2], d)
        else:
            found.append((a, b, c, d))
    return found


def _is_one_word(between: tuple[Token, ...]) -> bool:
    return all(token.kind == "words" and token.text not in PAUSES for token in between)
