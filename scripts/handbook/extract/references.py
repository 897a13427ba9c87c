"""Which other documents, and which articles of its own, a text names: 《…》, document numbers, 本措施第三条, 前款.

Finding only: what a reference points to is resolved later, over the whole handbook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Passage, Reference

_HAN = "\u4e00-\u9fff"
_NUMERAL = r"(?:[一二三四五六七八九十百千零〇两]{1,9}|[0-9０-９]{1,4})"
_LONGEST_TITLE = 160

# 发改办价格〔2020〕110号, 鄂政发[2020]6号, 国发﹝2018﹞28号, 工信部联企业（2011）300号
_NUMBER = re.compile(
    rf"[{_HAN}A-Za-z]{{1,16}}\s?[〔﹝\[［（(【]\s?(?:19|20)\d\d\s?年?[〕﹞\]］）)】]\s?第?\s?\d{{1,5}}\s?[号號]"
)
# 国家税务总局公告2018年第46号, 2020年第8号, 财政部公告2020年第9号
_ANNOUNCEMENT = re.compile(
    rf"(?:[{_HAN}]{{2,24}}(?:公告|通告|令))?(?:[〔\[（(](?:19|20)\d\d[〕\]）)]|(?:19|20)\d\d\s?年)\s?第\s?\d{{1,4}}\s?[号號](?!令)"
)
# 国务院令第714号, 第12号令, 省政府令第300号
_ORDER = re.compile(rf"[{_HAN}]{{2,16}}令\s?第?\s?\d{{1,4}}\s?号|第\s?\d{{1,4}}\s?号令")
# 經工字第10904602180號
_TAIWAN = re.compile(rf"[{_HAN}]{{1,8}}字第\s?\d{{4,12}}\s?[号號]")
# 本措施第三条, 本办法第（六）条第二款, 第五条第一款第（二）项, 本条第三款, 上述第四条
_ARTICLE = re.compile(
    rf"(?:(?:本|该|上述|前述)(?:若干)?(?:措施|办法|辦法|政策|意见|规定|規定|细则|方案|条例|通知|规程|规划|指南|清单|举措|要點|要点)?)?"
    rf"第[（(]?{_NUMERAL}[）)]?[条條](?:之{_NUMERAL})?(?:第[（(]?{_NUMERAL}[）)]?款)?(?:第?[（(]?{_NUMERAL}[）)]?[项項目])?"
    rf"|(?:本|该)(?:若干)?(?:措施|办法|政策|意见|规定|细则|方案|条例|通知|举措)第[（(]?{_NUMERAL}[）)]?[章节款项点]"
)
# 前款, 前两款, 前条, 上款, 上一条, 本条第二款, 第一款; not 当前条件, 之前款项, 目前项目, 以上条件
_CLAUSE = re.compile(
    rf"(?:本|前|上|同)[条條]第{_NUMERAL}款(?:第[（(]?{_NUMERAL}[）)]?[项項])?"
    r"|(?<![当當目以提之先此事日])(?:前[一两兩二三四五]?[款条條](?![件款例目约約項项])|前[项項](?!目)|上款(?!项|項)|上一?[条條](?!件))"
    rf"|第[（(]?{_NUMERAL}[）)]?款(?:第[（(]?{_NUMERAL}[）)]?[项項])?"
)
_RULES = (  # most specific first; the first to claim a place keeps it
    ("number", _NUMBER),
    ("order", _ORDER),
    ("announcement", _ANNOUNCEMENT),
    ("number-taiwan", _TAIWAN),
    ("article", _ARTICLE),
    ("clause", _CLAUSE),
)

# 以下简称《措施》: a short name given, not a document named
_SHORT_NAME = re.compile(r"(?:以下|下)?(?:统)?(?:简|簡|合)?称(?:为)?[“\"]?$|(?:以下|下)(?:簡稱|稱)[“\"「]?$")
# 根据鄂政发〔2020〕6号, 和国办发〔2020〕1号: words before the agency code
_BEFORE_CODE = re.compile(
    rf"[{_HAN}]{{0,14}}(?:根据|按照|依据|依照|参照|参考|执行|落实|贯彻|遵照|关于|以及|规定|文件|通知|精神|符合|详见|发布|印发|适用|即|[的按见由在号对将]|"
    r"(?<=[》）号])[和及与])(?=[^〔﹝\[［（(【]{2})"
)
# 》第三条, 》（国统字〔2017〕213号）第三条: an article of the document just named
_OF_NAMED = re.compile(r"》(?:（[^（）]{0,40}）|\([^()]{0,40}\))?(?:的)?$")
_LINE_START = re.compile(r"(?:^|\n)[ \t\u3000]*$")


def references(text: Passage) -> tuple[Reference, ...]:
    """Every document and article that a text names, as printed, each once at its first place, in reading order."""
    found: dict[str, Reference] = {}
    for reference in mentions(text):
        found.setdefault(reference.text.text, reference)
    return tuple(found.values())


def mentions(text: Passage) -> tuple[Reference, ...]:
    """Every mention of a document or article, repeated ones too, in reading order."""
    titles = list(_titles(text.text))
    claimed = bytearray(len(text.text))
    found = []
    for start, end in titles:
        claimed[start:end] = b"\1" * (end - start)
        if not _SHORT_NAME.search(text.text[max(0, start - 8) : start]):
            found.append((start, end, "title"))
    for rule, pattern in _RULES:
        for match in pattern.finditer(text.text):
            start, end = match.start() + _lead_in(text.text, match), match.end()
            if any(claimed[start:end]) or _is_marker(text.text, start, rule):
                continue
            claimed[start:end] = b"\1" * (end - start)
            found.append((start, end, rule))
    return tuple(Reference(text.cut(start, end), rule) for start, end, rule in sorted(found))


def _titles(text: str) -> Iterator[tuple[int, int]]:
    """Places of 《…》, the outer where they are nested; one that is never closed is no title."""
    at = text.find("《")
    while at >= 0:
        end = _title_end(text, at)
        if end:
            yield at, end
        at = text.find("《", end or at + 1)


def _title_end(text: str, at: int) -> int:
    """The end of the title that opens at `at`, 0 where none comes before a line feed, a full stop or 160 characters."""
    depth, first = 0, 0
    if text.find("》", at, at + _LONGEST_TITLE) < 0:
        return 0
    for i in range(at, min(len(text), at + _LONGEST_TITLE)):
        if text[i] in "\n。":
            break
        if text[i] == "《":
            depth += 1
        elif text[i] == "》":
            depth -= 1
            first = first or i + 1
            if depth == 0:
                return i + 1
    return first  # 《关于印发《…办法》的通知 without its own closing mark


def _lead_in(text: str, match: re.Match[str]) -> int:
    """How many characters of a match stand before the document number itself (根据 in 根据鄂政发〔2020〕6号)."""
    before = _BEFORE_CODE.match(text, match.start(), match.end())
    return before.end() - match.start() if before and match.re in (_NUMBER, _TAIWAN, _ORDER, _ANNOUNCEMENT) else 0


def _is_marker(text: str, start: int, rule: str) -> bool:
    """Whether 第三条 numbers its own paragraph or belongs to a document just named, and so refers to nothing here."""
    if rule not in ("article", "clause") or text[start] != "第":
        return False
    begins = rule == "article" and _LINE_START.search(text[max(0, start - 4) : start])
    return bool(begins or _OF_NAMED.search(text[max(0, start - 48) : start]))
