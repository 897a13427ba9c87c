"""Related measures in words: why one is related to another, and where the other's region stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Related
from .shelf import Shelf
from .words import Words

TERMS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Why:
    """What two measures share, as a phrase each, the strongest first."""

    phrases: tuple[str, ...]

    @staticmethod
    def of(related: Related, shelf: Shelf, words: Words) -> Why:
        return Why(tuple(_phrases(related, shelf, words)))

    def __str__(self) -> str:
        return "；".join(self.phrases)


def _phrases(related: Related, shelf: Shelf, words: Words) -> Iterator[str]:
    if related.carries:
        yield words(f"related.carries_{related.carries}")
    if related.topics:
        names = (group.name for group in shelf.library.topics if group.id in related.topics)
        yield words("related.topics", names=words("page.comma").join(names))
    if related.terms:
        terms = [shelf.glossary[id].term.term for id in related.terms if id in shelf.glossary]
        yield words("related.terms", names=words("page.comma").join(terms[:TERMS_SHOWN]))
    if related.instruments:
        kinds = (words(f"instrument.{kind}") for kind in related.instruments)
        yield words("related.instruments", names=words("page.comma").join(kinds))


def level(here: str, there: str, shelf: Shelf, words: Words) -> str:
    """A region as seen from another: 上级：湖北省, 下级：武汉市, or its name alone where neither is above the other."""
    name = shelf.region_name(there)
    if there in shelf.above(here):
        return words("related.above", region=name)
    return words("related.below", region=name) if here in shelf.above(there) else name
