"""Many words as one pattern that finds the longest of them at every place of a text, in one pass.

The words are put together by their beginnings (首(?:版次|台(?:\\(套\\)|套))), so that the cost of a place does not grow with
their number. Brackets, plus signs and quotation marks match at either width.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# （套） is (套), 5G＋ is 5G+, 「301」 is “301”: one character for one
ALIKE = str.maketrans("（）＋－—–〔〕【】「」『』，", "()+---()()“”“”,")
LATIN_OR_DIGIT = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
# BIM, not in BIMSOFT or XBIM; the one before is looked at behind the first letter, for a pattern of plain first
# characters skips over all other text
BEFORE, AFTER = "(?<![0-9A-Za-z].)", "(?![0-9A-Za-z])"

Tree = dict[str, "Tree"]
END = ""


def alike(text: str) -> str:
    """The text with characters that differ only in width or kind of quotation mark made one; same length."""
    return text.translate(ALIKE)


def longest_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for text made `alike` that matches the longest of the words; nothing where there are none."""
    tree: Tree = {}
    for word in words:
        node = tree
        for char in alike(word):
            node = node.setdefault(char, {})
        node[END] = {}
    branches = [_branch(char, tree[char], BEFORE) for char in sorted(tree) if char]
    return re.compile("|".join(branches) or r"(?!)")


def _branch(char: str, node: Tree, before: str = "") -> str:
    """The pattern of a character and what may follow it; `before` is what holds of a letter or digit at the beginning."""
    edge = AFTER if char in LATIN_OR_DIGIT else ""
    rest = [_branch(following, node[following]) for following in sorted(node) if following]
    first = re.escape(char) + (before if char in LATIN_OR_DIGIT else "")
    if not rest:
        return first + edge
    ways = "|".join(rest) + (f"|{edge}" if END in node else "")
    return f"{first}(?:{ways})"
