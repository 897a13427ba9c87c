"""The vocabulary: words that contradict each other, entries without what makes them useful, ids that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Fault, Yaml
from .known import Files, Known

MEASURE_ID = re.compile(r"[a-z0-9-]+/(?:g|card-)?[0-9]{2,4}")  # some-city-2026/03


def terms(files: Files, known: Known | None) -> Iterator[Fault]:
    """What is wrong in vocabulary/, file by file."""
    regions = files.yaml("vocabulary/regions.yml")
    yield from _agencies(files.yaml("vocabulary/agencies.yml"), regions)
    yield from _types(files.yaml("vocabulary/enterprise_types.yml"))
    yield from _worded(files.yaml("vocabulary/topics.yml"))
    yield from _parents(regions)
    if known:
        yield from _bases(files.yaml("vocabulary/glossary.yml"), known)


def _agencies(yaml: Yaml, regions: Yaml) -> Iterator[Fault]:
    ids = {regions.text(*path, "id") for path in regions.items()}
    owners: dict[tuple[str, str], str] = {}
    for path in yaml.items():
        own, region = yaml.text(*path, "id"), yaml.text(*path, "region")
        if region and ids and region not in ids:
            yield yaml.fault((*path, "region"), "region-unknown", f"地区词表里没有编号 {region}")
        for place in ((*path, "name"), *yaml.items(*path, "forms")):
            form = yaml.text(*place)
            if form and owners.setdefault((form, region), own) != own:
                yield yaml.fault(place, "form-twice", f"“{form}”已经是部门 {owners[form, region]} 的叫法")


def _types(yaml: Yaml) -> Iterator[Fault]:
    yield from _worded(yaml)
    for path in yaml.items():
        name = yaml.text(*path, "name")
        if not yaml.text(*path, "standard").strip():
            yield yaml.fault((*path, "standard"), "type-without-standard", f"“{name}”没有写划分标准")
        words = {yaml.text(*item) for item in yaml.items(*path, "words")}
        for item in yaml.items(*path, "not_words"):
            if yaml.text(*item) in words:
                yield yaml.fault(item, "word-conflict", f"“{yaml.text(*item)}”在 words 和 not_words 里都有")


def _worded(yaml: Yaml) -> Iterator[Fault]:
    for path in yaml.items():
        if yaml.at(*path, "words") in (None, []):
            yield yaml.fault((*path, "words"), "type-without-words", f"“{yaml.text(*path, 'name')}”没有词")


def _parents(yaml: Yaml) -> Iterator[Fault]:
    above = {yaml.text(*path, "id"): yaml.text(*path, "parent") for path in yaml.items()}
    for path in yaml.items():
        own, parent = yaml.text(*path, "id"), yaml.text(*path, "parent")
        if parent and parent not in above:
            yield yaml.fault((*path, "parent"), "parent-unknown", f"没有编号为 {parent} 的地区")
        elif _circles(own, above):
            yield yaml.fault((*path, "parent"), "parent-unknown", f"{own} 的上级绕回了自己")


def _circles(id: str, above: dict[str, str]) -> bool:
    seen: set[str] = set()
    at = above.get(id, "")
    while at and at != id and at not in seen:
        seen.add(at)
        at = above.get(at, "")
    return bool(id) and at == id


def _bases(yaml: Yaml, known: Known) -> Iterator[Fault]:
    for path in yaml.items("terms"):
        basis = yaml.text(*path, "basis")
        if MEASURE_ID.fullmatch(basis) and basis not in known.ids:
            yield yaml.fault((*path, "basis"), "basis-unknown", f"手册里没有措施 {basis}")
