"""The handbook in each script, before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model import SIMPLIFIED, TRADITIONAL, Copy, Edition, EditionCode, Library, Vocabulary
from .library import script_of, traditional, traditional_vocabulary
from .written import traditional_page, traditional_strings

Strings = Mapping[str, object]


def copies(
    library: Library,
    vocabulary: Vocabulary,
    strings: Mapping[EditionCode, Strings],
    written: Mapping[str, bytes],
    editions: Iterable[Edition],
) -> tuple[Copy, ...]:
    """A copy for each edition; `strings` are the phrase books, of which the Simplified one is whole."""
    simplified = Copy(SIMPLIFIED, library, vocabulary, strings[SIMPLIFIED.code], written)
    return tuple(
        _traditional(simplified, strings.get(edition.code, {})) if edition == TRADITIONAL else simplified
        for edition in editions
    )


def _traditional(copy: Copy, own: Strings) -> Copy:
    """A copy in Traditional characters; `own` are the phrases that people wrote for it."""
    convert = script_of(copy.vocabulary).of
    pages = {
        name: traditional_page(content.decode("utf-8", errors="replace"), convert).encode()
        for name, content in copy.written.items()
        if name.endswith(".md")
    }
    return Copy(
        TRADITIONAL,
        traditional(copy.library, copy.vocabulary),
        traditional_vocabulary(copy.vocabulary),
        traditional_strings(copy.strings, own, convert),
        {**copy.written, **pages},
    )
