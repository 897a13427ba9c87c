"""Which measure of one state is which of another, however it was renumbered, moved or retold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from .snapshot import DocumentFacts, MeasureFacts, Snapshot
from .tokens import plain

ALIKE = 0.6  # of the characters, for a measure that stands elsewhere
SAME_PLACE = 0.4  # for one under the same id
SAME_TITLE = 0.35  # for one under the same title
MOVED = 0.85  # for one in another document

Pair = tuple[MeasureFacts, MeasureFacts]


def pairs(old: Snapshot, new: Snapshot) -> tuple[Pair, ...]:
    """The measures that are in both, first within documents, then across them, in the order of the new state."""
    found = [pair for one, other in documents(old, new) for pair in _matched(old.of(one.id), new.of(other.id))]
    left = _without(old.measures.values(), (pair[0] for pair in found))
    right = _without(new.measures.values(), (pair[1] for pair in found))
    found += _similar(left, right, MOVED, MOVED)
    order = {id: at for at, id in enumerate(new.measures)}
    return tuple(sorted(found, key=lambda pair: order[pair[1].id]))


def documents(old: Snapshot, new: Snapshot) -> Iterator[tuple[DocumentFacts, DocumentFacts]]:
    """The documents that are in both: under the same id, else under the same title."""
    spare = {plain(item.title): item for id, item in new.documents.items() if id not in old.documents}
    for id, item in old.documents.items():
        other = new.documents.get(id) or spare.get(plain(item.title))
        if other:
            yield item, other


def _matched(left: tuple[MeasureFacts, ...], right: tuple[MeasureFacts, ...]) -> list[Pair]:
    found = list(_equal(left, right))
    left, right = _without(left, (pair[0] for pair in found)), _without(right, (pair[1] for pair in found))
    by_id = {item.id: item for item in right}
    found += [
        (item, by_id[item.id]) for item in left if item.id in by_id and _ratio(item, by_id[item.id]) >= SAME_PLACE
    ]
    left, right = _without(left, (pair[0] for pair in found)), _without(right, (pair[1] for pair in found))
    return found + _similar(left, right, ALIKE, SAME_TITLE)


def _equal(left: Iterable[MeasureFacts], right: Iterable[MeasureFacts]) -> Iterator[Pair]:
    """Measures with the same words; the one under the same id where several have them."""
    waiting: dict[tuple[str, str], list[MeasureFacts]] = {}
    for item in right:
        waiting.setdefault(_words(item), []).append(item)
    for item in left:
        same = waiting.get(_words(item), [])
        if same:
            other = next((one for one in same if one.id == item.id), same[0])
            same.remove(other)
            yield item, other


def _similar(left: Iterable[MeasureFacts], right: Iterable[MeasureFacts], alike: float, titled: float) -> list[Pair]:
    """The most alike first, each once."""
    scored = []
    for one in left:
        for other in right:
            least = titled if one.title and plain(one.title) == plain(other.title) else alike
            ratio = _ratio(one, other, least)
            if ratio >= least:
                scored.append((ratio + (alike - least), one.id, other.id, one, other))
    found: list[Pair] = []
    used: set[str] = set()
    for _, one_id, other_id, one, other in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if not used & {"-" + one_id, "+" + other_id}:
            used |= {"-" + one_id, "+" + other_id}
            found.append((one, other))
    return found


def _ratio(one: MeasureFacts, other: MeasureFacts, least: float = 0.0) -> float:
    a, b = "".join(_words(one)), "".join(_words(other))
    if not a or not b:
        return float(a == b)
    if 2 * min(len(a), len(b)) / (len(a) + len(b)) < least:
        return 0.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= least else 0.0


def _words(item: MeasureFacts) -> tuple[str, str]:
    return plain(item.title), plain(item.text) + "".join(f"{label}{plain(value)}" for label, value in item.fields)


def _without(items: Iterable[MeasureFacts], taken: Iterable[MeasureFacts]) -> tuple[MeasureFacts, ...]:
    ids = {item.id for item in taken}
    return tuple(item for item in items if item.id not in ids)
