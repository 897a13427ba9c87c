"""Who receives a gift and on what condition: the noun phrase of a clause, and what qualifies it.
对绩效评价优秀的|科技企业孵化器: the words before 的 are the condition, the head noun after it is the beneficiary. All
offsets count characters of the masked clause that is passed in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from .nouns import ACHIEVED, ACTS, HEAD, HEADS, LAST_VERB, PERSON, WHAT, WHO

# 对…, 对于…, 针对…: not 对标, 对接, 对外, 绝对, 余下部分
TOWARDS = re.compile(
    r"(?<![应相针面绝])(?:针对|面向|对于|对(?!标(?!准)|接|外(?![地资贸商籍埠])|口|比|照|应(?![用急届])|策|象|上述|此|其(?:中|余)?(?:[，按给]|$)|余下|超过|超出))"
)
# where the phrase after 对 ends: at the verb of giving
PHRASE_END = re.compile(
    r"给予|給予|予以|按(?!规定|要求|时|期|质)|分别(?!为)|一次性(?!通过)|最高(?!人民|科学|奖(?!励|补))|可(?=申请|享受|直接|按|适当|获|给)"
    r"|每[家个项户年人台件亩辆次]|依据|根据|参照|的?政府采购(?=[^，]{0,4}比例)|的?预留(?=份额|比例)|优先(?=支持|推荐|安排|保障|纳入|列入|给予)|允许|实行(?!.{0,10}的)|采取|减按|降至|下调|减息"
    r"|(?:进行|实施)(?=[^，的]{0,12}(?:奖|补|贴|减|免|缓|资助|扶持))|阶段性|在[^，]{0,30}(?:基础上|期限内)"
    r"|(?<=[业位构司人者台目心器室员区场金品件备户校院所会商费机园地楼主体间])"
    r"(?:奖励(?!的|资金)|补助(?!的|资金)|补贴(?!的)|资助(?!的)|奖补|返还|由(?=[^，]{0,20}(?:给予|奖励|补)))"
    r"|(?:免收|免征|减免|减半征收|减半收取|免除)(?![^，]{0,30}的[^，]{1,20}(?:给予|予以|奖|补))"
)
# 支持企业…, 遴选企业…, 争创平台…: whoever a measure turns to
TURNS_TO = re.compile(
    r"支持和引导|鼓励和支持|允许|准予|支持|鼓励|引导|扶持|推动|培育|培养|遴选|评选|征集|认定(?!的|为|）)|争创|引进|吸引|打造|选取|加强"
)
# 在计算应纳税所得额时, 按规定, 积极申报: what follows 允许 is a verb
NO_NOUN = re.compile(
    r"在(?!鄂|汉|杭|孵|华|校)|按|依法|一次性|结转|积极|其|将|通过|对|为|向|以|加快|建设|设立|开展|发展|有关|投|地方|各地|各市"
)
# 为中小企业提供…, 给予入驻企业租金减免, 奖励孵化器10万元, 免征各类参保企业…, 将…纳入
RECEIVES = re.compile(
    r"(?P<verb>给予|给与|奖励|补贴|补助|资助|奖补|免征|免收|减收|减免|返还|退还|推荐|惠及|带动|减轻|降低|落实|扩大|用于(?:支持|扶持|奖励|补助)|扶持|支持|优先为"
    r"|预留给|为|向|给(?!予|与)|对(?!标|接|外|口|比|照|应|策|象))(?P<who>(?![、的和等])[^，给向按\d]{0,30}?"
    rf"(?:{WHO}|{WHAT})+(?:[、和][^，、\d]{{0,14}}?(?:{WHO}|{WHAT})+){{0,4}})"
)
# 将符合条件的培训|纳入补贴范围
TAKEN = re.compile(r"将(?P<who>[^，]{1,80}?)(?:整体|打包|优先|一并)*(?:纳入|列入|认定|作为|拓展|提高|扩大|降)")
# 扶持大学生|创办的科技型小微企业: the noun goes on
GOES_ON = re.compile(rf"[^，给提]{{1,14}}的[^，的]{{0,14}}?{WHO}")
AWARDED = frozenset(("奖励", "补贴", "补助", "资助", "奖补"))
GIVEN_TO_THINGS = frozenset(("给予", "支持", "扶持", "对", "优先为"))
COUNT = re.compile(r"一批|\d+\s?(?:余|多)?(?:个|家|项|名|件|户|种|条|座|场)?(?:左右|以上|以内)?")
LEAD_IN = re.compile(
    r"(?:（[^（）]{0,30}）|[^，的（）]{2,24}等(?:领域|行业|产业)(?=首次|获|新|评|通过)|[对将向给由、，的及和]|予以?|鼓励|支持|引导|着力|其中|凡是?|以及|各地|全市|全省|我[市省区县]|本[市省区县]|一批|原则上|即|重点(?=向))+(?=.)"
)
GOVERNMENT = re.compile(
    r"(?:各|有关|相关|所在地?|当地|地方|下级|省|市|州|县|区|镇|乡|街道|财政|政府|人民|部门|、|级|和|及|（[^（）]{0,60}）){1,40}\Z"
)
# 实施…行动, 完善…, 聚焦…: a clause that begins so has no subject
NO_SUBJECT = re.compile(
    r"(?:进一步|积极|加快|全面|深入|充分|大力|持续|着力|不断|切实)*(?:实施|培养|培育|开展|建设|推动|推进|完善|建立|采取|梳理|通过|聚焦|围绕|以|加大|加强|强化|鼓励|支持"
    r"|引导|设立|安排|统筹|发挥|落实|推荐|申请|发放|按|根据|依托|探索|优先|重点|直接|可|自(?!然|主|办|用)|从(?!业)|在(?!鄂|汉|杭|孵|华|校)|每|对|至|到|\d)"
)
# 企业和个人|直接向…捐赠
LEADING = re.compile(
    rf"[^，的按对为将]{{0,16}}?{WHO}(?![业内外部会家])(?:（[^（）]{{1,30}}）)?(?:(?:、|和|以?及)[^，、的]{{0,14}}?{WHO})*"
)
# 由企业所在地政府…, 按规定…: between a beneficiary and the gift, but no condition
NO_CONDITION = re.compile(r"由|按|根据|经(?!认定)|自|每|从|分|在[^，]{0,20}(?:内|前)|依据|参照|各")
SCOPE = re.compile(
    r"在[^，]{1,30}方面|最高|分别|均|双边|每[家个项件户]|等"
)  # 在用地、用能等方面: what with, not on what condition
HIRES = re.compile(r"新?(?:吸纳|招用|招聘|录用|聘用|招录|培养|培训)")  # 吸纳毕业生就业的: whoever hires is not named
BRACKETED = re.compile(r"（[^（）]{1,60}）")  # 实际完成投资额（含设备和软件投入）: nouns in brackets receive nothing
SHORT = 16  # 入选企业|主导制定…标准的: a participle and its noun, still a subject


@dataclass(frozen=True, slots=True)
class Party:
    """A beneficiary and its condition as offsets of the clause; `who` is empty (start = end) where none is named."""

    who: tuple[int, int]
    condition: tuple[int, int]

    @property
    def named(self) -> bool:
        """Whether the clause names who receives."""
        return self.who[1] > self.who[0]

    def moved(self, by: int) -> Party:
        """The same party, offsets counted from a place `by` characters earlier."""
        return Party((self.who[0] + by, self.who[1] + by), (self.condition[0] + by, self.condition[1] + by))


NOBODY = Party((0, 0), (0, 0))


def addressed(segment: str) -> tuple[int, int]:
    """Where 对…企业 stands in a segment, so that the verbs inside it are not taken for gifts."""
    start = TOWARDS.search(segment)
    return (start.end(), _phrase_end(segment, start.end())) if start else (0, 0)


def parties(clause: str, give: int, cue: tuple[int, int]) -> tuple[Party, ...]:
    """Who receives in a clause whose giving segment starts at `give` and whose verb of giving stands at `cue`.

    Several where the clause addresses several with a condition each; empty where it names nobody.
    """
    for read in (_taken, _towards_near, _received, _towards_far, _turned_to, _subject):
        found = tuple(p for p in read(clause, give, cue) if p.named)
        if found:
            return found
    return ()


def organised(text: str, found: Party) -> bool:
    """Whether a party is an organisation or a person rather than a thing."""
    return PERSON.search(text, *found.who) is not None


def names_any(text: str, start: int, end: int) -> bool:
    """Whether a run of text names anyone or anything that can receive."""
    return HEAD.search(text, start, end) is not None


def phrase_party(phrase: str) -> Party:
    """The beneficiary of a phrase that stands alone (支持对象：…)."""
    return _split(phrase, 0, _phrase_end(phrase, 0))


def _taken(clause: str, give: int, cue: tuple[int, int]) -> tuple[Party, ...]:
    """将X纳入…: what stands between."""
    match = TAKEN.search(clause, give)
    return (_split(clause, *match.span("who")),) if match else ()


def _towards_near(clause: str, give: int, cue: tuple[int, int]) -> tuple[Party, ...]:
    """对X in the giving segment itself; what stood before it is the condition where X has none."""
    start = TOWARDS.search(clause, give, max(give, cue[1]))
    if not start:
        return ()
    found = _coordinated(clause, start.end(), _phrase_end(clause, start.end()))
    if len(found) == 1 and give and not clause[slice(*found[0].condition)].endswith("的"):
        lead = TOWARDS.match(clause)
        return (Party(found[0].who, (lead.end() if lead else 0, give - 1)),)
    return found


def _towards_far(clause: str, give: int, cue: tuple[int, int]) -> tuple[Party, ...]:
    """对X， opening the clause, before the giving segment."""
    start = TOWARDS.search(clause, 0, give)
    if not start:
        return ()
    end = _phrase_end(clause, start.end())
    found = list(_coordinated(clause, start.end(), end))
    while end < give and clause[end : end + 1] == "，" and clause[end + 1] in "且并和或及以":
        more = _phrase_end(clause, end + 1)
        if clause[end + 1] in "且并":
            found = [_split(clause, start.end(), more)]
        else:
            found.extend(_coordinated(clause, end + 1, more))
        end = more
    named = tuple(p for p in found if p.named)
    if len(named) == 1 and named[0].condition[1] <= named[0].condition[0] and not NO_CONDITION.match(clause, end + 1):
        return (Party(named[0].who, (min(end + 1, give - 1), give - 1)),)
    return named or (_split(clause, start.end(), give - 1),)


def _received(clause: str, give: int, cue: tuple[int, int]) -> tuple[Party, ...]:
    """给予X奖励, 为X提供, 免征X…: who stands after the verb."""
    before = sorted(
        RECEIVES.finditer(clause, give, max(give, cue[0])), key=lambda m: m.group("verb") not in ("为", "向", "给")
    )
    for match in (*RECEIVES.finditer(clause, cue[0]), *before):
        end = match.end()
        if match.group("verb") in ("扶持", "支持") and (more := GOES_ON.match(clause, end)):
            end = more.end()
        found = _split(clause, match.start("who"), end)
        if not found.named or GOVERNMENT.match(clause[found.who[0] : found.who[1]]):
            continue
        direct = match.group("verb") in GIVEN_TO_THINGS or (match.start() >= cue[0] and match.group("verb") in AWARDED)
        addressed_before = match.group("verb") not in ("支持", "扶持", "优先为") and TOWARDS.search(clause, 0, give)
        if not PERSON.search(clause, *found.who) and (not direct or addressed_before):
            continue
        lead = TOWARDS.match(clause)
        empty = found.condition[1] <= found.condition[0]
        return (Party(found.who, (lead.end() if lead else 0, max(0, give - 1)) if empty and give else found.condition),)
    return ()


def _turned_to(clause: str, give: int, cue: tuple[int, int]) -> tuple[Party, ...]:
    """支持X…, 遴选X…, 争创X…: whoever or whatever the words before the gift turn to."""
    for match in TURNS_TO.finditer(clause, 0, max(give, cue[0] + 3)):
        count = COUNT.match(clause, match.end())
        start = count.end() if count and count.end() > match.end() else match.end()
        if NO_NOUN.match(clause, start):
            continue
        found = _split(clause, start, _phrase_end(clause, start))
        if found.named:
            return (found,)
    return ()


def _subject(clause: str, give: int, cue: tuple[int, int]) -> tuple[Party, ...]:
    """企业裁员率不高于5.5%的，…: the phrase that a segment begins with, the first of the clause that has one."""
    at = 0
    while 0 <= at <= give:
        comma = clause.find("，", at)
        end = min(comma if comma >= 0 else len(clause), cue[0] if at == give else len(clause))
        if end > at and not NO_SUBJECT.match(clause, at):
            found = _leading(clause, at, end) or _split(clause, at, end)
            if found.named:
                stop = max(give - 1, found.condition[1])
                before = found.condition[0] < found.who[0]
                return (_party(0, found.who, found.condition if before else (min(found.who[1], stop), stop), clause),)
        at = comma + 1 if comma >= 0 else -1
    return ()


def _leading(clause: str, start: int, end: int) -> Party | None:
    """企业和个人|直接向…捐赠: a phrase that opens with its subject and goes on with a verb."""
    phrase = clause[start:end]
    who = LEADING.match(phrase)
    if who is None or ACHIEVED.match(phrase):
        return None
    lead = LEAD_IN.match(phrase)
    return _party(
        start, (lead.end() if lead and lead.end() < who.end() else 0, who.end()), (who.end(), len(phrase)), phrase
    )


def _phrase_end(clause: str, start: int) -> int:
    """Where the noun phrase that starts here ends: at a comma or at a verb of giving."""
    comma = clause.find("，", start)
    stop = comma if comma >= 0 else len(clause)
    end = PHRASE_END.search(clause, start + 1, stop)
    return end.start() if end else stop


def _coordinated(clause: str, start: int, end: int) -> tuple[Party, ...]:
    """A noun phrase as parties: several where each part has a head noun with something of its own after it."""
    cuts = [start, *(i + 1 for i in range(start, end) if clause[i] == "、"), end + 1]
    parts = [_split(clause, a, b - 1) for a, b in pairwise(cuts)]
    whole = [p for p in parts if p.named and p.condition[0] >= p.who[1] and p.condition[1] > p.condition[0]]
    if len(parts) > 1 and len(whole) == len(parts) and "的" not in clause[start:end]:
        return tuple(parts)
    return (_split(clause, start, end),)


def _split(clause: str, start: int, end: int) -> Party:
    """A noun phrase as condition and head noun."""
    lead = LEAD_IN.match(clause, start, end)
    start = lead.end() if lead else start
    phrase = BRACKETED.sub(_blank, clause[start:end])
    if not HEAD.search(phrase) or (HIRES.match(phrase) and phrase.endswith("的")):
        return NOBODY
    at = phrase.rfind("的", 0, len(phrase) - 1)
    while at > 0:
        who = _trim(phrase, at + 1)
        if who and (PERSON.search(phrase, *who) or not PERSON.search(phrase, 0, at) or ACHIEVED.match(phrase)):
            return _party(start, who, (0, at + 1), phrase)
        at = phrase.rfind("的", 0, at)
    who = _trim(phrase, 0) or (0, 0)
    chosen = who[1] <= SHORT and PERSON.search(phrase, *who) and who[1] < len(phrase) and phrase[who[1]] != "的"
    if ACHIEVED.match(phrase) and not chosen:
        last = _last_head(phrase)
        return _party(start, last, (0, last[0] if last[1] == len(phrase) else len(phrase)), phrase)
    return _party(start, who, (who[1], len(phrase)), phrase)


def _blank(match: re.Match[str]) -> str:
    return "（" + "〇" * (len(match.group()) - 2) + "）"


def _party(start: int, who: tuple[int, int], condition: tuple[int, int], phrase: str) -> Party:
    """Offsets of the phrase moved to the clause, the condition without marks at its ends."""
    left, right = condition
    while left < right and phrase[left] in "，、的":
        left += 1
    while left < right and phrase[right - 1] in "，、可":
        right -= 1
    if SCOPE.fullmatch(phrase, left, right):
        right = left
    return Party((start + who[0], start + who[1]), (start + left, start + right))


def _trim(phrase: str, start: int) -> tuple[int, int] | None:
    """The head noun from `start` without what it does: 企业|购买科技创新服务."""
    if not HEAD.search(phrase, start):
        return None
    stop = len(phrase)
    for verb in ACTS.finditer(phrase, start + 1):
        if HEAD.search(phrase, start, verb.start()):
            stop = verb.start()
            break
    heads = list(HEADS.finditer(phrase, start, stop))
    return (start, heads[-1].end()) if heads else None


def _last_head(phrase: str) -> tuple[int, int]:
    """The last noun of a phrase that tells what was achieved, from the verb before it."""
    heads = list(HEADS.finditer(phrase))
    end = heads[-1].end()
    begins = [m.end() for m in LAST_VERB.finditer(phrase, 0, heads[-1].start())]
    return (begins[-1] if begins else 0, end)
