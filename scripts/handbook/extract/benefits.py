"""What a measure gives: who gets what, how much, on what condition, one row a clause.

A clause is the giving segment with the phrase that opens it (对…企业，) and the limits that follow it (最高不超过…).
Goals, plans, exclusions and money between governments are no benefits.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from ..model import Amount, Benefit, Instrument, Passage
from .beneficiaries import GOVERNMENT, NOBODY, Party, addressed, names_any, organised, parties, phrase_party
from .clauses import PLACEHOLDER, Statement, Stretch, masked, statements, unmarked
from .giving import ANNOUNCES, DUTY, cue_of, follows, relieved
from .instruments import Cue

OPENER = re.compile(r"(?:同时)?(?:对于|针对|对(?!标|接|外|口|比|照|应|策|象|此|其中|上述|余下|超过)|将|凡)")
# 评选后，…的，…时，: a condition that waits for its gift
CONDITION_END = re.compile(r"(?:的|后|时|者|之日起|内|部分|基础上)$")
# 每家奖励…, 给予…, 准予…扣除: a gift that has to look back for its receiver
LOOKS_BACK = re.compile(
    r"(?:并|再|且|则|均|都|还|也|即|同时|另|可|可以|予以|准予|允许|依法|统一|分别|一次性|最高|按|由|根据|经|以|从|其|每|给予|纳入|享受|实行|给|奖|补|专项|省|市|区"
    r"|各级|财政|中央|自主|在|免|减|返还|暂停|不|遴选|验收|自|连续|发放|授予|[一二三四五六\d]+年内|前[一二三四五\d]年|首年|当年)"
)
# 主导制定国家标准的|奖励…, 通过评定的|给予…
BARE_CONDITION = re.compile(r"(?!对|为|向|将|支持|鼓励)[^，]{2,40}?的(?=给予|予以|奖|补|一次性|分别|每|最高|按)")
# 允许…, 可…: the subject stands at the beginning of the statement
PERMITTED = re.compile(r"(?:允许|准予|可|依法|在|自主|按规定|不)")
# 安排…专项，扶持大学生…; 发放算力券，支持企业…: whom a pot or a voucher is for
FOR_WHOM = re.compile(r"(?:专项|主要|重点)?(?:用于|支持|扶持|引导|鼓励|对|为|向)")
# 支持对象：中小微企业, on its own line of a card
STANDING = re.compile(
    r"(?:^|\n)(?:支持|扶持|适用|奖补|补贴|补助|奖励|资助|申报|服务|受益|政策|惠及)(?:对象|主体|范围|人群)[：:](?P<who>[^\n。；]{1,200})"
)
STANDING_LABEL = re.compile(
    r"(?:支持|扶持|适用|奖补|补贴|补助|奖励|资助|申报|服务|受益|政策|惠及)(?:对象|主体|范围|人群)[：:]"
)
# 主要内容：…, 稳岗返还：…: a label before what is given
# 政策名称：《…》, 执行时间：…, 执行机关：…: fields of a card that give nothing
SKIPPED_LABEL = re.compile(
    r"(?:政策名称|政策依据|文件依据|依据文件|执行时间|执行期限|执行机关|责任单位|主管部门|实施时间|有效期|咨询电话|联系方式|联系电话|申报时间|受理部门"
    r"|受理地址|办理流程|申报材料|申领方式|申请方式|网址|来源|发文机关)[：:]"
)
LABEL = re.compile(r"[^，。；：:]{2,12}[：:]")
# 省财政按地方政府实际补贴额的50%给予补助: money between governments
BETWEEN_GOVERNMENTS = re.compile(
    r"(?:财政|中央|省级?)[^，]{0,6}按?(?:照)?(?:地方|市县|各地|市、县|区县|各市|各区)[^，]{0,12}(?:补贴|补助|奖励|支出)"
)
# 对获得“国家优质工程奖”的: what was won, not who won it
HONOUR = re.compile(r"奖”?的|称号的|资质|认证的|荣誉")
# 每年每家企业最高补助额度不超过50万元: a sentence that only limits the gift of the sentence before it
LIMITS = re.compile(
    r"(?:每年|年度)?(?:单个|每家|每个|每户|单户|单家|同一|最高|累计|每人|一个)[^，]{0,24}(?:最高|不超过|不高于|上限|不得超过)[^，]{0,12}\d"
)
WINDOW = 6  # segments that may open one gift


@dataclass(frozen=True, slots=True)
class _Gift:
    """A giving segment: the clause with its opener and limits, the segment, its cue and where the cue stands."""

    clause: Stretch
    give: Stretch
    cue: Cue
    found: tuple[int, int]
    since: int = -1  # of a pot or a voucher: where the words begin that say whom it is for; -1 where none do


def benefits(text: Passage, amounts: tuple[Amount, ...]) -> tuple[Benefit, ...]:
    """The benefits of one measure in reading order, each with the amounts that stand in its clause.

    `text` is clean text; the fields of a card are lines that begin with their label and a colon. Never raises.
    """
    plain = masked(text.text)
    places = sorted(((a.text.locate().start, i) for i, a in enumerate(amounts)))
    fallback = _standing(plain)
    found: list[Benefit] = []
    last = NOBODY
    sentence = 0
    for number, gift in _numbered(plain):
        last = last if number == sentence else NOBODY
        sentence = number
        named = _receivers(plain, gift)
        if last.named and _lesser(plain, named, gift, last):
            named = (_carried(plain, gift, last),)
        for who in named or (Party(fallback.who, (0, 0)),):
            if not _refused(plain, gift, who):
                last = who
                if not ANNOUNCES.search(plain, gift.give.start, gift.clause.end):
                    found.append(_benefit(text, plain, gift, who, _within(text, gift.clause, amounts, places)))
    return tuple(found)


def _numbered(text: str) -> list[tuple[int, _Gift]]:
    """All gifts with the number of their sentence; a sentence that only limits the gift before it is joined to it."""
    found: list[tuple[int, _Gift]] = []
    number = 0
    for statement in statements(text):
        number += statement.opens
        first = statement.segments[0]
        if found and first.start - found[-1][1].clause.end <= 2 and LIMITS.match(text, first.start, first.end):
            found[-1] = (found[-1][0], replace(found[-1][1], clause=Stretch(found[-1][1].clause.start, first.end)))
            continue
        found.extend((number, gift) for gift in _gifts(text, statement))
    return found


def _lesser(text: str, named: tuple[Party, ...], gift: _Gift, last: Party) -> bool:
    """Whether a clause names nobody, or only a thing that belongs to whoever the clause before it named."""
    if not named:
        return True
    if not gift.cue.money or not organised(text, last) or any(organised(text, p) for p in named):
        return False
    clause = text[gift.clause.start : gift.clause.end]
    own = text[named[0].who[1] - 2 : named[0].who[1]]
    if f"每个{own}" in clause or f"每项{own}" in clause or f"每件{own}" in clause:
        return False
    addressed_here = OPENER.match(text, gift.clause.start) or OPENER.match(text, gift.give.start)
    return not addressed_here or (
        HONOUR.search(clause) is not None and text[named[0].condition[1] - 1 : named[0].condition[1]] == "的"
    )


def _carried(text: str, gift: _Gift, last: Party) -> Party:
    """Whoever the clause before named, on the condition that opens this clause, or on the same one."""
    if gift.give.start <= gift.clause.start:
        return last
    opener = OPENER.match(text, gift.clause.start)
    return Party(last.who, (opener.end() if opener else gift.clause.start, gift.give.start - 1))


def _standing(text: str) -> Party:
    """The beneficiary that a card names for all of its benefits (支持对象：…)."""
    line = STANDING.search(text)
    return phrase_party(line.group("who")).moved(line.start("who")) if line else NOBODY


def _gifts(text: str, statement: Statement) -> list[_Gift]:
    """The gifts of a statement: each giving segment with its opener, its limits joined to it."""
    first = text[statement.segments[0].start : statement.segments[0].end]
    if SKIPPED_LABEL.match(first):
        return []
    standing = STANDING_LABEL.match(first) is not None
    segments = _unlabelled(text, statement.segments)
    gifts: list[_Gift] = []
    opener = 0
    for i, segment in enumerate(segments):
        reading = _read(text, segment)
        words = text[segment.start : segment.end]
        if gifts and opener == i and _joins(text, gifts[-1], words, reading):
            gifts[-1] = _joined(gifts[-1], segment, reading)
            opener = i + 1
        elif reading and (reading[0].money or not standing):
            start = segments[_opener(text, segments, opener, i, reading[0])].start
            gifts.append(_Gift(Stretch(start, segment.end), segment, *reading))
            opener = i + 1
    return gifts


def _unlabelled(text: str, segments: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """The segments, the first one without the label of its field."""
    label = LABEL.match(text, segments[0].start, segments[0].end)
    if not label or label.end() >= segments[0].end:
        return segments
    return (unmarked(text, Stretch(label.end(), segments[0].end)), *segments[1:])


def _read(text: str, segment: Stretch) -> tuple[Cue, tuple[int, int]] | None:
    """The cue of a segment, read without the words that name the beneficiary."""
    words = text[segment.start : segment.end]
    left, right = addressed(words)
    reading = cue_of(words[:left] + PLACEHOLDER * (right - left) + words[right:])
    if not reading:
        return None
    cue, match = reading
    return cue, (segment.start + match.start(), segment.start + match.end())


def _joins(text: str, gift: _Gift, words: str, reading: tuple[Cue, tuple[int, int]] | None) -> bool:
    """Whether the segment after a gift belongs to it: a limit, or the one whom a pot or a voucher is for."""
    if gift.cue.name in ("pot", "voucher") and (FOR_WHOM.match(words) or follows(words)):
        return reading is None or reading[0].name not in ("pot", "voucher")
    if gift.cue.name == "voucher" and gift.found[0] == gift.clause.end and reading:
        return True
    return follows(words)


def _joined(gift: _Gift, segment: Stretch, reading: tuple[Cue, tuple[int, int]] | None) -> _Gift:
    """The gift with the segment after it; a pot that is given out takes the means by which it is given."""
    longer = replace(gift, clause=Stretch(gift.clause.start, segment.end))
    if gift.cue.name not in ("pot", "voucher"):
        return longer
    since = gift.since if gift.since >= 0 else segment.start
    means = reading[0] if gift.cue.name == "pot" and reading and reading[0].money else gift.cue
    found = reading[1] if reading else (segment.end, segment.end)
    return replace(longer, give=segment, cue=means, found=found, since=since)


def _opener(text: str, segments: tuple[Stretch, ...], first: int, give: int, cue: Cue) -> int:
    """The segment that opens the clause of a giving segment: 对…， or a condition before it, or the segment itself."""
    first = max(first, give - WINDOW)
    for i in range(first, give):
        if OPENER.match(text, segments[i].start):
            return i
    here = segments[give].start
    nobody = cue.money and cue.name not in ("pot", "voucher") and _nameless(text, segments[give])
    if OPENER.match(text, here) or not (nobody or LOOKS_BACK.match(text, here)):
        return give
    if PERMITTED.match(text, here):
        return first
    start = give
    for i in range(give - 1, first - 1, -1):
        if CONDITION_END.search(text, segments[i].start, segments[i].end):
            start = i
    if start < give:
        return first if give - first <= 3 else start
    return next((i for i in range(give - 1, first - 1, -1) if _names_someone(text, segments[i])), max(first, give - 1))


def _nameless(text: str, segment: Stretch) -> bool:
    """Whether a giving segment names nobody: no noun at all, or a bare condition (主导制定国家标准的奖励…)."""
    if not names_any(text, segment.start, segment.end):
        return True
    bare = BARE_CONDITION.match(text, segment.start, segment.end)
    return bare is not None and not _names_someone(text, Stretch(segment.start, bare.end()))


def _names_someone(text: str, segment: Stretch) -> bool:
    """Whether a segment holds an organisation or a person."""
    return organised(text, Party((segment.start, segment.end), (0, 0)))


def _receivers(text: str, gift: _Gift) -> tuple[Party, ...]:
    """Who receives, as offsets of the text."""
    base = gift.since if gift.since >= 0 else gift.clause.start
    clause = text[base : gift.clause.end]
    found = parties(clause, gift.give.start - base, (gift.found[0] - base, gift.found[1] - base))
    if gift.since >= 0 and len(found) == 1 and found[0].condition[1] <= found[0].condition[0]:
        end = found[0].who[1]
        found = (
            Party(found[0].who, (end, max(end, clause.find("，", end), min(gift.found[0], gift.give.end) - base))),
        )
    return tuple(p.moved(base) for p in found)


def _refused(text: str, gift: _Gift, who: Party) -> bool:
    """Whether a gift is none: a duty, a favour that nobody receives, or one government paying another."""
    clause = text[gift.clause.start : gift.clause.end]
    if BETWEEN_GOVERNMENTS.search(clause) or DUTY.search(clause):
        return True
    if not who.named:
        return not gift.cue.money
    return GOVERNMENT.match(text[who.who[0] : who.who[1]]) is not None


def _within(
    text: Passage, clause: Stretch, amounts: tuple[Amount, ...], places: list[tuple[int, int]]
) -> tuple[Amount, ...]:
    """The amounts whose place in the capture lies in a clause; `places` are their starts in order, with their index."""
    span = text.locate(clause.start, clause.end)
    inside = places[bisect_left(places, (span.start, 0)) : bisect_left(places, (span.end, 0))]
    return tuple(amounts[i] for i in sorted(i for _, i in inside) if amounts[i].text.locate().end <= span.end)


def _benefit(text: Passage, plain: str, gift: _Gift, who: Party, amounts: tuple[Amount, ...]) -> Benefit:
    """The gift as a finding: cuts of the passage, and the amounts of its clause."""
    means: Instrument = gift.cue.instrument
    if gift.cue.name == "relief":
        means = relieved(plain[gift.clause.start : gift.clause.end])
    clause = text.cut(gift.clause.start, gift.clause.end)
    return Benefit(clause, text.cut(*who.who), means, text.cut(*who.condition), amounts, gift.cue.name)
