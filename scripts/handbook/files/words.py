"""`vocabulary/`: the words the handbook knows, each file a list of entries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from ..model import (
    AgencyEntry,
    EnterpriseType,
    Fault,
    GlossaryTerm,
    LeftOut,
    Region,
    Topic,
    TypeGroup,
    Vocabulary,
    Yaml,
)
from .schema import Card, Id, Line, faults, refuse, validate
from .strict_yaml import load
from .synonyms import SynonymsFile, read_synonyms, said_twice
from .traditional import TraditionalFile, form_faults, read_traditional
from .tree import read_bytes

EMPTY = Vocabulary((), (), (), ())
REGIONS, AGENCIES, TYPES, TOPICS = "regions.yml", "agencies.yml", "enterprise_types.yml", "topics.yml"
GLOSSARY = "glossary.yml"
LISTS = dict.fromkeys((REGIONS, AGENCIES, TYPES, TOPICS), "entries") | {GLOSSARY: "terms"}  # of entries in a file
Definition = Annotated[Line, Field(max_length=80)]  # of a term, in characters


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
    group: TypeGroup
    definition: str = ""
    standard: str = ""
    words: tuple[Line, ...] = ()
    not_words: tuple[Line, ...] = ()


class TopicForm(Card):
    """An entry of topics.yml."""

    id: Id
    name: Line
    words: tuple[Line, ...] = ()


class TermForm(Card):
    """An entry of glossary.yml under `terms`."""

    id: Id
    term: Line
    variants: tuple[Line, ...] = ()
    quoted: tuple[Line, ...] = ()
    not_in: tuple[Line, ...] = ()
    definition: Definition
    basis: str = ""
    see_also: tuple[Id, ...] = ()
    missing: str = ""


class LeftOutForm(Card):
    """An entry of glossary.yml under `left_out`."""

    why: Line
    terms: tuple[Line, ...]


class GlossaryFile(Card):
    """glossary.yml."""

    terms: tuple[TermForm, ...] = ()
    left_out: tuple[LeftOutForm, ...] = ()


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
    read = {name: _read(root, name) for name in (REGIONS, AGENCIES, TYPES, TOPICS, GLOSSARY)}
    regions = validate(RegionsFile, read[REGIONS]).entries
    agencies = validate(AgenciesFile, read[AGENCIES]).entries
    types = validate(TypesFile, read[TYPES]).entries
    topics = validate(TopicsFile, read[TOPICS]).entries
    glossary = _glossary(read[GLOSSARY])
    return Vocabulary(
        regions=tuple(Region(e.id, e.name, e.level, e.parent, (e.name, *_others(e.name, e.forms))) for e in regions),
        agencies=tuple(AgencyEntry(e.id, e.name, e.region, e.forms) for e in agencies),
        enterprise_types=tuple(
            EnterpriseType(e.id, e.name, e.definition, e.standard, e.words, e.not_words, e.group) for e in types
        ),
        topics=tuple(Topic(e.id, e.name, e.words) for e in topics),
        glossary=tuple(
            GlossaryTerm(e.id, e.term, e.variants, e.definition, e.basis, e.see_also, e.missing, e.quoted, e.not_in)
            for e in glossary.terms
        ),
        left_out=tuple(LeftOut(e.why, e.terms) for e in glossary.left_out),
        synonyms=read_synonyms(root),
        lines={(name, id): lines for name, yaml in read.items() for id, lines in _lines(yaml, LISTS[name])},
        traditional=read_traditional(root),
    )


FORMS: dict[str, type[Card]] = {
    "regions.yml": RegionsFile,
    "agencies.yml": AgenciesFile,
    "enterprise_types.yml": TypesFile,
    "topics.yml": TopicsFile,
    "glossary.yml": GlossaryFile,
    "traditional.yml": TraditionalFile,
    "synonyms.yml": SynonymsFile,
}


def vocabulary_faults(name: str, yaml: Yaml) -> tuple[Fault, ...]:
    """Everything wrong with a file of the vocabulary by itself; `name` is one of FORMS."""
    form = FORMS[name]
    if form is GlossaryFile:
        return (*_doubles(yaml, "terms"), *faults(form, yaml), *_term_faults(yaml))
    if form is TraditionalFile:
        return (*faults(form, yaml), *form_faults(yaml))
    if form is SynonymsFile:
        return (*faults(form, yaml), *said_twice(yaml))
    listed = yaml.listed()
    return (*_doubles(listed, "entries"), *faults(form, listed))


def _read(root: Path, name: str) -> Yaml:
    """A file as its form reads it: a list of entries is the value of `entries`. Empty where there is no file."""
    if not (root / name).is_file():
        return Yaml(f"{root.name}/{name}", {}, {})
    yaml = load(f"{root.name}/{name}", read_bytes(root, name))
    if LISTS[name] == "entries":
        yaml = yaml.listed()
    refuse(_doubles(yaml, LISTS[name]))
    return yaml


def _glossary(yaml: Yaml) -> GlossaryFile:
    """glossary.yml, in which every form is of one term and every see-also is the id of another."""
    glossary = validate(GlossaryFile, yaml)
    refuse(_term_faults(yaml))
    return glossary


def _entries(yaml: Yaml, list_name: str) -> list[tuple[int, str]]:
    """Place in the list and id of each entry that has one."""
    entries = yaml.value.get(list_name) if isinstance(yaml.value, dict) else None
    ids = (entry.get("id") if isinstance(entry, dict) else None for entry in entries or () if isinstance(entries, list))
    return [(index, id) for index, id in enumerate(ids) if isinstance(id, str)]


def _doubles(yaml: Yaml, list_name: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for path in yaml.items(list_name):
        id = yaml.text(*path, "id")
        if id and id in seen:
            yield yaml.fault((*path, "id"), "id-twice", f"编号 {id} 用了两次：每一项要有自己的编号")
        seen.add(id)


def _lines(yaml: Yaml, list_name: str) -> list[tuple[str, tuple[int, int]]]:
    """The first and last line of each entry, by its id."""
    ends: dict[str | int, int] = {}
    for path, (line, _) in yaml.places.items():
        if len(path) > 1 and path[0] == list_name:
            ends[path[1]] = max(line, ends.get(path[1], 0))
    return [(id, (yaml.places[list_name, index][0], ends[index])) for index, id in _entries(yaml, list_name)]


def _term_faults(yaml: Yaml) -> Iterator[Fault]:
    ids = {yaml.text(*path, "id") for path in yaml.items("terms")}
    owner: dict[str, str] = {}
    for path in yaml.items("terms"):
        own = yaml.text(*path, "id")
        for other in yaml.items(*path, "see_also"):
            if (id := yaml.text(*other)) not in ids or id == own:
                yield yaml.fault(other, "see-also-unknown", f"see_also 里的编号 {id} 不是另一个词条")
        if not yaml.text(*path, "basis") and not yaml.text(*path, "missing"):
            yield yaml.fault(
                (*path, "id"), "basis-missing", f"词条 {own} 没有写依据 basis，也没有写待考 missing：至少写一样"
            )
        forms = [(*path, "term"), *yaml.items(*path, "variants"), *yaml.items(*path, "quoted")]
        for place in forms:
            form = yaml.text(*place)
            if form and owner.setdefault(form, own) != own:
                advice = f"“{form}”已经是词条 {owner[form]} 的叫法：一个叫法只归一个词条"
                yield yaml.fault(place, "term-twice", advice)


def _others(name: str, forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form for form in forms if form != name)
