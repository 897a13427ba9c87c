"""Agency brackets in the text of a unit: those that close it, and those inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Passage
from ..text.agency import agency_tail, is_agency_line, is_agency_list

PAIRS = {"）": "（", "】": "【", "〕": "〔", "]": "["}
LONGEST = 500
MOST = 20  # brackets at the end of one unit
ROUND = re.compile("[（）]")


@dataclass(frozen=True, slots=True)
class Closed:
    """A text without the brackets that close it: the body, the insides of the brackets in order, what the brackets take."""

    body: Passage
    insides: tuple[Passage, ...]
    taken: Passage


def closing_brackets(text: Passage) -> Closed:
    """Take the agency brackets, or the labelled lines of agencies, off the end of a text."""
    insides: list[Passage] = []
    words = text.text
    end = len(words)
    while len(insides) < MOST:
        stop = end
        while stop and words[stop - 1] in "。；\n ":
            stop -= 1
        inside = _bracket_before(words, stop)
        if inside:
            insides.append(text.cut(*inside))
            end = inside[0] - 1
            continue
        line = words.rfind("\n", max(0, stop - LONGEST), stop) + 1
        if not line and stop > LONGEST:
            break
        if line < stop and is_agency_line(words[line:stop]) and (line or not insides):
            insides.append(text.cut(line, stop))
            end = line
            if line:
                continue
        elif not insides and (tail := agency_tail(words[max(line, stop - LONGEST) : stop])) > 0:
            end = max(line, stop - LONGEST) + tail
            insides.append(text.cut(end, stop))
        break
    body = text.cut(0, end).strip("\n ") if insides else text
    return Closed(body, tuple(reversed(insides)), text.cut(end) if insides else text.cut(0, 0))


def _bracket_before(text: str, stop: int) -> tuple[int, int] | None:
    """The inside of the agency bracket that ends at `stop`, outer brackets matched."""
    opener = PAIRS.get(text[stop - 1 : stop])
    if opener is None:
        return None
    closer, depth = text[stop - 1], 0
    for at in range(stop - 1, max(-1, stop - LONGEST), -1):
        depth += (text[at] == closer) - (text[at] == opener)
        if depth == 0:
            return (at + 1, stop - 1) if is_agency_list(text[at + 1 : stop - 1]) else None
    return None


def inner_brackets(text: Passage) -> tuple[Passage, ...]:
    """The agency brackets that stand after a sentence inside a text (…（合肥海关负责）巩固…), in order."""
    return tuple(text.cut(start, stop) for start, stop in inner_ranges(text.text))


def inner_ranges(words: str) -> tuple[tuple[int, int], ...]:
    """Where the insides of those brackets begin and end."""
    found: list[tuple[int, int]] = []
    past = 0
    for start, close in _pairs(words):
        if start < past:
            continue
        after_sentence = words[start - 1 : start] in ("。", "；", "！", "") or words[close + 1 : close + 2] in (
            "",
            "\n",
            "。",
        )
        if after_sentence and is_agency_list(words[start + 1 : close]):
            found.append((start + 1, close))
            past = close
    return tuple(found)


def _pairs(words: str) -> list[tuple[int, int]]:
    """Matching round brackets no farther apart than an agency bracket is long, in order of their opening."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for match in ROUND.finditer(words):
        if match.group() == "（":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if match.start() - start <= LONGEST:
                pairs.append((start, match.start()))
    return sorted(pairs)
