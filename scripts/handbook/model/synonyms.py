"""What readers say for the words of the texts, as read from `vocabulary/synonyms.yml`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SynonymRow:
    """What readers say, and the words of the texts that it finds: `find` as good as the word itself, `near` less so.

    Directional: the words of the texts do not find what readers say. `soft` words say that something is asked for
    (补贴, 奖励) and not what; a measure without them is still found.
    """

    say: tuple[str, ...]
    find: tuple[str, ...]
    near: tuple[str, ...] = ()
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Synonyms:
    """What the search knows of readers' words; `taiwan` are other names of the same thing, `fillers` ask nothing."""

    rows: tuple[SynonymRow, ...] = ()
    taiwan: tuple[SynonymRow, ...] = ()
    fillers: tuple[str, ...] = ()
