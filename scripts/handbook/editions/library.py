"""The handbook in Traditional characters: the same library, with every text for people in the other script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace

from ..model import Capture, DocumentRecord, Library, Passage, Vocabulary
from ..text.script import is_traditional
from .fields import AS_RECEIVED, PRINTED, WRITTEN
from .prints import Prints
from .script import Script

Convert = Callable[[str], str]
_PARTS: dict[type, tuple[str, ...]] = {}  # asked for with every value


def script_of(vocabulary: Vocabulary) -> Script:
    """How this handbook is written in Traditional characters: with its forms, and its places and agencies as names."""
    regions = (form for region in vocabulary.regions for form in region.forms)
    agencies = (name for agency in vocabulary.agencies for name in (agency.name, *agency.forms))
    return Script(vocabulary.traditional, (*regions, *agencies))


def traditional(library: Library, vocabulary: Vocabulary) -> Library:
    """The library in Traditional characters: ids, places, numbers, dates and captures stay, and so do all lengths.

    What is printed in Traditional characters already stays as printed.
    """
    script = script_of(vocabulary).of
    kept = frozenset(capture.card.id for capture in library.captures if is_traditional(capture.parsed.source.text))
    prints = Prints(_passages(library), script, kept)
    made = _Hand(script, script, prints, kept).of(library)
    assert isinstance(made, Library)
    return made


def traditional_vocabulary(vocabulary: Vocabulary) -> Vocabulary:
    """The words of the handbook in Traditional characters, by their ids."""
    script = script_of(vocabulary).of
    made = _Hand(script, script, Prints((), script, frozenset()), frozenset()).of(vocabulary)
    assert isinstance(made, Vocabulary)
    return made


@dataclass(frozen=True, slots=True)
class _Hand:
    """Writes a value anew in the other script."""

    printed: Convert
    written: Convert
    prints: Prints
    kept: frozenset[str]

    def of(self, value: object) -> object:
        if isinstance(value, Passage):
            return self.prints.of(value)
        if isinstance(value, tuple):
            return tuple(map(self.of, value))
        names = _parts(type(value))
        if not names or not is_dataclass(value) or isinstance(value, type):
            return value
        hand = self._for(value)
        return replace(value, **{name: hand._field(value, name) for name in names})

    def _for(self, value: object) -> _Hand:
        """The hand for a part of the library: what a Traditional text says stays."""
        if isinstance(value, (Capture, DocumentRecord)) and value.card.id in self.kept:
            return replace(self, printed=str)
        return self

    def _field(self, value: object, name: str) -> object:
        content: object = getattr(value, name)
        if name in PRINTED.get(type(value), ()):
            return _each(self.printed, content)
        if name in WRITTEN.get(type(value), ()):
            return _each(self.written, content)
        return self.of(content)


def _parts(kind: type) -> tuple[str, ...]:
    """The names of the parts of a kind of value; none for what is no dataclass or stays as received."""
    if kind not in _PARTS:
        inner = is_dataclass(kind) and not issubclass(kind, AS_RECEIVED)
        _PARTS[kind] = tuple(field.name for field in fields(kind)) if inner else ()
    return _PARTS[kind]


def _each(convert: Convert, content: object) -> object:
    """A string or a tuple of strings, converted."""
    if isinstance(content, str):
        return convert(content)
    return tuple(map(convert, content)) if isinstance(content, tuple) else content


def _passages(value: object) -> Iterator[Passage]:
    """Every passage in a value."""
    if isinstance(value, Passage):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _passages(item)
    else:
        for name in _parts(type(value)):
            yield from _passages(getattr(value, name))
