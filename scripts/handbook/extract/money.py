"""How much a measure gives or asks: every sum and rate of its text as an `Amount`, with kind, bound, base and unit.

Figures come from `money_atoms`, their meaning from the tables of `amount_kinds` and `amount_terms`. Figures that stand
side by side (分别给予100万元、50万元) share the words around them; a rate with its own cap (按投资额的10%最高奖励500万元)
is one amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..model import Amount, AmountKind, Bound, Passage
from .amount_kinds import KINDS, WORD_KINDS, kind_of
from .amount_terms import base_of, bound_of, per_of
from .money_atoms import WORDS, Atom, atoms

_WINDOW = 80  # a clause longer than this says nothing more about its figure
_LONGEST = 16  # figures side by side that share their words; a longer run is a table
_CLAUSE = re.compile(r"[，。；：！？\n,;]")
_SENTENCE = re.compile(r"[。；！？\n;]")
# 100万元、50万元 / 特等奖150万元、一等奖50万元 / 15%或产品单价的50%
_BESIDE = re.compile(r"(?:[（(][^（）()]{0,20}[)）])?(?:、|和|或者?|及|以及|与|，(?=分别))[^，。；：、\n0-9]{0,12}")
# words that belong to the figure on its left: 最高奖励|50万元, 每家|30万元
_REACH_LEFT = re.compile(
    r"(?:每[^，。；：、\n每0-9]{1,6}|单[个家户][^，。；：、\n0-9]{0,4}|给予|予以|一次性|分别|各|奖励|奖补|补助|补贴|" "资助|扶持|最高|最多|不得?超过|不得?高于|不得?低于"
    "|不得?少于|上限|为|达到?|突破|超过|可|总额|额度|合计|累计|安排|发放|新增|年均|增长|下调|降至|提高至|提高到|占比|至少|过|超|满|" "逾){1,6}$"
)  # fmt: skip
# words that belong to the figure on its right: 50万元|的一次性奖励
_REACH_RIGHT = re.compile(
    "^的?(?:一次性|资金|经费|财政|专项|综合|运营|建设|创新){0,2}(?:奖励|奖补|奖金|补助|补贴|资助|扶持|支持|贴息|返还|"
    "优惠)(?:资金|金)?"
)
# 给予15元/平方米的补助 is no price, nor is 投资强度不低于350万元/亩
_NO_PRICE = re.compile("给予|补|奖|资助|强度|税收|产值|产出|收入")
# 100万元封顶, 以500万元为上限: a cap said behind the sum
_CAP_BEHIND = re.compile("封顶|为?上限|为限")
# 20万元/家, 3000元/人·年: given to somebody, where 0.1元/千瓦时 is a price
_RECIPIENT = re.compile(r"每?[家个人户项件次名年]")
# 5%|给予一次性最高500万元奖励: what a rate is for may stand behind its cap
_VERB_AFTER = re.compile(r"^的?(?:比例|标准)?(?:分别|一次性)?(?:给予|予以|进行|最高)")
_TOTAL = re.compile("总额|累计|合计")
# between a rate and its cap: nothing that names another recipient
_OTHER_CLAUSE = re.compile(r"(?:^|，)(?:对|其中|获|新|通过|经|若|如)|[：]")
_CAP_CLAUSE = re.compile(r"最高|最多|不得?超过|不得?高于|上限|限额|封顶|以内")


@dataclass(frozen=True, slots=True)
class _Setting:
    """Figures side by side and the words around them: `lead` and `tail` reach to the next comma or figure, `rest` to
    the next comma, `before` is the part of the `sentence` before the lead."""

    group: tuple[Atom, ...]
    lead: str
    tail: str
    rest: str
    before: str
    sentence: str


def amounts(text: Passage) -> tuple[Amount, ...]:
    """Every sum and rate of a text in reading order; reliefs in words (减半, 全额, 免收) without figures."""
    found = atoms(text.text)
    settings = tuple(_settings(found, text.text))
    result: list[Amount] = []
    skip = False
    for at, here in enumerate(settings):
        if skip:
            skip = False
            continue
        following = settings[at + 1] if at + 1 < len(settings) else None
        joined = _rate_and_cap(here, following, text) if following else ()
        skip = bool(joined)
        result.extend(joined or _single(here, text))
    return tuple(result)


def _settings(found: tuple[Atom, ...], text: str) -> Iterator[_Setting]:
    """Figures grouped where they stand side by side, each group with its words."""
    groups: list[list[Atom]] = []
    for atom in found:
        last = groups[-1][-1] if groups else None
        beside = (
            last is not None
            and last.rate == atom.rate
            and not {last.rule, atom.rule} & WORDS
            and last.currency == atom.currency
        )
        if last is not None and beside and len(groups[-1]) < _LONGEST and _BESIDE.fullmatch(text, last.end, atom.start):
            groups[-1].append(atom)
        else:
            groups.append([atom])
    for at, group in enumerate(groups):
        left = groups[at - 1][-1].end if at else 0
        right = groups[at + 1][0].start if at + 1 < len(groups) else len(text)
        yield _setting(tuple(group), text, left, right)


def _setting(group: tuple[Atom, ...], text: str, left: int, right: int) -> _Setting:
    start, end = group[0].start, group[-1].end
    floor = max(0, start - _WINDOW)
    lead_start = max(left, floor, _last(_CLAUSE, text, floor, start))
    opened = text.rfind("（", floor, lead_start)
    if text.find("）", lead_start, start) >= 0 and text.find("）", max(opened, 0), lead_start) < 0 <= opened:
        lead_start = max(left, floor, _last(_CLAUSE, text, floor, opened))  # a comma inside brackets ends no clause
    sentence_start = max(0, _last(_SENTENCE, text, max(0, start - 3 * _WINDOW), start))
    stop = _CLAUSE.search(text, end, end + _WINDOW)
    rest_end = stop.start() if stop else end + _WINDOW
    full_stop = _SENTENCE.search(text, end, end + 2 * _WINDOW)
    sentence_end = full_stop.start() if full_stop else end + 2 * _WINDOW
    return _Setting(
        group,
        lead=text[lead_start:start],
        tail=text[end : min(right, rest_end)],
        rest=text[end:rest_end],
        before=text[sentence_start:lead_start],
        sentence=text[sentence_start:sentence_end],
    )


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """The end of the last match before `end`, or `start`."""
    at = start
    for match in pattern.finditer(text, start, end):
        at = match.end()
    return at


def _single(here: _Setting, text: Passage) -> Iterator[Amount]:
    """One amount for each figure of a group."""
    for at, atom in enumerate(here.group):
        own = text.text[here.group[at - 1].end : atom.start] if at else ""
        after = text.text[atom.end : here.group[at + 1].start] if at + 1 < len(here.group) else ""
        yield _amount(atom, here, text, own, after)


def _amount(atom: Atom, here: _Setting, text: Passage, own: str, after: str) -> Amount:
    """One figure as an amount; `own` and `after` are the words between it and its neighbours of the list."""
    left = len(own) if own else len(here.lead)
    lead = own if own else here.lead
    reach = _REACH_LEFT.search(lead[-24:])
    start = atom.start - (len(reach.group()) if reach else 0)
    trail = _REACH_RIGHT.match(after or here.tail)
    words = text.cut(max(start, atom.start - left), atom.end + (trail.end() if trail else 0))
    if atom.rule in WORDS:
        kind, row = kind_of(WORD_KINDS, "", "", here.lead[-24:] + text.text[atom.start : atom.end] + here.tail[:16])
        return Amount(words, kind, f"{atom.rule}/{row}", base="LPR" if "LPR" in words.text else "")
    kind, row = _kind(atom, here, own, after)
    bound = _bound(atom, here, own, kind)
    base = (
        base_of(own) or base_of(here.lead)
        if atom.rate
        else base_of(here.lead)
        if bound == "cap" and "按" in here.lead
        else ""
    )
    amount = Amount(words, kind, f"{atom.rule}/{row}", bound=bound, base=_kept(base, kind), currency=atom.currency)
    amount = replace(amount, per=_per(atom, here, own)) if not atom.rate else amount
    return _with_rate(amount, atom, bound) if atom.rate else _with_sum(amount, atom, bound)


def _kept(base: str, kind: AmountKind) -> str:
    """A goal is of nothing, and a condition on a rate (裁员率不高于5.5%) names the rate itself."""
    return "" if kind == "target" or (kind == "threshold" and base.endswith("率")) else base


def _per(atom: Atom, here: _Setting, own: str) -> str:
    """What a sum is given for; a total (总额不超过100万元) is for nothing that stands before the list."""
    return per_of(atom.unit, own, "") or ("" if _TOTAL.search(own) else per_of("", here.lead, here.before))


def _kind(atom: Atom, here: _Setting, own: str, after: str) -> tuple[AmountKind, str]:
    """The kind by the words of the list's own item first, then of the whole list."""
    if atom.unit and not _RECIPIENT.match(atom.unit) and not _NO_PRICE.search(here.lead + here.tail):
        return "price", "unit-price"
    lead = here.lead + own + ("最高" if _CAP_BEHIND.match(atom.after + here.tail) else "")
    rest = here.rest if atom.rate and _VERB_AFTER.match(here.tail) else here.tail
    if len(after) >= 3:
        kind, row = kind_of(KINDS, lead, atom.after + after, here.sentence, here.before)
        if kind != "other":
            return kind, row
    return kind_of(KINDS, lead, here.group[-1].after + rest, here.sentence, here.before)


