"""The columns of the finder: which measures have which value, by what they are sorted, and why, as small as they can be.

A set of numbers is written as the gaps between them, a run of neighbours as its negative length: 5 6 7 8 10 is
`[5, -3, 2]`. `find.js` reads it back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..model import Finder, FinderRow
from .script import Json

DERIVED = frozenset({"region", "status"})  # from the documents, and from the dates on the reader's day
WHY_PER_SHARD = 16  # measures, about 2 KB as sent: a list by amount takes one here and one there


def finder_data(finder: Finder) -> Iterator[tuple[str, Json]]:
    """`facets`, `places` for regions without documents, and the reasons in `why-0`, `why-1` …, each by name."""
    yield "facets", _columns(finder)
    yield "places", [[place.id, place.name, list(place.also), list(place.above)] for place in finder.places]
    count = sum(document.count for document in finder.documents)
    rows = {row.number: row for row in finder.rows}
    for shard, start in enumerate(range(0, count, WHY_PER_SHARD)):
        numbers = range(start, min(start + WHY_PER_SHARD, count))
        yield f"why-{shard}", [_why(rows[number]) if number in rows else {} for number in numbers]


def _columns(finder: Finder) -> Json:
    held = {value.id for facet in finder.facets if facet.name == "region" for value in facet.values}
    sums = {row.number: row.sum for row in finder.rows if row.sum}
    standings = {row.number: "|".join((row.standing, row.begins, row.ends, row.later)) for row in finder.rows}
    return {
        "why_per_shard": WHY_PER_SHARD,
        "measures": gaps(row.number for row in finder.rows),
        "documents": [[one.count, one.region, one.day] for one in finder.documents],
        "above": {place.id: list(place.above) for place in finder.places if place.id in held},
        "facets": {
            facet.name: {value.id: gaps(value.measures) for value in facet.values if value.measures}
            for facet in finder.facets
            if facet.name not in DERIVED
        },
        "sums": _by_value(sums),
        "standings": _by_value(standings),
    }


def _by_value(values: dict[int, str]) -> Json:
    """For each value the measures that have it."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, value in values.items():
        having[value].append(number)
    return {value: gaps(numbers) for value, numbers in having.items()}


def _why(row: FinderRow) -> Json:
    """The reasons of a measure by facet and value: the words, as [words, start, end] where a part of them tells."""
    why: dict[str, dict[str, Json]] = defaultdict(dict)
    for reason in row.reasons:
        telling = reason.end - reason.start not in (0, len(reason.words))
        said: Json = [reason.words, reason.start, reason.end] if telling else reason.words
        why[reason.facet][reason.value] = said
    return why


def gaps(numbers: Iterable[int]) -> list[int]:
    """Ascending numbers as gaps and runs: 5 6 7 8 10 is [5, -3, 2]."""
    written: list[int] = []
    last = 0
    for number in numbers:
        if number == last + 1 and written:
            if written[-1] < 0:
                written[-1] -= 1
            else:
                written.append(-1)
        else:
            written.append(number - last)
        last = number
    return written
