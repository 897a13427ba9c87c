"""For whom a measure is: the types of enterprise that it gives something they can use, with the words that say so.

Three places count: the beneficiary of a benefit, the object of a verb of support (支持…, 培育…, 对…), and the standing
line of a card (支持对象：…). A type that is only named in passing (认定为…, 与…合作, a goal in figures) is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..model import Audience, Benefit, EnterpriseType, Passage
from ..text.script import simplified
from .clauses import Stretch, masked, statements

GAP = "…"
WITHIN = r"[^，。；：、\n]{1,12}?"  # what … in a word of the vocabulary stands for
EVERYONE = "企业"  # the word that means all enterprises only where nothing qualifies it
# 支持…, 培育…, 对…: the verbs that turn a measure to someone
SUPPORT = re.compile(
    r"支持|鼓励|引导|扶持|培育|引育|引进|培养|吸引|壮大|遴选|带动|推动|促进|加强|强化|发展|打造|做强|做大|面向|帮助|允许|准予|提升|优先|减轻|给予|招引|服务|指导"
    r"|对(?!标|接|外|口|比|照|应|策)|(?<![认定成作称分评转列归均])为|向|将"
)
# 建设创新中心, 打造集聚区: what is built is no one who receives; a word that ends so names someone
BUILDS = re.compile(
    r"(?:建设|建立|建成|打造|创建|争创|设立|组建|共建|搭建|布局|自办|共办|创办|办|推进|加快)(?!主体|单位|方)[^，]{0,40}$"
)
AT = re.compile(r"在(?!孵)[^，的]{0,24}$")  # 推动机构在高新区集聚: a place
TO_WHOM = frozenset(("对", "为", "向", "面向", "给予"))
SOMEONE = re.compile(r"(?:企业|机构|公司|院所|所|商|方|行|户|人|主体|单位|冠军|巨人|专精特新”?|独角兽|瞪羚|强|律所)$")
# 小微企业|培育, 集聚区|提档升级
AFTERWARDS = re.compile(r"[^，]{0,8}(?:培育|提档升级|做大做强|做强|发展壮大|可享受|可申请|建设|梯队建设)")
# 认定为高新技术企业, 与龙头企业合作, 申报“专精特新”企业: named in passing
IN_PASSING = re.compile(
    r"(?:认定为?|评为|成为|转为|申报|申请)[^，的]{0,110}$"
    r"|(?:依托|利用|借助|按照|参照|根据|会同|协同|比照|由|达到|符合)[^，、的]{0,10}$|(?:聚焦|围绕|瞄准|针对)[^，]{0,60}$|(?:与|联合|同)(?:[^，、的]{0,4})$"
)
# 生物医药|等领域, 工业互联网、大数据|等产业: a field, not a firm
FIELD = re.compile(r"[^，]{0,30}等[^，]{0,6}(?:领域|产业|行业|方面)")
JOINED = re.compile(r"(?:企业|机构|单位|院所|高校|团队|平台|中心|、[^，、]{1,8})[^，]{0,2}(?:与|和|同)$")
# 力争…达到800家, 占比, 年均增长: a goal
GOAL = re.compile(r"力争|占比|年均增长|比重|达到?\s?\d|超过\s?\d|突破\s?\d|到\s?20\d\d\s?年")
# 银行|发放贷款, 金融机构|放宽贷款条件: the one who gives
GIVES = re.compile(
    r"(?:等)?[^，为向]{0,12}(?:发放|放宽|为[^，]{1,24}(?:提供|减免|开展)|向[^，]{1,24}(?:提供|发放|开放)|增加[^，]{0,12}贷款|加大[^，]{0,16}(?:贷款|信贷|投放)"
    r"|降低[^，]{0,16}(?:费率|利率|成本)|适度放宽|创新[^，]{0,8}(?:产品|服务)|单列|提供[^，]{0,20}(?:贷款|融资|保险|服务))"
)
# 在鄂企业, 参保企业, 相关企业: hardly a qualification
PLAIN = re.compile(
    r"(?:^|[、和及对的])(?:各类|所有|全部|各|在(?!孵)[^，]{1,2}|参保|相关|困难|有关|全省|全市|我[省市区]|本[省市区地]|符合条件的|受疫情影响的|入驻)*$"
)
# 企业、高校; 企业等: where the word ends, so that 企业级平台 is no enterprise
ENDS = re.compile(r"$|[、和及与等（以]")
# 优先支持企业…, 支持企业申报…: too general to be for all enterprises
GENERAL = frozenset(("recognition", "priority", "other"))
# 列入目录的企业, 获评示范的企业: one who has won something first
ATTAINED = re.compile(
    r"取得|获得|列入|纳入|获评|获批|入选|认定|承担|成功申报|通过[^，]{0,20}(?:认定|评定|贯标|验收)|首次获"
)
STANDING = re.compile(
    r"(?:支持|扶持|适用|奖补|补贴|补助|奖励|资助|申报|服务|受益|政策|惠及)(?:对象|主体|范围|人群)[：:]"
)
OTHER_FIELD = re.compile(
    r"(?:政策名称|政策依据|文件依据|依据文件|执行时间|执行期限|执行机关|责任单位|主管部门|实施时间|有效期|咨询电话|申报时间|受理)[^，：]{0,6}[：:]"
)
REACH = 40  # characters between a verb of support and the type it turns to


@dataclass(frozen=True, slots=True)
class _Words:
    """A type with its words as one pattern, and the words that are not it as another."""

    type: EnterpriseType
    named: re.Pattern[str]
    refused: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Lines:
    """The segments of a text, where each starts, and for each the kind of line and where its label ends (-1: none)."""

    segments: tuple[Stretch, ...]
    starts: tuple[int, ...]
    kinds: tuple[tuple[str, int], ...]


def audience(
    title: Passage, text: Passage, benefits: tuple[Benefit, ...], types: tuple[EnterpriseType, ...]
) -> tuple[Audience, ...]:
    """The types a measure is for, in the order of the vocabulary, each with the first phrase that says so.

    The surest place is taken: a benefit, then the standing line of a card, the title, a verb of support in the text.
    """
    plain = masked(text.text)
    lines = _lines(plain)
    told_apart = tuple({(b.beneficiary.text, b.condition.text, b.instrument): b for b in reversed(benefits)}.values())[
        ::-1
    ]
    found = []
    for words in _compiled(types):
        hit = _of_benefit(words, told_apart, types) or _of_title(words, title) or _of_text(words, text, plain, lines)
        if hit:
            evidence, rule = hit
            found.append(Audience(words.type.id, words.type.name, evidence, rule))
    return tuple(found)


def _lines(plain: str) -> _Lines:
    """The segments of a text and what line of a card each stands on: a standing line, another field, or running text."""
    segments = tuple(segment for statement in statements(plain) for segment in statement.segments)
    kinds = []
    standing = False
    for segment in segments:
        if OTHER_FIELD.match(plain, segment.start, segment.end):
            standing = False
            kinds.append(("other", -1))
            continue
        label = STANDING.match(plain, segment.start, segment.end)
        standing = label is not None or (standing and plain[segment.start - 1] == "，")
        kinds.append(("standing" if standing else "text", label.end() if label else -1))
    return _Lines(segments, tuple(segment.start for segment in segments), tuple(kinds))


@lru_cache(maxsize=8)
def _compiled(types: tuple[EnterpriseType, ...]) -> tuple[_Words, ...]:
    """The vocabulary as patterns, longest word first."""
    return tuple(_Words(t, _pattern(t.words), _pattern(t.not_words) if t.not_words else None) for t in types if t.words)


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words; … in a word stands for a short gap without marks."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(WITHIN.join(re.escape(part) for part in word.split(GAP)) for word in longest_first))


def _occurrences(words: _Words, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """Where a type is named, the words that are not it left out."""
    stop = len(text) if end is None else end
    not_it: list[tuple[int, int]] | None = None  # looked for once the type is named, which is seldom
    for match in words.named.finditer(text, start, stop):
        if not_it is None:
            not_it = [m.span() for m in words.refused.finditer(text, start, stop)] if words.refused else []
        if not any(a <= match.start() and match.end() <= b for a, b in not_it):
            yield match


def _of_benefit(
    words: _Words, benefits: tuple[Benefit, ...], types: tuple[EnterpriseType, ...]
) -> tuple[Passage, str] | None:
    """The type as a beneficiary, or in the condition of one."""
    for benefit in benefits:
        for phrase in (benefit.beneficiary, benefit.condition):
            printed = simplified(phrase.text)
            for match in _occurrences(words, printed):
                before = printed[: match.start()]
                if match.group() == EVERYONE:
                    if phrase is benefit.condition or not _anyone(benefit, match, types):
                        continue
                elif phrase is benefit.condition and IN_PASSING.search(before):
                    continue
                return phrase.cut(*match.span()), "benefit"
    return None


def _anyone(benefit: Benefit, match: re.Match[str], types: tuple[EnterpriseType, ...]) -> bool:
    """Whether the bare word 企业 in a beneficiary means any enterprise, and its condition names no other type."""
    who, condition = simplified(benefit.beneficiary.text), simplified(benefit.condition.text)
    if any(next(_occurrences(w, condition), None) for w in _compiled(types) if EVERYONE not in w.type.words):
        return False
    if benefit.instrument in GENERAL or ATTAINED.search(condition):
        return False
    return PLAIN.search(who[: match.start()]) is not None and ENDS.match(who, match.end()) is not None


def _of_title(words: _Words, title: Passage) -> tuple[Passage, str] | None:
    """The type in the title of the measure; all enterprises are never meant by a title."""
    if EVERYONE in words.type.words:
        return None
    printed = simplified(title.text)
    for match in _occurrences(words, printed):
        if match.group() != EVERYONE and not IN_PASSING.search(printed[: match.start()]):
            return title.cut(*match.span()), "title"
    return None


def _of_text(words: _Words, text: Passage, plain: str, lines: _Lines) -> tuple[Passage, str] | None:
    """The type as the object of a verb of support, or on the standing line of a card."""
    for match in _occurrences(words, plain):
        index = bisect_right(lines.starts, match.start()) - 1
        if index < 0 or match.end() > lines.segments[index].end:
            continue
        kind, label_end = lines.kinds[index]
        if kind == "standing" and (match.group() != EVERYONE or match.start() == label_end):
            return text.cut(*match.span()), "standing"
        if kind != "other" and match.group() != EVERYONE and _supported(plain, lines.segments[index], match):
            return text.cut(*match.span()), "support"
    return None


def _supported(plain: str, segment: Stretch, match: re.Match[str]) -> bool:
    """Whether the words around a type turn a measure to it."""
    far = plain[max(segment.start, match.start() - 3 * REACH) : match.start()]
    before = far[-REACH:]
    after = plain[match.end() : segment.end]
    if IN_PASSING.search(far) and not JOINED.search(before):
        return False
    if not SOMEONE.search(match.group()) and (BUILDS.search(before) or AT.search(before) or FIELD.match(after)):
        return False
    verbs = [verb.group() for verb in SUPPORT.finditer(before)]
    if not verbs:
        return AFTERWARDS.match(after) is not None and not GOAL.search(plain, segment.start, segment.end)
    return verbs[-1] in TO_WHOM or not GIVES.match(after)
