"""From when until when: the period of a card's 执行时间, the periods that a body names, and the force of a document.

A date is kept as exact as printed. What depends on the day of issue (自发布之日起) needs that day, and is unknown without.
Years of a plan in a title (2024—2027年) are no period of validity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from ..model import DateFinding, Passage, Period
from ..text.numerals import whole
from ..text.rule import Rule, scan
from .dates import DATE, after_days, after_months, iso, month_of, term_end, year_of

OpenEnd = Literal["", "long-term", "event"]

_TO = r"[ ]?(?:-{1,2}|－|–|—{1,2}|―|~|～|〜|起?至|起?到|起?截至)[ ]?"
_COUNT = r"[0-9０-９一二两三四五六七八九十]{1,3}"
_ISSUE = r"(?P<issue>印发|下发|发文|签发|发布|公布|颁布|公开发布|公告|出台|施行|实施)之日"
_EVENT = r"(?P<event>[^，。；、0-9]{0,10}(?:结束|解除|终止|完成|取消)(?:之日|为止|止|后[^，。；]{0,6})?)"
_OPEN = (
    r"长期(?!以来|护理|限|贷|租)|常年|常态化|永久|全年受理|随时(?:受理|申报)|不限时|无固定期限|持续(?:受理|有效|实施)"
)

PERIODS = (
    # 2020年1月25日-疫情结束; 即日起至疫情结束
    Rule("until-event", re.compile(rf"(?:(?P<start>{DATE})|即日起?){_TO}{_EVENT}")),
    # 2020年1月– 2020年6月, 2020年3月1日—5月31日, 自2021年1月1日起至2023年12月31日止, 2020年-2022年底
    Rule("range", re.compile(rf"(?P<start>{DATE}){_TO}(?P<end>{DATE})止?")),
    # 自发布之日起至2025年12月31日; 即日起至2021年底
    Rule("from-issue-until", re.compile(rf"(?:自?(?:{_ISSUE}|即日|即)起?){_TO}(?P<end>{DATE})止?")),
    # 自发布之日起两年, 自印发之日起施行，有效期3年
    Rule(
        "from-issue-for",
        re.compile(
            f"自?(?:{_ISSUE}|即日)起(?:施行|实施|执行)?[，,]?(?:有效期|期限|试行)?(?:为|"
            f"限)?(?P<count>{_COUNT})(?P<unit>年|个月)"
        ),
    ),
    # 2020年1月1日起两年, 自2021年3月起连续3年
    Rule(
        "from-for",
        re.compile(
            f"自?(?P<start>{DATE})起[，,]?(?:施行|实施|执行)?[，,]?(?:有效期|期限|连续)?(?:为|"
            f"限)?(?P<count>{_COUNT})(?P<unit>年|个月)"
        ),
    ),
    # 申报截至2020年7月31日, 截止时间为2021年4月30日, 2020年7月31日前申报
    Rule(
        "deadline",
        re.compile(
            f"(?:(?:申报|申请|报名|受理|提交)[^，。；]{{0,6}})?截[至止](?:时间|日期|日)?(?:到|至|为|是|"
            f"：)?[ ]?(?P<end>{DATE})|(?P<end_>{DATE})(?:以?前|之前)[^，。；]{{0,8}}(?:申报|申请|提交|报送|"
            "报名)"
        ),
    ),
    # 至2020年底, 延续实施至2020年12月31日, 执行期限到2022年底
    Rule("until", re.compile(rf"(?:至|到|截止)[ ]?(?P<end>{DATE})止?|(?P<end_>{DATE})(?:以?前|之前|止|为止)")),
    # 至疫情结束, 疫情防控期间
    Rule("event", re.compile(rf"(?:至|到){_EVENT}|[^，。；、]{{1,8}}期间|直至[^，。；]{{1,10}}")),
    # 2020年1月起, 自2020年1月1日起施行
    Rule("from", re.compile(rf"(?P<start>{DATE})(?:起|开始|以来|之?后)")),
    # 自发布之日起施行
    Rule("from-issue", re.compile(rf"自?(?:{_ISSUE}|即日)起")),
    # 2020年, 2020年度, 2020年2月
    Rule("whole", re.compile(rf"(?P<start>{DATE})")),
)
_LONG_TERM = re.compile(_OPEN)
# 2024—2027年 in a title: years of a plan
_TITLE = re.compile(r"《[^《》]{0,120}》|[（(][0-9]{4}[ ]?年?[ ]?[-–—－~～至到]{1,2}[ ]?[0-9]{4}[ ]?年?[)）]")
_APPLYING = re.compile(r"申报|申请|报名|受理|提交")
_SAID_IN_BODY = frozenset({"range", "until-event", "deadline", "from-for", "from"})
# in a body, 至2020年底 is a period only where something is said to run until then (到2027年 is a goal)
# 2020年1月起, 自2020年1月1日起; 2019年4月30日后获得授权的 is a condition
_BEGINS = re.compile(r"(?:起|开始)$")
_RUNS = re.compile(r"(?:延续|延长|执行|实施|有效期?|施行|顺延|暂缓|免征|减免|期限|截)[^，。；]{0,6}$")


def period(quote: Passage, issued: str | None = None) -> Period:
    """The period of a card's 执行时间, 申报时间 or 有效期 in whatever form; `starts` and `ends` are None where unsaid."""
    text = quote.text
    open_end: OpenEnd = "long-term" if _LONG_TERM.search(text) else ""
    for rule in PERIODS:
        match = rule.pattern.search(text)
        if match:
            return _period(quote, rule.name, match, open_end, issued)
    return Period(quote, None, None, "long-term" if open_end else "unsaid", open_end)


