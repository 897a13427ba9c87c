"""Hand-written pages and the words of the interface in Traditional characters; what a machine reads in them stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

Convert = Callable[[str], str]

# What is no text for people: fences and code spans, the targets of links, tags, addresses, {: #id }, keys of front matter
MACHINE = re.compile(
    r"^(?:```|~~~).*?^(?:```|~~~)$"
    r"|`[^`\n]+`"
    r"|(?<=\])\([^)\n]*\)"
    r"|<[^>\n]*>"
    r"|https?://[^\s<>）)]+"
    r"|\{:[^}\n]*\}"
    r"|^\w+:(?= )",
    re.MULTILINE | re.DOTALL,
)
PLACEHOLDER = re.compile(r"\{\w*\}")  # {count} of a phrase


def traditional_page(text: str, convert: Convert) -> str:
    """A Markdown page: its title, its text and its tables; links, code and markup stay."""
    return _between(MACHINE, text, convert)


def traditional_strings(
    strings: Mapping[str, object], own: Mapping[str, object], convert: Convert
) -> dict[str, object]:
    """The phrase book of the edition: what people wrote in its own, and the rest converted from the Simplified one."""
    made: dict[str, object] = {}
    for key, phrase in strings.items():
        mine = own.get(key)
        if isinstance(phrase, Mapping):
            made[key] = traditional_strings(phrase, mine if isinstance(mine, Mapping) else {}, convert)
        elif isinstance(phrase, str):
            made[key] = mine if isinstance(mine, str) else _between(PLACEHOLDER, phrase, convert)
    return made


def _between(kept: re.Pattern[str], text: str, convert: Convert) -> str:
    """The text converted, but for what the pattern keeps; the converter sees all of it, so that words stay whole."""
    made = list(convert(text))
    for match in kept.finditer(text):
        made[match.start() : match.end()] = match.group()
    return "".join(made)
