"""Everything that the search of one edition loads, as the files of the folder `search/` of its site."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from ..model import Entry, Finder, Vocabulary
from .facets import finder_data
from .lexicon import lexicon
from .records import PER_SHARD, record_shards
from .script import Json, script
from .texts import PER_BLOCK, text_blocks

FOLDER = "search"


def search_files(
    entries: Sequence[Entry], finder: Finder, vocabulary: Vocabulary, words: Mapping[str, str]
) -> dict[str, bytes]:
    """The shards and `manifest.js`, which names their version, by path in the site. The same entries give the same bytes.

    `words` are the words of the interface that scripts print, by name (`status.active`, `search.found`).
    """
    made = (
        *record_shards([entry.record for entry in entries]),
        *text_blocks(entries),
        *finder_data(finder),
        ("lexicon", lexicon(entries, vocabulary)),
    )
    shards = {name: script(name, data) for name, data in made}
    manifest: Json = {
        "version": _version(shards),
        "count": len(entries),
        "per_shard": PER_SHARD,
        "per_block": PER_BLOCK,
        "words": dict(words),
    }
    files = {**shards, "manifest": script("manifest", manifest)}
    return {f"{FOLDER}/{name}.js": data for name, data in sorted(files.items())}


def _version(shards: Mapping[str, bytes]) -> str:
    """A few characters that change with any shard, so that a browser never mixes two builds."""
    digest = hashlib.sha256()
    for name in sorted(shards):
        digest.update(shards[name])
    return digest.hexdigest()[:10]
