"""An ordered table of named patterns, and the ten lines that read a text with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a table: what a phrase is called and what it looks like (never the empty string)."""

    name: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that a rule claimed: characters `start` to `end` of the text, and the match with its groups."""

    rule: str
    start: int
    end: int
    match: re.Match[str]


def scan(rules: Iterable[Rule], text: str) -> tuple[Hit, ...]:
    """Every phrase that the table knows, in reading order: rules are tried in the order of the table, and the first to
    claim a span keeps it. Linear in the text for patterns of bounded length."""
    claimed = bytearray(len(text))
    hits: list[Hit] = []
    for rule in rules:
        match = rule.pattern.search(text)
        while match:
            start, end = match.span()
            taken = claimed.rfind(1, start, end)
            if taken < 0:
                hits.append(Hit(rule.name, start, end, match))
                claimed[start:end] = b"\x01" * (end - start)
            match = rule.pattern.search(text, max(start + 1, end if taken < 0 else taken + 1))
    return tuple(sorted(hits, key=lambda hit: hit.start))
