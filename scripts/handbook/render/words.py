"""The words of the interface, from `templates/strings/`: looked up by a dotted name, filled in with values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from ..model import SIMPLIFIED, Edition

SCRIPTED = frozenset({"status", "search"})  # the parts of the phrase book that scripts may use


class Words(Protocol):
    """`words("measure.lines", first=12, last=18)` is a phrase of the interface in the script of its edition."""

    @property
    def edition(self) -> Edition: ...

    def __call__(self, name: str, /, **values: str | int) -> str: ...


class _PhraseBook:
    """Phrases by dotted name."""

    def __init__(self, phrases: Mapping[str, str], edition: Edition) -> None:
        self._phrases = phrases
        self.edition = edition

    def __call__(self, name: str, /, **values: str | int) -> str:
        phrase = self._phrases[name]
        return phrase.format(**values) if values else phrase


def words_of(strings: Mapping[str, object], edition: Edition = SIMPLIFIED) -> Words:
    """A phrase book from nested mappings of strings; a name that is not in it raises KeyError."""
    return _PhraseBook(dict(_flat("", strings)), edition)


def for_scripts(strings: Mapping[str, object]) -> dict[str, str]:
    """The words that a browser prints by itself, by dotted name, values still to be filled in."""
    return {name: phrase for name, phrase in _flat("", strings) if name.split(".")[0] in SCRIPTED}


def _flat(prefix: str, strings: Mapping[str, object]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in strings.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping):
            pairs += _flat(name + ".", value)
        elif isinstance(value, str):
            pairs.append((name, value))
        else:
            raise TypeError(f"{name} is {type(value).__name__}, but the words of the interface are text")
    return pairs
