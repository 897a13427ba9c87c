"""Everything that the search of one edition loads, as the files of the folder `search/` of its site."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from ..model import Entry, Finder, Vocabulary
from .characters import folding
from .facets import finder_data
from .fold import folder
from .grams import gram_shards
from .lexicon import lexicon
from .records import PER_SHARD, record_shards
from .script import Json, script
from .texts import text_blocks

FOLDER = "search"
WHOLE = 120_000  # characters of texts that a browser reads at once: about 100 KB as sent
PER_BLOCK = 32  # measures in a block of texts: about 8 KB as sent
PER_BLOCK_LARGE = 16  # where only the blocks of the results on the screen are loaded


def search_files(
    entries: Sequence[Entry], finder: Finder, vocabulary: Vocabulary, words: Mapping[str, str], whole: int = WHOLE
) -> dict[str, bytes]:
    """The shards and `manifest.js`, which names their version, by path in the site. The same entries give the same bytes.

    `words` are the words of the interface that scripts print, by name (`status.active`, `search.found`). A library of up to
    `whole` characters is read by the browser as a whole; a larger one has an index, so that a query loads what it needs.
    """
    large = sum(len(text) for entry in entries for text in entry.body) > whole
    per_block = PER_BLOCK_LARGE if large else PER_BLOCK
    made = (
        *record_shards([entry.record for entry in entries]),
        *text_blocks(entries, per_block),
        *finder_data(finder),
        ("lexicon", lexicon(entries, vocabulary)),
        *(_index(entries) if large else ()),
    )
    shards = {name: script(name, data) for name, data in made}
    manifest: Json = {
        "version": _version(shards),
        "count": len(entries),
        "per_shard": PER_SHARD,
        "per_block": per_block,
        "large": large,
        "words": dict(words),
    }
    files = {**shards, "manifest": script("manifest", manifest)}
    return {f"{FOLDER}/{name}.js": data for name, data in sorted(files.items())}


def _index(entries: Sequence[Entry]) -> Iterator[tuple[str, Json]]:
    texts = (text for entry in entries for text in (entry.title, *entry.document, *entry.body))
    return gram_shards(entries, folder(*folding(texts)))


def _version(shards: Mapping[str, bytes]) -> str:
    """A few characters that change with any shard, so that a browser never mixes two builds."""
    digest = hashlib.sha256()
    for name in sorted(shards):
        digest.update(shards[name])
    return digest.hexdigest()[:10]
