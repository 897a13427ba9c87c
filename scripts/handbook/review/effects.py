"""What follows from a change: which measures change status, which pages and books are made anew, which days come or go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..render.open_to import CLOSED, PENDING
from .change import Effects, Fate, Item, TypeEffect
from .pairing import Pair
from .retired import vanished
from .snapshot import MeasureFacts, Snapshot

WHOLE = "全册"


def effects(old: Snapshot, new: Snapshot, matched: tuple[Pair, ...], items: tuple[Item, ...]) -> Effects:
    """The consequences of some changes, each in the order of the new state."""
    changed = {item.id for item in items if item.sort == "measure" and item.fate == "changed"}
    types = tuple(_types(old, new, matched, changed))
    return Effects(
        status=tuple(_status(old, new, matched)),
        types=types,
        calendar=tuple(_calendar(old, new)),
        books=tuple(_books(types, old, new, items)),
        lost=vanished(sorted(old.ids()), new.ids(), new.retired),
        reused=tuple(one.id for one, other in matched if one.id != other.id and one.id in new.measures),
        agencies=tuple(name for name in new.unknown_agencies if name not in old.unknown_agencies),
    )


def _status(old: Snapshot, new: Snapshot, matched: tuple[Pair, ...]) -> Iterator[tuple[str, str, str]]:
    for id, document in new.documents.items():
        before = old.documents.get(id)
        if before and before.status != document.status:
            yield id, before.status, document.status
    for one, other in matched:
        if one.status != other.status:
            yield other.id, one.status, other.status


def _types(old: Snapshot, new: Snapshot, matched: tuple[Pair, ...], changed: set[str]) -> Iterator[TypeEffect]:
    """For each type the measures that its page gains, loses, or shows otherwise."""
    now = {one.id: other.id for one, other in matched}
    for id in dict.fromkeys((*new.type_names, *old.type_names)):
        before = {now.get(item.id, item.id): item.id for item in old.measures.values() if _offered(item, id)}
        after = {item.id for item in new.measures.values() if _offered(item, id)}
        joined = tuple(item for item in new.measures if item in after and item not in before)
        left = tuple(before[item] for item in before if item not in after)
        told = tuple(item for item in new.measures if item in after and item in before and item in changed)
        if joined or left or told:
            yield TypeEffect(id, new.type_names.get(id) or old.type_names[id], joined, left, told)


def _offered(item: MeasureFacts, type: str) -> bool:
    """Whether the card of a type offers a measure: it is for the type, and open."""
    return type in item.types and item.status not in (*CLOSED, PENDING)


def _calendar(old: Snapshot, new: Snapshot) -> Iterator[tuple[Fate, str, str, str]]:
    before, after = set(_days(old)), set(_days(new))
    fates: tuple[tuple[Fate, set[tuple[str, str, str]]], ...] = (("removed", before - after), ("added", after - before))
    for fate, days in fates:
        yield from ((fate, *day) for day in sorted(days))


def _days(state: Snapshot) -> Iterator[tuple[str, str, str]]:
    """Every day of the calendar: the day, what happens, and to what."""
    for document in state.documents.values():
        yield from ((day, what, document.id) for what, day in document.dates)
    for measure in state.measures.values():
        yield from ((day, what, measure.id) for what, day in measure.dates)


def _books(types: Iterable[TypeEffect], old: Snapshot, new: Snapshot, items: tuple[Item, ...]) -> Iterator[str]:
    """The printed books that say something else: the whole, those of types, those of regions."""
    touched = [item for item in items if item.sort in ("document", "measure")]
    if touched:
        yield WHOLE
    yield from (effect.name for effect in types)
    names = {id: fields["name"][0] for id, fields in new.entries.get("region", {}).items() if fields.get("name")}
    regions = dict.fromkeys(
        state.documents[id.split("/", 1)[0]].region
        for item in touched
        for state, id in ((new, item.id), (old, item.was))
        if id and id.split("/", 1)[0] in state.documents
    )
    yield from (names.get(region, region) for region in regions if region)