def periods(text: Passage) -> tuple[Period, ...]:
    """The periods that a body names, each with its words; goals (到2027年) and plan years in titles are none."""
    titles = [match.span() for match in _TITLE.finditer(text.text)]
    found = []
    for hit in scan(PERIODS, text.text):
        runs = hit.rule == "until" and _RUNS.search(text.text, max(0, hit.start - 16), hit.start)
        since = hit.rule == "from" and not _BEGINS.search(hit.match.group())
        if (
            since
            or (hit.rule not in _SAID_IN_BODY and not runs)
            or any(start <= hit.start < end for start, end in titles)
        ):
            continue
        one = _period(text.cut(hit.start, hit.end), hit.rule, hit.match, "", None)
        if (one.starts or one.ends) and not (hit.rule == "range" and _years_only(one)):
            found.append(one)
    return tuple(found)


def _years_only(one: Period) -> bool:
    return len(one.starts or "") == 4 and len(one.ends or "") == 4


def _period(quote: Passage, rule: str, match: re.Match[str], open_end: OpenEnd, issued: str | None) -> Period:
    """The period behind one match of the table."""
    said = match.groupdict()
    start_words, end_words = said.get("start"), said.get("end") or said.get("end_")
    year = (year_of(start_words) if start_words else None) or (year_of(end_words) if end_words else None)
    starts = iso(start_words, year) if start_words else None
    ends = iso(end_words, _later(start_words, end_words, year)) if end_words else None
    if rule.startswith("from-issue"):
        starts = issued
    if said.get("count"):
        ends = term_end(starts, _months(said["count"], said["unit"])) if starts else None
    if rule == "whole":  # a single day is the last one, a month or year runs from its first day to its last
        starts, ends = (None, starts) if starts and len(starts) == 10 else (starts, starts)
    if rule in ("until-event", "event"):
        open_end = "event"
    deadline = rule == "deadline" or (ends is not None and bool(_APPLYING.search(quote.text)))
    return Period(quote, starts, ends, rule, open_end, deadline)


def _later(start: str | None, end: str, year: int | None) -> int | None:
    """The year of an end that prints none: the year of the start, or the next where the months run over New Year."""
    if year is None or start is None or year_of(end) is not None:
        return year
    first, last = month_of(start), month_of(end)
    return year + 1 if first and last and last < first else year


def _months(count: str, unit: str) -> int:
    number = whole(count) or 0
    return number * 12 if unit == "年" else number


@dataclass(frozen=True, slots=True)
class Validity:
    """The force of a document: from when, until when, whether it says 长期有效, and the sentence that says so."""

    effective: DateFinding | None = None
    expires: DateFinding | None = None
    sentence: Passage | None = None
    open_end: OpenEnd = ""


