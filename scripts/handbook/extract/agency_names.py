"""Which agency a printed name means: one agency has one canonical name and one page, however a text shortens it."""

from __future__ import annotations

from ..model import AgencyEntry, Vocabulary


def canonical(name: str, region: str, vocabulary: Vocabulary) -> AgencyEntry | None:
    """The agency that `name` means in a document of `region` (an id), or None where the vocabulary does not know it."""
    for entry in vocabulary.agencies:
        if name == entry.name or name in entry.forms:
            return entry
    return None