def _bound(atom: Atom, here: _Setting, own: str, kind: AmountKind) -> Bound:
    if atom.bound:
        return atom.bound
    bound = bound_of(atom.after, own, "", kind) if own else "fixed"
    if bound != "fixed" or atom.after in ("左右", "上下"):
        return bound
    return bound_of(atom.after or here.group[-1].after, here.lead, here.tail, kind)


def _with_sum(amount: Amount, atom: Atom, bound: Bound) -> Amount:
    return replace(
        amount,
        yuan_min=None if bound == "cap" else atom.low,
        yuan_max=None if bound == "floor" else atom.high,
        bound=bound,
    )


def _with_rate(amount: Amount, atom: Atom, bound: Bound) -> Amount:
    """A rate: `percent` for one figure, with `percent_max` or `percent_min` where it is a cap or a floor."""
    if bound == "range":
        return replace(amount, percent_min=atom.low, percent_max=atom.high)
    return replace(
        amount,
        percent=atom.high,
        percent_min=atom.low if bound == "floor" else None,
        percent_max=atom.high if bound == "cap" else None,
    )


def _rate_and_cap(rates: _Setting, sums: _Setting, text: Passage) -> tuple[Amount, ...]:
    """A rate and the sum that caps it, as one amount each; nothing where the two do not belong together."""
    gap = text.text[rates.group[-1].end : sums.group[0].start]
    if not rates.group[0].rate or sums.group[0].rate or sums.group[0].rule in WORDS or not _belongs(gap, sums):
        return ()
    low, high = tuple(_single(rates, text)), tuple(_single(sums, text))
    if {one.kind for one in (*low, *high)} & {"threshold", "target", "tax"} or any(
        one.bound not in ("cap", "range") for one in high
    ):
        return ()
    if len(low) != len(high):  # one cap for several rates, or one rate with several caps
        low, high = low * (len(high) if len(low) == 1 else 1), high * (len(low) if len(high) == 1 else 1)
    if len(low) != len(high):
        return ()
    start = rates.group[0].start - _reach_base(rates.lead, low[0].base)
    words = text.cut(start, sums.group[-1].end + _trail(sums.tail))
    return tuple(_joined(rate, cap, words) for rate, cap in zip(low, high, strict=True))


