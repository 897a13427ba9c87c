"""`vocabulary/synonyms.yml`: what readers say, and the words of the texts that it finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ..model import Fault, SynonymRow, Synonyms, Yaml
from .schema import Card, Line, refuse, validate
from .strict_yaml import load
from .tree import read_bytes

NAME = "synonyms.yml"
Said = Annotated[tuple[Line, ...], Field(min_length=1)]


class RowForm(Card):
    """An entry under `rows`."""

    say: Said
    find: Said
    near: tuple[Line, ...] = ()
    soft: bool = False


class TaiwanForm(Card):
    """An entry under `taiwan`."""

    say: Said
    find: Said


class SynonymsFile(Card):
    """synonyms.yml."""

    rows: tuple[RowForm, ...] = ()
    taiwan: tuple[TaiwanForm, ...] = ()
    fillers: tuple[Line, ...] = ()


def read_synonyms(root: Path) -> Synonyms:
    """The synonyms; none where there is no file. SourceError where a row is faulty or a word is said in two rows."""
    if not (root / NAME).is_file():
        return Synonyms()
    yaml = load(f"{root.name}/{NAME}", read_bytes(root, NAME))
    form = validate(SynonymsFile, yaml)
    refuse(said_twice(yaml))
    return Synonyms(
        tuple(SynonymRow(row.say, row.find, row.near, row.soft) for row in form.rows),
        tuple(SynonymRow(row.say, row.find) for row in form.taiwan),
        tuple(dict.fromkeys(form.fillers)),
    )


def said_twice(yaml: Yaml) -> Iterator[Fault]:
    """A word that readers say finds the words of one row, so that one row can be read and mended by itself."""
    for part in ("rows", "taiwan"):
        seen: set[str] = set()
        for row in yaml.items(part):
            for place in yaml.items(*row, "say"):
                word = yaml.text(*place)
                if word in seen:
                    yield yaml.fault(place, "said-twice", f"“{word}”写在两组的 say 里：一个说法只写一次")
                seen.add(word)
