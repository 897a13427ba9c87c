"""What a browser has to know of characters: which Simplified one each Traditional one is read as, and how they sound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from opencc import OpenCC
from pypinyin import lazy_pinyin

RUN = re.compile("[\u4e00-\u9fff]+")
CHINESE = "".join(map(chr, range(0x4E00, 0xA000)))


def folding(texts: Iterable[str]) -> tuple[str, str]:
    """Characters and what each is read as, one for one: only where a character read so occurs in the texts.

    Many to one: 髮 and 發 are both 发. A character that occurs nowhere is left out, since nothing could be found by it.
    """
    simplified = _simplified()
    printed = frozenset().union(*map(frozenset, texts))
    occurring = {simplified.get(char, char) for char in printed}
    pairs = [(one, plain) for one, plain in simplified.items() if plain in occurring]
    return "".join(one for one, _ in pairs), "".join(plain for _, plain in pairs)


@cache
def _simplified() -> Mapping[str, str]:
    """Every character of the basic block that is written otherwise in Simplified script."""
    plain = OpenCC("t2s").convert("\n".join(CHINESE)).split("\n")
    return {one: other for one, other in zip(CHINESE, plain, strict=True) if one != other and len(other) == 1}


def sounds(names: Iterable[str]) -> dict[str, str]:
    """Syllables with the characters read so in these names, in which a character may have several (银行, 行动)."""
    found: dict[str, set[str]] = {}
    for run in sorted({run for name in names for run in RUN.findall(name)}):
        for char, syllable in zip(run, lazy_pinyin(run), strict=False):
            if char != syllable and syllable.isascii():
                found.setdefault(syllable, set()).add(char)
    return {syllable: "".join(sorted(found[syllable])) for syllable in sorted(found)}
