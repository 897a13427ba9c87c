"""One form for what readers write in several: the same folding as `assets/search/fold.js`, for the index made here.

Traditional and Simplified characters meet in one, letters are small, full-width forms half-width; punctuation, brackets and
white space go, but leave a hyphen between two digits. A test holds both against each other over all texts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

SIGNS = frozenset("+%&‰℃\x1f")
POINTS = frozenset(".:")
DIGITS = frozenset("0123456789")
FULL_WIDTH = range(0xFF01, 0xFF5F)
OFFSET = 0xFEE0  # from a full-width form to its plain one


def folder(characters: str, readings: str) -> Callable[[str], str]:
    """The function that folds a text; `characters` are read as `readings`, one for one."""
    table = {code: chr(code - OFFSET) for code in FULL_WIDTH} | str.maketrans(characters, readings)

    def fold(text: str) -> str:
        plain = [char.lower() if char < "\x80" else char for char in text.translate(table)]
        out: list[str] = []
        gap = False
        for at, char in enumerate(plain):
            if not _kept(char, out, plain[at + 1] if at + 1 < len(plain) else ""):
                gap = gap or char != ","
                continue
            if gap and char in DIGITS and out and out[-1] in DIGITS:
                out.append("-")
            gap = False
            out.append(char)
        return "".join(out)

    return fold


def _kept(char: str, out: list[str], after: str) -> bool:
    if char in SIGNS:
        return True
    if char in POINTS:
        return bool(out) and out[-1] in DIGITS and after in DIGITS
    return unicodedata.category(char)[0] in "LN" or "\ud800" <= char <= "\udfff"
