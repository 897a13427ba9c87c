"""The records of all measures in shards: what a browser shows of a measure in a list of results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from ..model import Record
from .script import Json

PER_SHARD = 64  # records: about 4 KB as sent


def record_shards(records: Sequence[Record]) -> Iterator[tuple[str, Json]]:
    """`records-0`, `records-1` … with the records in the order of the library: number n stands in shard n // PER_SHARD."""
    for shard, start in enumerate(range(0, len(records), PER_SHARD)):
        yield f"records-{shard}", [_plain(record) for record in records[start : start + PER_SHARD]]


def _plain(record: Record) -> Json:
    """A record as an object without its empty values, which are most of them, and without what the browser knows."""
    known = {"url": f"measures/{record.id}/", "later": "unstated"}
    return {name: value for name, value in asdict(record).items() if value and value != known.get(name)}
