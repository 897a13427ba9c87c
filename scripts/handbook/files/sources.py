"""`sources/`: each folder's capture and card, checked against each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from ..model import DocumentCard, Erratum, Fault, Repeal, Source, SourceCard, SourceError, Yaml
from .capture import source
from .schema import ID, ID_LIMIT, Card, Id, Line, faults, refuse, validate
from .strict_yaml import load
from .tree import folders, read_bytes

Day = date  # in a form that has a field of that name


class ErratumForm(Card):
    """`errata:` of source.yml."""

    printed: Line
    reading: Line
    why: Line
    date: Day | None = None


class RepealForm(Card):
    """`repealed:` of source.yml: since when a document holds no more, and what says so."""

    date: date
    by: Line


class DocumentForm(Card):
    """`documents:` of source.yml: one document of a collection, found by its title."""

    title: Line
    id: Id
    region: str = ""
    issuers: tuple[Line, ...] = ()
    repealed: RepealForm | None = None


class SourceForm(Card):
    """source.yml."""

    title: Line = Field(examples=["关于促进某业发展的若干措施"])
    issuer: Line = Field(examples=["某省发展和改革委员会"])
    region: Line = Field(examples=["湖北省"])
    url: Line | None = Field(
        default=None, pattern=r"^https?://[^\s<>\"'\\]+$", examples=["https://www.example.gov.cn/zc.html"]
    )
    obtained: Line = Field(examples=["从某网站的网页复制全文"])
    captured: date = Field(examples=["2026-11-22"])
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", examples=["用 sha256sum capture.txt 算出的 64 位小写十六进制数"])
    rights: Literal["official", "press"] = Field(examples=["official"])
    outlet: str = Field(default="", examples=["某日报"])
    reports: tuple[Id, ...] = ()
    documents: tuple[DocumentForm, ...] = ()
    repealed: RepealForm | None = None
    errata: tuple[ErratumForm, ...] = ()
    notes: tuple[Line, ...] = ()


def read_sources(root: Path) -> tuple[tuple[SourceCard, Source], ...]:
    """Every source of the handbook, in the order of ids; SourceError where a card is faulty or a capture changed."""
    return tuple(read_source(root, id) for id in folders(root))


def read_source(root: Path, id: str) -> tuple[SourceCard, Source]:
    """One source: its card, and its capture exactly as received."""
    file = f"{root.name}/{id}/source.yml"
    yaml = load(file, read_bytes(root, f"{id}/source.yml"))
    card = card_of(id, yaml)
    capture = source(id, read_bytes(root, f"{id}/capture.txt"))
    if capture.sha256 != card.sha256:
        raise SourceError(changed(yaml, capture.sha256))
    return card, capture


def changed(yaml: Yaml, sha256: str) -> Fault:
    """The capture beside a card is not the one that the card tells of."""
    return yaml.fault(
        ("sha256",),
        "capture-changed",
        f"capture.txt 与登记的指纹不符：现在是 {sha256}。"
        "原文按收到时的样子保存，不应改动；确是新收的原文时，请把 sha256 改成这个值",
    )


def card_of(id: str, yaml: Yaml) -> SourceCard:
    """A source.yml as a card; the folder's name is the id."""
    form = validate(SourceForm, yaml)
    refuse(_card_faults(id, yaml))
    return SourceCard(
        id=id,
        title=form.title,
        issuer=form.issuer,
        region=form.region,
        url=form.url,
        obtained=form.obtained,
        captured=form.captured,
        sha256=form.sha256,
        rights=form.rights,
        outlet=form.outlet,
        reports=form.reports,
        documents=tuple(
            DocumentCard(item.title, item.id, item.region, item.issuers, _repeal(item.repealed))
            for item in form.documents
        ),
        repealed=_repeal(form.repealed),
        errata=tuple(Erratum(item.printed, item.reading, item.why, item.date, item.printed) for item in form.errata),
        notes=form.notes,
    )


def _repeal(form: RepealForm | None) -> Repeal | None:
    return Repeal(form.date.isoformat(), form.by) if form else None


def card_faults(id: str, yaml: Yaml) -> tuple[Fault, ...]:
    """Everything wrong with a source.yml by itself."""
    return (*faults(SourceForm, yaml), *_card_faults(id, yaml))


def _card_faults(id: str, yaml: Yaml) -> Iterator[Fault]:
    """What the form cannot say: the folder's name becomes part of every address, and each document needs its own."""
    if not ID.fullmatch(id) or len(id) > ID_LIMIT:
        advice = f"文件夹名 {id!r} 不能使用：只用小写字母、数字和 -，最多 {ID_LIMIT} 个字符，例如 wuhan-2024"
        yield yaml.fault((), "id-form", advice)
    seen: set[str] = set()
    for path in yaml.items("documents"):
        own = yaml.text(*path, "id")
        if own and own in seen:
            yield yaml.fault((*path, "id"), "id-twice", f"编号 {own} 用了两次：每份文件要有自己的编号")
        seen.add(own)
    if yaml.text("rights") == "press" and not yaml.text("outlet"):
        yield yaml.fault(("rights",), "outlet-missing", "媒体报道要写明媒体名称，例如 outlet: 某日报")
