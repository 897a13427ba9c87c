"""Simplified Chinese as Traditional, character for character: OpenCC, set right where it reads words apart wrongly.

Words and punctuation stay those of the mainland (软件 becomes 軟件, “ ” stay); nothing changes its length or its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from opencc import OpenCC

from ..model import RareForm, TraditionalForms
from .rules import RULES

# OpenCC takes UTF-8 and ends at a NUL: both come back as they were
UNREADABLE = re.compile("[\x00\ud800-\udfff]")
STANDS_IN = "\ufffd"
SHORT = 2  # characters of a word that running text makes up by chance


class Script:
    """The Traditional form of a text, of the same length.

    `forms` are what people know better than OpenCC; `names` (of places and agencies) are converted by themselves
    wherever they stand. Words of the table decide first, then rare forms in words of two characters that cut none of
    these in two (税收获得 holds no 收获). What both leave is OpenCC's, with the usual form for every rare one.
    """

    def __init__(self, forms: TraditionalForms, names: Iterable[str] = ()) -> None:
        whole = {word: _converted(word) for word in (*names, *forms.whole) if len(word) > 1}
        rare = _rare_words(forms.rare)
        long = {word: form for word, form in rare.items() if len(word) > SHORT}
        self._words = _Words({**whole, **long, **dict(forms.words)})
        self._rare = _Words({word: form for word, form in rare.items() if len(word) <= SHORT})
        self._usual = {(rare.char, rare.form): rare.usual for rare in forms.rare}
        self.of = lru_cache(maxsize=1 << 14)(self._of)  # names and labels come again and again

    def _of(self, text: str) -> str:
        """The text in Traditional characters."""
        made = self._by_words(text)
        for pattern, form in RULES:
            for match in pattern.finditer(text):
                made[match.start("char")] = form
        return "".join(made)

    def _by_words(self, text: str) -> list[str]:
        """The characters as the tables of words have them, and between these words as OpenCC does."""
        made = [""] * len(text)
        for words in (self._words, self._rare):
            for at, form in words.found(text):
                end = at + len(form)
                if not any(made[at:end]):
                    made[at:end] = form
        for start, end in _gaps(made):
            gap = text[start:end]
            made[start:end] = (self._usual.get(pair, pair[1]) for pair in zip(gap, _converted(gap), strict=True))
        return made


def _gaps(made: list[str]) -> Iterator[tuple[int, int]]:
    """Where nothing is written yet: start and end of each run."""
    start = 0
    while start < len(made):
        end = start
        while end < len(made) and not made[end]:
            end += 1
        if end > start:
            yield start, end
        start = end + 1


class _Words:
    """A table of words with their Traditional forms, looked up from left to right, the longest at each place."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        for word in sorted(forms, key=len, reverse=True):
            self._by_first.setdefault(word[0], []).append((word, forms[word]))
        self._first = re.compile("|".join(map(re.escape, sorted(self._by_first))) or "(?!)")

    def found(self, text: str) -> Iterator[tuple[int, str]]:
        match = self._first.search(text)
        while match:
            at, end = match.span()
            for word, form in self._by_first[match.group()]:
                if text.startswith(word, at):
                    yield at, form
                    end = at + len(word)
                    break
            match = self._first.search(text, end)


def _rare_words(rare: Iterable[RareForm]) -> dict[str, str]:
    """The words that have rare forms, in which several characters may have one (胡须: 鬍鬚)."""
    found: dict[str, str] = {}
    for one in rare:
        for word in one.words:
            form = found.get(word) or _converted(word)
            found[word] = "".join(one.form if char == one.char else made for char, made in zip(word, form, strict=True))
    return found


@lru_cache(maxsize=1)
def _opencc() -> OpenCC:
    return OpenCC("s2tw")


def _converted(text: str) -> str:
    """What OpenCC makes of a text, of the same length."""
    odd = UNREADABLE.search(text)
    shown = UNREADABLE.sub(STANDS_IN, text) if odd else text
    made: str = _opencc().convert(shown)
    if len(made) != len(text):  # no phrase of today's tables does so
        made = "".join(map(_one, shown))
    return "".join(b if UNREADABLE.match(b) else a for a, b in zip(made, text, strict=True)) if odd else made


def _one(char: str) -> str:
    made: str = _opencc().convert(char)
    return made if len(made) == 1 else char
