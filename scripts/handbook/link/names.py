"""What a printed name of a document says: its issuer, place, subject and version; its number in one printed form.

省人民政府关于印发《某省促进某业发展若干措施（试行）》的通知 -> 省人民政府 | 某省 | 促进某业发展若干措施 | 试行
鄂政办发[2020]26号, 鄂政办发（2020）第26号                    -> 鄂政办发〔2020〕26号
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from .titles import LIMIT, PLACED, comparable

LONGEST_PLACE = 12  # characters of the name of a place
SHORT = 6  # characters of a name that says only the kind of a document: 措施, 实施方案

# 关于印发《某业发展的若干措施》的通知, 转发某业发展规划的通知, 印发关于金融支持某业的实施方案
WRAPPER = re.compile(
    r"^(?P<issuer>[^《》]{0,80}?)(?:关于)?(?:印发|转发|发布|公布|下发)(?:关于)?(?P<inner>.{4,200}?)"
    r"(?:(?:的)?(?:通知|通告|公告))?$"
)
# 某部办公厅关于推动某业加快发展的通知
ISSUER = re.compile(r"^(?P<issuer>[^《》（）]{0,60}?)关于(?P<inner>.{4,})$")
# 某办法（试行）, 某指南（2017）, 某条例（2019年修订）, 某方案（2024-2027年）
VERSION = re.compile(r"（(?P<version>试行|暂行|修订|修订版|修正|修正版|征求意见稿|\d{4}[^（）]{0,16})）$")
# 鄂政发〔2020〕6号, 鄂政发(2020)第6号, 工信部联企业﹝2011﹞300号
NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fffA-Za-z]{1,24})[〔﹝\[［（(【]?(?P<year>(?:19|20)\d\d)年?[〕﹞\]］）)】]第?0{0,4}(?P<count>\d{1,5})[号號]"
)
# 财政部公告2020年第9号, 2020年第8号
ANNOUNCED = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{0,24})[〔\[（(]?(?P<year>(?:19|20)\d\d)[〕\]）)年]第0{0,4}(?P<count>\d{1,5})[号號]"
)
# 国务院令第714号
ORDERED = re.compile(r"(?P<code>[\u4e00-\u9fff]{2,24}令)第?0{0,4}(?P<count>\d{1,5})[号號]")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True, slots=True)
class Name:
    """A title taken apart; `whole` is all of it in comparable form, parts it does not print are empty."""

    whole: str
    issuer: str
    place: str
    subject: str
    version: str


@dataclass(frozen=True, slots=True)
class Number:
    """A document number; `form` is year (鄂政发〔2020〕6号), announced (公告2020年第9号) or order (令第714号)."""

    form: str
    code: str
    year: str
    count: str


def name_of(title: str, places: Container[str] = ()) -> Name:
    """The parts of a title, printed with or without 《》; `places` are names of places that may stand before a subject."""
    whole = comparable(title)
    issuer, inner = "", whole
    if wrapped := WRAPPER.match(inner):
        issuer, inner = wrapped["issuer"], wrapped["inner"]
    if about := ISSUER.match(inner):
        issuer, inner = issuer or about["issuer"], about["inner"]
    version = ""
    if printed := VERSION.search(inner[-30:]):
        version, inner = printed["version"], inner[: -len(printed[0])]
    place = _place(inner, places)
    return Name(whole, issuer.removesuffix("关于"), place, inner[len(place) :].removeprefix("关于"), version)


def _place(inner: str, places: Container[str]) -> str:
    """The place before the subject of a title: known places one after the other, or what stands before its verb."""
    at = 0
    while size := next((n for n in range(LONGEST_PLACE, 1, -1) if inner[at : at + n] in places), 0):
        at += size
    placed = PLACED.match(inner, at) if not at else None
    return placed[0].removesuffix("关于") if placed else inner[:at]


def same_document(one: Name, other: Name) -> bool:
    """Whether two names may mean one document: the same subject, and nothing that both print and print differently."""
    if one.whole == other.whole:
        return bool(one.whole)
    if one.subject != other.subject or len(one.subject) <= SHORT:
        return False
    if one.version and other.version and one.version != other.version:
        return False
    return _agree(one.place, other.place) and _agree(one.issuer, other.issuer)


def _agree(one: str, other: str) -> bool:
    """Whether two printed names can be one in full and in short (省政府, 某省人民政府); an unprinted one agrees."""
    short, full = sorted((one[:LIMIT], other[:LIMIT]), key=len)
    rest = iter(full)
    return all(char in rest for char in short)


def numbers_of(text: str) -> tuple[Number, ...]:
    """Every document number in a short text, in one printed form."""
    plain = comparable(text).translate(_DIGITS)
    forms = (("year", NUMBER), ("announced", ANNOUNCED), ("order", ORDERED))
    return tuple(
        Number(form, match["code"], match.groupdict().get("year", "") or "", match["count"])
        for form, pattern in forms
        for match in pattern.finditer(plain)
    )


def same_number(mention: Number, own: Number) -> bool:
    """Whether a mention is a document's own number; words before its code (根据鄂政发…) do no harm."""
    if (mention.form, mention.year, mention.count) != (own.form, own.year, own.count):
        return False
    return mention.code == own.code or (len(own.code) >= 3 and mention.code.endswith(own.code))
