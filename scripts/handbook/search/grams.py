"""The index of a large library: which measures have two characters side by side, in shards of a few kilobytes.

A small library needs none, since the browser reads all of its texts. `grams-<n>` is `{pair: measures}`, and `{"^" + pair or
single character: measures}` for titles; `heads` holds what order and status need of every measure. Measures are the numbers of
the library, each as its distance from the one before, five bits a character, the lowest first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from ..model import Entry
from .script import Json
from .texts import GAP

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef"  # the last five bits of a number
MORE = "ghijklmnopqrstuvwxyz0123456789-_"  # five bits, and others follow
SHARD = 5000  # characters of measures in a shard, on average
TITLE = "^"
FACTOR = 31


def gram_shards(entries: Sequence[Entry], fold: Callable[[str], str]) -> Iterator[tuple[str, Json]]:
    """`heads` and `grams-0`, `grams-1` …"""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    lengths: list[tuple[int, int]] = []
    known = cache(fold)  # names are those of many measures
    for number, entry in enumerate(entries):
        title, body = fold(entry.title), fold(GAP.join(entry.body))
        for gram in _grams(title, body, *map(known, _names(entry))):
            postings[gram].append(number)
        lengths.append((len(title), len(body)))
    coded = {gram: coded_numbers(postings[gram]) for gram in sorted(postings)}
    count = max(1, sum(map(len, coded.values())) // SHARD)
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    for gram, numbers in coded.items():
        shards[shard_of(gram, count)][gram] = numbers
    yield "heads", {"shards": count, **_heads(entries, lengths)}
    yield from ((f"grams-{at}", shard) for at, shard in enumerate(shards))


def shard_of(gram: str, count: int) -> int:
    """The shard that holds a pair: by its characters, as `assets/search/index.js` reckons."""
    plain = gram.removeprefix(TITLE)
    return (ord(plain[0]) + (ord(plain[1]) * FACTOR if plain[1:] else 0)) % count


def coded_numbers(numbers: Iterable[int]) -> str:
    """Rising numbers as a short text: 0, 1, 40 is AAGB (distances less one: 0, 0, 38)."""
    out: list[str] = []
    last = -1
    for number in numbers:
        distance, last = number - last - 1, number
        while distance > 31:
            out.append(MORE[distance & 31])
            distance >>= 5
        out.append(DIGITS[distance])
    return "".join(out)


def _names(entry: Entry) -> tuple[str, ...]:
    fields = (entry.section, entry.record.benefit, *entry.document, *entry.terms, *entry.agencies, *entry.groups)
    return tuple(dict.fromkeys(fields))


def _grams(title: str, *texts: str) -> set[str]:
    found = {TITLE + gram for gram in (*title, *_pairs(title))}
    for text in (title, *texts):
        found.update(_pairs(text))
    return found


def _pairs(text: str) -> Iterator[str]:
    return (text[at : at + 2] for at in range(len(text) - 1) if GAP not in text[at : at + 2])


def _heads(entries: Sequence[Entry], lengths: Sequence[tuple[int, int]]) -> dict[str, Json]:
    """Standing, number, length of title and body of each measure, in columns."""
    standings = [(e.record.standing, e.record.begins, e.record.ends, e.record.later) for e in entries]
    kinds = list(dict.fromkeys(standings))
    return {
        "kinds": [list(kind) for kind in kinds],
        "standing": [kinds.index(standing) for standing in standings],
        "ordinal": [entry.ordinal for entry in entries],
        "title": [title for title, _ in lengths],
        "body": [body // 8 * 8 for _, body in lengths],
    }