_FORCE = r"(?:正式|开始)?(?:施行|实施|执行|生效|试行|实行)"
# 自2024年11月15日起施行, 从2023年1月1日起实施, 于2022年5月1日起执行
_EFFECTIVE = re.compile(
    f"(?:自|从|于)(?P<start>{DATE})(?:零时)?起?{_FORCE}|(?:施行|实施|生效|执行)(?:日期|时间)(?:为|"
    f"：)?(?P<start_>{DATE})"
)
# 自发布之日起施行, 自公布之日起30日后施行, 自印发之日起1个月后施行, 有效期自发布之日起三年
_EFFECTIVE_FROM_ISSUE = re.compile(
    f"(?:自|从)?{_ISSUE}起(?:(?:满?(?P<count>{_COUNT})个?(?P<unit>日|天|月|工作日)(?:之?后|"
    f"起))?[，,]?{_FORCE}|(?={_COUNT}(?:年|个月)))"
)
_TERM = r"(?:有效期限?|施行期限?|试行期限?|实施期限?|执行期限?|适用期限?|政策期限|有效时间|期限|试行|暂行|执行|施行|实施|有效|延长|延续)"
# 自2023年1月1日起至2025年12月31日止, 本政策适用于2019年1月1日-2021年12月31日的奖补对象
_BOTH = re.compile(rf"(?:自|从|适用于|期限?为?|期限?：)(?P<start>{DATE}){_TO}(?P<end>{DATE})")
# 有效期至2027年12月31日, 有效期截止2025年12月31日, 试行至2024年底
_EXPIRES = re.compile(
    f"{_TERM}(?:暂定)?(?:为|：)?(?:[^，。；《》0-9]{{0,10}})(?:截止|截至|截止到|至|"
    f"到)[ ]?(?P<end>{DATE})|至(?P<end_>{DATE})(?:止|失效|废止|终止|自动失效)"
)
# 有效期3年, 有效期为五年, 试行两年, 有效期暂定2年, 有效期为自发布之日起三年
_EXPIRES_AFTER = re.compile(
    f"(?<![证书照资格]){_TERM}(?:暂定|暂|限)?(?:为|是|"
    f"：)?(?:自[^，。；]{{1,16}}起)?(?P<count>{_COUNT})(?P<unit>年|个月)(?!以上|内|度)"
)
_LASTING = re.compile(r"长期(?:有效|执行|实施|施行)|有效期(?:为|：)?长期")
_SENTENCES = re.compile(r"[^。；\n]{1,400}[。；]?")


def validity(closing: Passage, issued: str | None = None, published: str | None = None) -> Validity:
    """What the closing of a document says on force and expiry: 自2024年11月15日起施行，有效期至2027年11月14日.

    `issued` and `published` are ISO dates for 自印发之日起 and 自发布之日起; without them such a date is unknown. 30日后 is
    the thirtieth day after that day; a term of years ends on the day before its anniversary.
    """
    sentences = [closing.cut(*match.span()) for match in _SENTENCES.finditer(closing.text)]
    for at, sentence in enumerate(sentences):
        found = _validity(sentence.strip(), issued, published)
        if found and found.effective and not found.expires and at + 1 < len(sentences):  # 自…起施行。有效期五年。
            more = _expires(sentences[at + 1], _outside_titles(sentences[at + 1].text), found.effective)
            both = Passage.join((sentence, sentences[at + 1])).strip()
            return replace(found, expires=more, sentence=both) if more else found
        if found:
            return found
    return Validity()


def _outside_titles(text: str) -> str:
    """The text with titles and plan years blanked, at the same length."""
    return _TITLE.sub(lambda match: " " * len(match.group()), text)


def _validity(sentence: Passage, issued: str | None, published: str | None) -> Validity | None:
    text = _outside_titles(sentence.text)
    effective = _effective(sentence, text, issued, published)
    expires = _expires(sentence, text, effective)
    lasting = _LASTING.search(text)
    said = _EFFECTIVE.search(text) or _EFFECTIVE_FROM_ISSUE.search(text) or expires or lasting
    return Validity(effective, expires, sentence, "long-term" if lasting else "") if said else None


def _effective(sentence: Passage, text: str, issued: str | None, published: str | None) -> DateFinding | None:
    match = _EFFECTIVE.search(text) or _BOTH.search(text)
    if match:
        value = iso(match.groupdict().get("start") or match.groupdict().get("start_") or "")
        return DateFinding(value, sentence.cut(*match.span())) if value else None
    match = _EFFECTIVE_FROM_ISSUE.search(text)
    if not match:
        return None
    made = match.group("issue") in ("印发", "下发", "发文", "签发")
    day = (issued or published) if made else (published or issued)
    if day and match.group("count"):
        count = whole(match.group("count")) or 0
        day = after_months(day, count) if match.group("unit") == "月" else after_days(day, count)
    return DateFinding(day, sentence.cut(*match.span())) if day else None


def _expires(sentence: Passage, text: str, effective: DateFinding | None) -> DateFinding | None:
    match = _EXPIRES.search(text) or _BOTH.search(text)
    if match:
        words = match.groupdict().get("end") or match.groupdict().get("end_") or ""
        value = iso(words, int(effective.value[:4]) if effective else None)
        return DateFinding(value, sentence.cut(*match.span())) if value else None
    match = _EXPIRES_AFTER.search(text)
    if not match or not effective:
        return None
    value = term_end(effective.value, _months(match.group("count"), match.group("unit")))
    return DateFinding(value, sentence.cut(*match.span())) if value else None
