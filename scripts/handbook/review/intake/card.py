"""A first source.yml for a new capture: what the parser found, and TODO where somebody has to look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pypinyin import lazy_pinyin

from ...model import Document, Parsed, Region
from ..cards import TODO as TODO_PATTERN
from . import Received

TODO = "TODO"
NATIONAL = "全国"
# 国务院, 工业和信息化部, 财政部办公厅, 国家税务总局
OF_NATION = re.compile(r"^(?:国务院|国家|中共中央|中国人民银行|全国)|(?:部|总局|总署|署)(?:办公厅|等.{0,6}部门)?$")
YEAR = re.compile(r"(?:19|20)\d\d")
NO_ID = re.compile(r"[^a-z0-9]+")
# Chinese and ASCII words, numbers, an address; no colon or # beside white space, no mark that YAML knows at the front
SURE = re.compile(r"(?:TODO(?:：.*)?|https?://[^\s#]+|[\u4e00-\u9fffA-Za-z0-9《“][^:#\n]*)")
ID_LENGTH = 30  # characters, of the 48 that an id may have


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of source.yml, the name of its region, and the names of what is still to be filled in."""

    text: str
    region: str
    todo: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a new capture beside its text: its id, the file it came in, its fingerprint, and the day."""

    id: str
    name: str
    sha256: str
    day: date


def draft(parsed: Parsed, got: Received, about: About, regions: tuple[Region, ...]) -> Draft:
    """The card of a capture."""
    document = _first(parsed)
    region = _region(parsed, document, regions)
    fields = dict(_fields(parsed, document, got, region))
    fields |= {"captured": about.day.isoformat(), "sha256": about.sha256, "rights": _rights(parsed, document)}
    lines = [*_remarks(document, got, about.name), *(f"{key}: {_quoted(value)}" for key, value in fields.items())]
    lines += _more(parsed, about.id, fields["rights"])
    todo = tuple(line.split(":", 1)[0].strip(" -") for line in lines if TODO_PATTERN.search(line) and line[0] != "#")
    return Draft("\n".join(lines) + "\n", fields["region"], todo)


def proposed(parsed: Parsed, regions: tuple[Region, ...]) -> str:
    """An id from the place and the year: jia-2026; from the title where no place is known."""
    document = _first(parsed)
    region = _region(parsed, document, regions)
    words = " ".join(lazy_pinyin(_title(parsed, document)[:8])).lower()
    place = region.id if region else NO_ID.sub("-", words).strip("-")[:ID_LENGTH].strip("-")
    return "-".join(filter(None, (place or "source", _year(document))))


def _first(parsed: Parsed) -> Document | None:
    return parsed.documents[0] if parsed.documents else None


def _fields(
    parsed: Parsed, document: Document | None, got: Received, region: Region | None
) -> Iterator[tuple[str, str]]:
    yield "title", _title(parsed, document) or TODO
    issuers = "、".join("".join(item.text.split()) for item in document.issuers) if document else ""
    yield "issuer", issuers or TODO
    yield "region", region.name if region else TODO
    yield "url", got.link or TODO
    yield (
        "obtained",
        f"保存网页 {got.link} 的全文。" if got.link else f"{TODO}：例如 从某市人民政府网站的网页复制全文。",
    )


def _title(parsed: Parsed, document: Document | None) -> str:
    title = (document.title or document.notice_title) if document else parsed.title
    return "".join(title.text.split()) if title else ""


def _rights(parsed: Parsed, document: Document | None) -> str:
    if parsed.genre == "press":
        return "press"
    return "official" if document and (document.issuers or document.number) else TODO


def _remarks(document: Document | None, got: Received, name: str) -> Iterator[str]:
    """What has no field of its own, said in comments, for the one who looks it over."""
    yield f"# 由 handbook add 从 {_plain(name)}（{got.form}）生成。请逐项核对，把 {TODO} 填好；查不到网址时写 null。"
    if document:
        dates = (
            ("印发", document.issued),
            ("公布", document.published),
            ("施行", document.effective),
            ("失效", document.expires),
        )
        told = [f"文号 {document.number.text}"] if document.number else []
        told += [f"{word} {found.value}" for word, found in dates if found]
        yield "# 程序读出：" + _plain("，".join(told) or "没有文号和日期")


def _more(parsed: Parsed, id: str, rights: str) -> Iterator[str]:
    if rights == "press":
        yield f"outlet: {TODO}"
    if len(parsed.documents) > 1:
        yield "documents:"
        for number, document in enumerate(parsed.documents, 1):
            yield f"  - title: {_quoted(_title(parsed, document) or TODO)}"
            yield f"    id: {id if number == 1 else f'{id}-d{number}'}"


def _region(parsed: Parsed, document: Document | None, regions: tuple[Region, ...]) -> Region | None:
    """The place that the issuer or else the title names, the smallest; the nation for what its departments issue."""
    issuers = ["".join(item.text.split()) for item in document.issuers] if document else []
    for words in (*issuers, _title(parsed, document)):
        named = [region for region in regions if region.level != "nation" and _names(region, words)]
        if named:
            order = ("province", "city", "district")
            return max(named, key=lambda region: (order.index(region.level), -words.find(region.forms[0])))
    if any(OF_NATION.search(name) for name in issuers):
        return next((region for region in regions if region.level == "nation"), None)
    return None


def _names(region: Region, words: str) -> bool:
    """Whether words begin with a name of the region, or hold its full name."""
    return region.name in words or any(words.startswith(form) for form in region.forms if len(form) > 1)


def _year(document: Document | None) -> str:
    dates: Iterable[str] = ()
    if document:
        found = (document.issued, document.published, document.effective)
        dates = (*(item.value for item in found if item), document.number.text if document.number else "")
    years = (match[0] for text in dates for match in YEAR.finditer(text))
    return next(years, "")


def _quoted(text: str) -> str:
    """A value that is read as it is written: plain where that is sure, else in quotes."""
    plain = _plain(text)
    return plain if SURE.fullmatch(plain) else "'" + plain.replace("'", "''") + "'"


def _plain(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
