"""`vocabulary/traditional.yml`: how words are written in Traditional characters where a converter cannot know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from ..model import Fault, RareForm, TraditionalForms, Yaml
from .schema import Card, Line, refuse, validate
from .strict_yaml import load
from .tree import read_bytes

NAME = "traditional.yml"


class RareForms(Card):
    """An entry under `rare`."""

    char: Line
    form: Line
    usual: Line
    words: tuple[Line, ...] = ()


class TraditionalFile(Card):
    """traditional.yml."""

    words: dict[str, Line] = Field(default={})
    names: dict[str, Line] = Field(default={})
    whole: tuple[Line, ...] = ()
    rare: tuple[RareForms, ...] = ()


def read_traditional(root: Path) -> TraditionalForms:
    """The forms; none where there is no file. SourceError where two forms of a word differ in length."""
    if not (root / NAME).is_file():
        return TraditionalForms()
    yaml = load(f"{root.name}/{NAME}", read_bytes(root, NAME))
    read = validate(TraditionalFile, yaml)
    refuse(form_faults(yaml))
    return TraditionalForms(
        words=(*read.words.items(), *read.names.items()),
        whole=tuple(word for line in read.whole for word in line.split()),
        rare=tuple(
            RareForm(one.char, one.form, one.usual, tuple(word for line in one.words for word in line.split()))
            for one in read.rare
        ),
    )


def form_faults(yaml: Yaml) -> Iterator[Fault]:
    """Words and their Traditional forms that differ in length."""
    for part in ("words", "names"):
        pairs = yaml.at(part)
        for word in pairs if isinstance(pairs, dict) else ():
            form = yaml.text(part, word)
            if form and len(word) != len(form):
                message = f"“{word}”和“{form}”字数不同：简体和繁体要一字对一字"
                yield yaml.fault((part, word), "script-length", message)