def _joined(rate: Amount, cap: Amount, words: Passage) -> Amount:
    """The rate with the sum and the bound of its cap, over the words of both."""
    rule = "rate-with-cap/" + cap.rule.partition("/")[2]
    kind = rate.kind if cap.kind == "other" else cap.kind
    return replace(
        rate,
        text=words,
        rule=rule,
        kind=kind,
        yuan_min=cap.yuan_min,
        yuan_max=cap.yuan_max,
        bound=cap.bound,
        per=cap.per,
        currency=cap.currency,
    )


def _belongs(gap: str, sums: _Setting) -> bool:
    """Whether the words between a rate and a sum make the sum the cap of the rate."""
    if len(gap) > 48 or _SENTENCE.search(gap) or gap.count("，") > 2:
        return False
    finished = not gap.startswith("，") and "，" in gap  # 按10%给予补助，…
    if finished and _OTHER_CLAUSE.search(gap):
        return False
    return (
        bool(_CAP_CLAUSE.search(sums.lead))
        or _CAP_BEHIND.match(sums.tail) is not None
        or sums.group[0].after in ("以内", "封顶")
    )


def _reach_base(lead: str, base: str) -> int:
    """How far the words of a rate reach to the left: 按 and what the rate is taken of."""
    at = lead.rfind(base) if base else -1
    if at < 0:
        at = max(lead.rfind("按"), 0) if "按" in lead else len(lead)
    for word in ("按照", "按不超过", "按"):
        if lead[:at].endswith(word):
            at -= len(word)
            break
    return len(lead) - at


def _trail(tail: str) -> int:
    match = _REACH_RIGHT.match(tail)
    return match.end() if match else 0
