"""`vocabulary/`: the words the handbook knows, each file a list of entries."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field

from ..model import AgencyEntry, EnterpriseType, Region, Topic, Vocabulary
from .schema import Card, Form, Id, Line, validate
from .strict_yaml import Yaml, load
from .tree import read_bytes

EMPTY = Vocabulary((), (), (), ())


class RegionForm(Card):
    """An entry of regions.yml."""

    id: Id
    name: Line
    level: Literal["nation", "province", "city", "district"]
    parent: str = ""
    forms: tuple[Line, ...] = ()


class AgencyForm(Card):
    """An entry of agencies.yml."""

    id: Id
    name: Line
    region: str = ""
    forms: tuple[Line, ...] = ()


class TypeForm(Card):
    """An entry of enterprise_types.yml."""

    id: Id
    name: Line
    definition: str = ""
    standard: str = ""
    words: tuple[Line, ...] = ()
    not_words: tuple[Line, ...] = ()


class TopicForm(Card):
    """An entry of topics.yml."""

    id: Id
    name: Line
    words: tuple[Line, ...] = ()


class RegionsFile(Card):
    """regions.yml."""

    entries: tuple[RegionForm, ...] = Field(default=())


class AgenciesFile(Card):
    """agencies.yml."""

    entries: tuple[AgencyForm, ...] = Field(default=())


class TypesFile(Card):
    """enterprise_types.yml."""

    entries: tuple[TypeForm, ...] = Field(default=())


class TopicsFile(Card):
    """topics.yml."""

    entries: tuple[TopicForm, ...] = Field(default=())


def read_vocabulary(root: Path) -> Vocabulary:
    """All words; a file that is not there has none. SourceError where an entry is faulty or an id is used twice."""
    regions = _read(root, "regions.yml", RegionsFile).entries
    agencies = _read(root, "agencies.yml", AgenciesFile).entries
    types = _read(root, "enterprise_types.yml", TypesFile).entries
    topics = _read(root, "topics.yml", TopicsFile).entries
    return Vocabulary(
        regions=tuple(Region(e.id, e.name, e.level, e.parent, (e.name, *_others(e.name, e.forms))) for e in regions),
        agencies=tuple(AgencyEntry(e.id, e.name, e.region, e.forms) for e in agencies),
        enterprise_types=tuple(
            EnterpriseType(e.id, e.name, e.definition, e.standard, e.words, e.not_words) for e in types
        ),
        topics=tuple(Topic(e.id, e.name, e.words) for e in topics),
    )


def _read(root: Path, name: str, form: type[Form]) -> Form:
    if not (root / name).is_file():
        return form()
    yaml = load(f"{root.name}/{name}", read_bytes(root, name))
    listed = {("entries", *path): place for path, place in yaml.places.items()}
    yaml = Yaml(yaml.file, {"entries": yaml.value or []}, listed)
    _refuse_doubles(yaml)
    return validate(form, yaml)


def _refuse_doubles(yaml: Yaml) -> None:
    entries = yaml.value.get("entries") if isinstance(yaml.value, dict) else None
    seen: set[str] = set()
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        id = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(id, str) and id in seen:
            raise yaml.fault(("entries", index, "id"), f"编号 {id} 用了两次：每一项要有自己的编号")
        if isinstance(id, str):
            seen.add(id)


def _others(name: str, forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form for form in forms if form != name)
