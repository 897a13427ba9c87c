"""`vocabulary/`: the words the handbook knows, each file a list of entries."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from ..model import AgencyEntry, EnterpriseType, GlossaryTerm, LeftOut, Region, Topic, Vocabulary
from .schema import Card, Form, Id, Line, validate
from .strict_yaml import Yaml, load
from .tree import read_bytes

EMPTY = Vocabulary((), (), (), ())
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
    regions = _read(root, "regions.yml", RegionsFile).entries
    agencies = _read(root, "agencies.yml", AgenciesFile).entries
    types = _read(root, "enterprise_types.yml", TypesFile).entries
    topics = _read(root, "topics.yml", TopicsFile).entries
    glossary = _read_glossary(root)
    return Vocabulary(
        regions=tuple(Region(e.id, e.name, e.level, e.parent, (e.name, *_others(e.name, e.forms))) for e in regions),
        agencies=tuple(AgencyEntry(e.id, e.name, e.region, e.forms) for e in agencies),
        enterprise_types=tuple(
            EnterpriseType(e.id, e.name, e.definition, e.standard, e.words, e.not_words) for e in types
        ),
        topics=tuple(Topic(e.id, e.name, e.words) for e in topics),
        glossary=tuple(
            GlossaryTerm(e.id, e.term, e.variants, e.definition, e.basis, e.see_also, e.missing, e.quoted, e.not_in)
            for e in glossary.terms
        ),
        left_out=tuple(LeftOut(e.why, e.terms) for e in glossary.left_out),
    )


def _read_glossary(root: Path) -> GlossaryFile:
    """glossary.yml, in which every form is of one term and every see-also is the id of another."""
    name = "glossary.yml"
    if not (root / name).is_file():
        return GlossaryFile()
    yaml = load(f"{root.name}/{name}", read_bytes(root, name))
    _refuse_doubles(yaml, "terms")
    glossary = validate(GlossaryFile, yaml)
    ids = {entry.id for entry in glossary.terms}
    owner: dict[str, str] = {}
    for index, entry in enumerate(glossary.terms):
        for other in entry.see_also:
            if other not in ids or other == entry.id:
                raise yaml.fault(("terms", index, "see_also"), f"see_also 里的编号 {other} 不是另一个词条")
        for form in dict.fromkeys((entry.term, *entry.variants, *entry.quoted)):
            if form in owner:
                raise yaml.fault(("terms", index), f"“{form}”已经是词条 {owner[form]} 的叫法：一个叫法只归一个词条")
            owner[form] = entry.id
    return glossary


def _read(root: Path, name: str, form: type[Form]) -> Form:
    if not (root / name).is_file():
        return form()
    yaml = load(f"{root.name}/{name}", read_bytes(root, name))
    listed = {("entries", *path): place for path, place in yaml.places.items()}
    yaml = Yaml(yaml.file, {"entries": yaml.value or []}, listed)
    _refuse_doubles(yaml)
    return validate(form, yaml)


def _refuse_doubles(yaml: Yaml, list_name: str = "entries") -> None:
    entries = yaml.value.get(list_name) if isinstance(yaml.value, dict) else None
    seen: set[str] = set()
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        id = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(id, str) and id in seen:
            raise yaml.fault((list_name, index, "id"), f"编号 {id} 用了两次：每一项要有自己的编号")
        if isinstance(id, str):
            seen.add(id)


def _others(name: str, forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form for form in forms if form != name)
