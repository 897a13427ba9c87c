"""`vocabulary/synonyms.yml`: what readers say, and the words of the texts that it finds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from ..model import SynonymRow, Synonyms
from .schema import Card, Line, validate
from .strict_yaml import Yaml, load
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
    _refuse_doubles(form, yaml)
    return Synonyms(
        tuple(SynonymRow(row.say, row.find, row.near, row.soft) for row in form.rows),
        tuple(SynonymRow(row.say, row.find) for row in form.taiwan),
        tuple(dict.fromkeys(form.fillers)),
    )


def _refuse_doubles(form: SynonymsFile, yaml: Yaml) -> None:
    for name, rows in (("rows", form.rows), ("taiwan", form.taiwan)):
        seen: set[str] = set()
        for index, row in enumerate(rows):
            for word in row.say:
                if word in seen:
                    raise yaml.fault((name, index), f"“{word}”已经写在另一组的 say 里：一个说法只写一次")
                seen.add(word)
