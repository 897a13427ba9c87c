"""Sources: each card against its capture, its errata, its link, and the words of the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Contributed, Fault, Path, Yaml
from .known import Files, Known, bare, fingerprint

TODO = re.compile(r"\bTODO\b")
# 预览网页、网盘分享、带签名或期限的下载地址、内网地址
TEMPORARY = re.compile(
    r"^https?://(?:[^/]*\bpreview\b|(?:www\.)?(?:pan\.baidu\.com|t\.cn|dwz\.cn|url\.cn|bit\.ly)(?=[/:]|$)|localhost\b"
    r"|(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+)"
    r"|[/_-](?:preview|draft|te?mp)[/_.?-]"
    r"|[?&](?:expires?|signature|sign|tempkey|token|x-amz-\w+|x-oss-\w+|preview)=",
    re.IGNORECASE,
)
# a government and its offices have no entry of their own in the vocabulary
GOVERNMENT = re.compile(r"(?:政府|国务院|党委|市委|省委|区委|县委)(?:办公厅|办公室)?$")


def cards(files: Files, known: Known | None) -> Iterator[Fault]:
    """What is wrong with the folders of sources/, one after the other; without `known` only what files alone show."""
    owners: dict[str, str] = {}
    for folder in files.folders():
        card, capture = files.get(f"sources/{folder}/source.yml"), files.get(f"sources/{folder}/capture.txt")
        if card is None:
            yield Fault(f"sources/{folder}/source.yml", 1, 1, "card-missing", "这个文件夹里没有 source.yml")
        elif card.yaml:
            yield from _card(card.yaml, files, known)
            yield from _twice(card.yaml, folder, owners)
            yield from _beside(card.yaml, capture, folder)
        if capture and not capture.text.strip("\ufeff \t\r\n\u3000"):
            yield Fault(capture.file, 1, 1, "capture-empty", "原文是空的")


def _beside(card: Yaml, capture: Contributed | None, folder: str) -> Iterator[Fault]:
    if capture is None:
        yield Fault(f"sources/{folder}/capture.txt", 1, 1, "capture-missing", "这个文件夹里没有 capture.txt")
        return
    now, told = fingerprint(capture), card.text("sha256")
    if told and now != told:
        message = f"sha256 还没有填，应是 {now}" if TODO.search(told) else f"capture.txt 与登记的指纹不符：现在是 {now}"
        yield card.fault(("sha256",), "capture-changed", message)
    yield from _errata(card, capture.text)


def _card(card: Yaml, files: Files, known: Known | None) -> Iterator[Fault]:
    for path in card.places:
        if TODO.search(card.text(*path)):
            yield card.fault(path, "todo-left", f"“{_field(path)}”还没有填")
    if TEMPORARY.search(card.text("url")):
        yield card.fault(("url",), "url-temporary", "这像是预览、分享或带期限的临时链接")
    regions = files.region_names()
    for path in (("region",), *((*item, "region") for item in card.items("documents"))):
        name = card.text(*path)
        if name and regions and name not in regions and not TODO.search(name):
            yield card.fault(path, "region-unknown", f"地区词表里没有“{name}”")
    if known:
        yield from _against(card, known)


def _against(card: Yaml, known: Known) -> Iterator[Fault]:
    """What only the assembled handbook shows: documents that are not found, reports of none, unknown agencies."""
    for path in card.items("documents"):
        id = card.text(*path, "id")
        if id and id not in known.ids:
            title = card.text(*path, "title")
            yield card.fault((*path, "title"), "document-absent", f"原文里没有找到《{title}》")
    for path in card.items("reports"):
        if (id := card.text(*path)) and id not in known.ids:
            yield card.fault(path, "report-unknown", f"手册里没有编号为 {id} 的文件")
    if card.text("rights") != "official":
        return
    issuers: list[tuple[Path, str]] = [(("issuer",), card.text("region"))]
    for item in card.items("documents"):
        region = card.text(*item, "region") or card.text("region")
        issuers += [(path, region) for path in card.items(*item, "issuers")]
    for path, region in issuers:
        name = card.text(*path)
        if name and not (TODO.search(name) or GOVERNMENT.search(name) or known.is_agency(name, region)):
            yield card.fault(path, "agency-unknown", f"部门词表里没有“{name}”")


def _twice(card: Yaml, folder: str, owners: dict[str, str]) -> Iterator[Fault]:
    """An id that another source uses; within one file the form sees to it."""
    own = [((*path, "id"), card.text(*path, "id")) for path in card.items("documents")]
    for path, id in own or [((), folder)]:
        if id and owners.setdefault(id, folder) != folder:
            yield card.fault(path, "id-twice", f"编号 {id} 已被 sources/{owners[id]}/ 使用")


def _errata(card: Yaml, capture: str) -> Iterator[Fault]:
    seen: set[str] = set()
    text = bare(capture)
    for path in card.items("errata"):
        printed, reading = bare(card.text(*path, "printed")), bare(card.text(*path, "reading"))
        if not printed:
            continue
        place, count = (*path, "printed"), text.count(printed)
        if printed in seen:
            yield card.fault(place, "erratum-twice", f"“{printed}”登记了两次")
        elif not count:
            yield card.fault(place, "erratum-absent", f"原文里没有“{printed}”")
        elif count > 1:
            yield card.fault(place, "erratum-ambiguous", f"“{printed}”在原文里有 {count} 处")
        if printed == reading:
            yield card.fault((*path, "reading"), "erratum-same", f"印作“{printed}”，读作也是“{reading}”")
        seen.add(printed)


def _field(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "值")
