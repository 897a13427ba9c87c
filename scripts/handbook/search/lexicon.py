"""The words by which the browser understands a query: names, synonyms, fillers, and how characters are folded and sound.

{"fold": [characters, readings], "sounds": {syllable: characters}, "names": [word, …], "fillers": [word, …],
 "synonyms": [[say, find, near, soft], …], "taiwan": [[say, find], …]}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Entry, Vocabulary
from .characters import folding, sounds
from .script import Json

SHORTEST, LONGEST = 2, 8  # characters of a name that one types by itself
GAP_WORD = "…"  # a word of enterprise_types.yml that stands for several is none that one could type


def lexicon(entries: Sequence[Entry], vocabulary: Vocabulary) -> Json:
    """All words for the library of one edition: only names that some text of it has, so that it grows with the texts."""
    texts = [text for entry in entries for text in _texts(entry)]
    whole = "\n".join(texts)
    names = sorted({name for name in _names(vocabulary) if SHORTEST <= len(name) <= LONGEST and name in whole})
    synonyms = vocabulary.synonyms
    said = [word for row in (*synonyms.rows, *synonyms.taiwan) for word in (*row.say, *row.find, *row.near)]
    fold = folding((whole, *said, *synonyms.fillers))
    spoken = (name.translate(str.maketrans(*fold)) for name in (*names, *said, *(entry.title for entry in entries)))
    return {
        "fold": list(fold),
        "sounds": sounds(spoken),
        "names": names,
        "fillers": list(synonyms.fillers),
        "synonyms": [[list(row.say), list(row.find), list(row.near), int(row.soft)] for row in synonyms.rows],
        "taiwan": [[list(row.say), list(row.find)] for row in synonyms.taiwan],
    }


def _texts(entry: Entry) -> Iterator[str]:
    yield from (entry.title, entry.section, *entry.document, *entry.terms, *entry.agencies, *entry.groups, *entry.body)


def _names(vocabulary: Vocabulary) -> Iterator[str]:
    for term in vocabulary.glossary:
        yield from (term.term, *term.variants)
    for topic in vocabulary.topics:
        yield from (topic.name, *topic.words)
    for type in vocabulary.enterprise_types:
        yield from (type.name, *(word for word in type.words if GAP_WORD not in word))
    for region in vocabulary.regions:
        yield from region.forms
