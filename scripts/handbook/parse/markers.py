"""Numbering marks of policy texts: 一、 （一） 1. 1、 1．（1） 1） ① 第一条 第一章 01 政策1：, in any width and script."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..text.numerals import whole

HAN = "一二三四五六七八九十百零〇两兩"
NUMERAL = rf"(?:\d\s?\d?\s?\d?|[{HAN}]{{1,5}})"


@dataclass(frozen=True, slots=True)
class MarkerRule:
    """One style of mark; group `n` is its number. `item` styles number list items, never measures of their own."""

    style: str
    pattern: re.Pattern[str]
    item: bool = False


RULES = (
    # 第一章 总则, 第二节, 第三编, 第一部分
    MarkerRule("part", re.compile(rf"第\s?(?P<n>{NUMERAL})\s?(?:部分|编|篇)[　\s：:、]?(?![，。的])")),
    MarkerRule("chapter", re.compile(rf"第\s?(?P<n>{NUMERAL})\s?章[　\s：:、]?")),
    MarkerRule("subchapter", re.compile(rf"第\s?(?P<n>{NUMERAL})\s?[节節][　\s：:、]?(?![，。的课])")),
    # 第一条  进一步简政放权 (工商行政管理创新办法), 第 3 條
    MarkerRule("article", re.compile(rf"第\s?(?P<n>{NUMERAL})\s?[条條](?!规定|第|、|款|项|所|至|和|及|措施|的|規定|之)[　\s：:、]?")),
    # 政策1：, 措施一、, 举措3. : posters and collections
    MarkerRule("named", re.compile(rf"(?:政策|措施|举措|条款|任务|专项|行动|工程)(?P<n>{NUMERAL})(?:[：:、．.]|\Z)")),
    # 一、大力发展 ; 一．; 一. ; not 一、二级仓
    MarkerRule("han", re.compile(rf"(?P<n>[{HAN}]{{1,4}})[、．.﹒](?![一二三四五六七八九十]{{1,2}}[级线、类产期季是手])")),
    # （一）支持研究 ; ( 四) ; 【一】
    MarkerRule("paren-han", re.compile(rf"[（【〔](?P<n>[{HAN}]{{1,4}})[）】〕]")),
    # （1）BIM ; (2)
    MarkerRule("paren-num", re.compile(r"（(?P<n>\d{1,3})）"), item=True),
    # 1）  2)
    MarkerRule("num-paren", re.compile(r"(?P<n>\d{1,2})）"), item=True),
    # 1. １． 23、 ; not 1.5亿元, 2.30元, 3.2.1
    MarkerRule("num", re.compile(r"(?P<n>\d{1,3})(?:[．、﹒]|\.(?!\d))(?![一二三四五六七八九十\d]{1,2}[级线、])")),
    # 1.1 落户奖励 ; not 1.5亿元
    MarkerRule("decimal", re.compile(r"\d{1,2}\.(?P<n>\d{1,2})(?=\s?[\u4e00-\u9fff“《])(?!\s?[万亿元千百倍家公平米吨版折分级度年月日次余多小岁成寸度周条号]|\s?人(?![才力事])|\s?个)")),
    # A. 發展品牌升級專項基金
    MarkerRule("letter", re.compile(r"(?P<n>[A-Z])[．.、](?=[\u4e00-\u9fff])")),
    # ① ⑵
    MarkerRule("circled", re.compile(r"(?P<n>[①-⑳⑴-⒇㈠-㈩])"), item=True),
    # 01 提升基础研究水平 : an infographic
    MarkerRule("zero", re.compile(r"(?P<n>0[1-9](?=[\u4e00-\u9fff“「])|[1-9]\d(?=[\u4e00-\u9fff“「])(?![年月日个家项万亿元度周届条名人米公多余号千百分级岁大]|强企|强国|小时|平方|部门|世纪))")),
)  # fmt: skip

SPACE = re.compile(r"\s+")
LEVELS = ("part", "chapter", "subchapter")
# 🔹 政策一： ; ★ 一、
PREFIX = re.compile(r"[•·●■◆▪►▶★☆※○◇□\u2600-\u27bf\U0001F300-\U0001FAFF\ufe0f]{1,3}\s?")
REACH = 28  # a mark and the words that tell it from a number are no longer than this
# what a mark can begin with; anything above is a sign before it
FIRST = frozenset(
    f"0123456789{HAN}（【〔第政措举条任专行工ABCDEFGHIJKLMNOPQRSTUVWXYZ•·●■◆▪►▶★☆※○◇□①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩✓✔❤✅⚠✨➤➢"
)
SIGNS = "\U0001f000"


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark at the start of a text: style, number, and how many characters it takes."""

    style: str
    number: int
    text: str
    item: bool

    @property
    def size(self) -> int:
        """Its length in characters of the clean text."""
        return len(self.text)


def marker_at(text: str, at: int = 0) -> Marker | None:
    """The mark that stands at `at`, or None."""
    head = text[at : at + REACH]
    return _marker(head) if head and (head[0] in FIRST or head[0] > SIGNS) else None


@lru_cache(maxsize=1 << 16)
def _marker(head: str) -> Marker | None:
    prefix = PREFIX.match(head)
    start = prefix.end() if prefix else 0
    for rule in RULES:
        match = rule.pattern.match(head, start)
        if match:
            number = _number(match.group("n"))
            if number is not None:
                return Marker(rule.style, number, head[: match.end()], rule.item)
    return None


def _number(printed: str) -> int | None:
    if len(printed) == 1 and printed > "\u2000":
        for first in ("①", "⑴", "㈠"):
            if 0 <= ord(printed) - ord(first) < 20:
                return ord(printed) - ord(first) + 1
    if printed.isascii() and printed.isupper():
        return ord(printed) - ord("A") + 1
    return whole(SPACE.sub("", printed))
