"""`sources/retired.yml` and `sources/published.txt`: ids that are no longer used, and all that were ever published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ..model import Fault, Retired, Yaml
from .schema import Card, Line, faults, refuse, validate
from .strict_yaml import load
from .tree import read_bytes, write

RETIRED = "retired.yml"
PUBLISHED = "published.txt"
PUBLISHED_HEAD = (
    "# 已发布的全部编号，一行一个，由 make golden 添加，不手工修改。\n"
    "# 编号一经发布就不再改变：这里有、手册里没有的编号，要在 retired.yml 里写明去向。\n"
)
# some-city-2026, some-city-2026/03, some-city-2026/card-03, some-city-2026/g01
PlaceId = Annotated[
    str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+){0,12}(/(g|card-)?[0-9]{2,4})?$", max_length=60, examples=["some-city-2026/03"])
]  # fmt: skip


class RetiredForm(Card):
    """An entry of retired.yml."""

    id: PlaceId
    to: PlaceId | None = None
    date: date
    why: str = ""
    title: Line | None = None


class RetiredFile(Card):
    """retired.yml."""

    entries: tuple[RetiredForm, ...] = Field(default=())


def read_retired(root: Path) -> tuple[Retired, ...]:
    """The ids that are no longer used; none where there is no file. SourceError where an entry is faulty."""
    if not (root / RETIRED).is_file():
        return ()
    return parse_retired(f"{root.name}/{RETIRED}", read_bytes(root, RETIRED))


def parse_retired(file: str, data: bytes) -> tuple[Retired, ...]:
    """The entries of a retired.yml; SourceError where one is faulty."""
    yaml = load(file, data)
    refuse(_own_faults(yaml))
    entries = validate(RetiredFile, yaml.listed()).entries
    return tuple(Retired(e.id, e.to or "", e.date, e.why, e.title or "") for e in entries)


def retired_faults(yaml: Yaml) -> tuple[Fault, ...]:
    """Everything wrong with retired.yml by itself."""
    return (*faults(RetiredFile, yaml.listed()), *_own_faults(yaml))


def _own_faults(yaml: Yaml) -> Iterator[Fault]:
    seen: set[str] = set()
    for path in yaml.items():
        id = yaml.text(*path, "id")
        if id and id in seen:
            yield yaml.fault((*path, "id"), "retired-twice", f"编号 {id} 撤下了两次：只留一行")
        seen.add(id)
        if not yaml.text(*path, "to") and not yaml.text(*path, "why"):
            yield yaml.fault(
                (*path, "id"), "retired-reason", f"编号 {id} 没有写去向，也没有写原因：to 和 why 至少写一个"
            )


def read_published(root: Path) -> tuple[str, ...]:
    """Every id that was ever published, sorted; none where there is no list."""
    if not (root / PUBLISHED).is_file():
        return ()
    lines = read_bytes(root, PUBLISHED).decode("utf-8", errors="replace").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def write_published(root: Path, ids: tuple[str, ...]) -> bool:
    """Add ids to the list of those published; nothing ever leaves it. False where all were there."""
    listed = sorted({*read_published(root), *ids})
    return write(root, PUBLISHED, (PUBLISHED_HEAD + "".join(f"{id}\n" for id in listed)).encode())
