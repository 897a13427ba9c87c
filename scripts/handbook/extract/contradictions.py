"""Where one measure says two things of the same subject: its fields, its title and its text against each other.

Both values are kept with their places, and none is called right. Compared are sums and rates for the same people under
the same conditions, and the term of a card against the term that its text states. Doubt is silent: what may be another
tier, grade, year or kind of applicant is no contradiction.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from ..model import Amount, Contradiction, Field, Passage, Period, Span
from .periods import periods

AMOUNT_CODE = "amounts-differ"
PERIOD_CODE = "periods-differ"
ALIKE = 0.6  # of the shorter statement's pairs of characters stand in the other
SAME = 0.9  # the same for two statements of one text, in both directions
FEWEST = 6  # pairs that two statements share
MOST = 60  # statements of a part that are compared: what states more is a table of tiers
LONGEST = 300  # characters of a statement that are compared
SEGMENT = re.compile(r"[^。；\n]+")
WORDS = re.compile(r"[^\u4e00-\u9fffA-Za-z]+")
FIGURES = re.compile(r"[0-9][0-9.,]*(?:[%％]|[万亿]{0,2}元)?")
# 给予最高不超过…的资金奖励 says how, not whom
FILLER = re.compile(r"给予|最高|不超过|一次性|奖励|补助|补贴|资助|支持|资金|予以|按照|可以|直接|（含）|企业")
# 500人（含）以下, 不高于5.5%, 满3年, 年营业收入2000万元以上的: a figure that says who qualifies
BELOW = re.compile(r"^(?:（含）)?(?:以下|以内|及以下|（含）以下)|^(?:（含）)?以内")
ABOVE = re.compile(r"^(?:（含）)?(?:及)?以上")
BELOW_BEFORE = re.compile(r"(?:不高于|不超过|低于|少于|小于|不足|不大于|未满|未达到)$")
ABOVE_BEFORE = re.compile(r"(?<!不)(?:高于|超过|大于|多于|不低于|不少于|不小于|满|达到|达)$|(?:不低于|不少于|不小于)$")
COUNTED = re.compile(
    r"(?<![0-9,.])(?P<value>[0-9][0-9,]{0,15}(?:\.[0-9]{1,6})?)(?P<unit>[%％]|[万亿]{0,2}元|人|家|年|个月|个|项|名|户|平方米|亩|吨|件)"
)
# what sets two tiers apart: 国家级 and 省级, 一等奖 and 二等奖, 首次 and 再次, 购置 and 租赁
TIER = re.compile(
    r"国家|省级|市级|区级|县级|特等|[一二三]等|[一二三四五甲乙丙]类|[甲乙丙]级|[一二三四五]星|[A-D]{1,5}级|[A-D]类|大型|中型|小型|微型|小微|规上|规下"
    r"|首次|首年|首家|新增|新建|新设|新认定|再次|续|复核|复审|重新|第[一二三四五]年|次年|金奖|银奖|铜奖|重点|一般|优秀|良好|合格|"
    r"线上|线下|个人|博士|硕士|本科|境内|境外|国内|国际|购置|购买|租赁|租用|自建|改建|扩建|发明|实用新型|外观|主导|参与|主持|牵头|协办"
    r"|制造业|服务业|农业|上市|挂牌|辅导|备案|受理|国有|民营|中央|省财政|市财政|区财政|其他|超出|超过部分|以内部分|每增加|增量|存量|[一二三四五六七八九十]档"
)
NOT_COMPARED = ("threshold", "target", "other")
# the term of the whole: 本政策执行至2020年底, 政策有效期, 申报截止时间
OF_THE_WHOLE = re.compile(
    r"(?:本|该)(?:政策|措施|办法|条|项政策)|(?:政策|优惠|执行|实施|有效|申报|受理|受惠)(?:执行|实施|有效|截止)?(?:期限|期|时间)|申报截止|受理截止|截止申报"
)
Value = tuple[str, Decimal]
Bounds = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True)
class _Statement:
    """One sentence part with the sums and rates it states, and what says for whom."""

    pairs: frozenset[str]
    conditions: frozenset[tuple[str, str, str]]
    tiers: frozenset[str]
    amounts: tuple[Amount, ...]


def contradictions(
    title: Passage, text: Passage, fields: Sequence[Field], amounts: Sequence[Amount], period: Period | None
) -> tuple[Contradiction, ...]:
    """What a measure contradicts itself in, each pair once, in reading order.

    `amounts` are those found in its title, text and fields, `period` is the term of the whole, from a field of a card.
    """
    parts = list(_parts(title, text, fields))
    statements = [tuple(islice(_statements(part, amounts), MOST)) for part in parts]
    found: list[Contradiction] = []
    for i, one in enumerate(statements):
        found += _within(one)
        for other in statements[i + 1 :]:
            found += _between(one, other)
    return (*found, *_of_periods(parts, period))


def _parts(title: Passage, text: Passage, fields: Sequence[Field]) -> Iterator[Passage]:
    """Title, text and fields, none of them twice."""
    spans: list[Span] = []
    for part in (title, text, *(field.value for field in fields)):
        span = part.locate() if part else None
        if span and not any(seen.start < span.end and span.start < seen.end for seen in spans):
            spans.append(span)
            yield part


def _statements(part: Passage, amounts: Sequence[Amount]) -> Iterator[_Statement]:
    placed = [(place[0], amount) for amount in amounts if (place := part.find(amount.text.locate()))]
    placed.sort(key=lambda each: each[0])
    for segment in SEGMENT.finditer(part.text) if placed else ():
        first, last = (bisect_left(placed, at, key=lambda each: each[0]) for at in segment.span())
        here = [amount for _, amount in placed[first:last]]
        stated = tuple(amount for amount in here if amount.kind not in NOT_COMPARED and _values(amount))
        if stated:
            words = segment[0][:LONGEST]
            yield _Statement(_pairs(words), frozenset(_conditions(words)), frozenset(TIER.findall(words)), stated)


def _pairs(words: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a statement, without figures and words of giving."""
    plain = FILLER.sub(" ", FIGURES.sub(" ", words))
    return frozenset(
        run[at : at + 2] for run in WORDS.split(plain) for at in range(len(run) - 1)
    )  # fmt: skip


def _conditions(words: str) -> Iterator[tuple[str, str, str]]:
    """The figures that say who qualifies: value, unit, and whether it is a floor or a cap."""
    for figure in COUNTED.finditer(words):
        before, after = words[max(0, figure.start() - 5) : figure.start()], words[figure.end() : figure.end() + 6]
        money = figure["unit"].endswith("元")
        below = BELOW.match(after) or (not money and BELOW_BEFORE.search(before))
        above = ABOVE.match(after) or (not money and ABOVE_BEFORE.search(before))
        if below or above:
            yield figure["value"].replace(",", ""), figure["unit"], "below" if below else "above"


def _between(one: Sequence[_Statement], other: Sequence[_Statement]) -> Iterator[Contradiction]:
    """The statements of one part whose like in another part gives another value, and nowhere the same."""
    for statement in one:
        near = [each for each in other if _alike(statement, each, ALIKE) or _alike(each, statement, ALIKE)]
        found = [_differing(statement, each) for each in near]
        pairs = [pair for pair in found if pair]
        if pairs and len(pairs) == len(near):
            yield pairs[0]


def _within(statements: Sequence[_Statement]) -> Iterator[Contradiction]:
    """Two statements of one part that say the same with other figures."""
    for i, one in enumerate(statements):
        for other in statements[i + 1 :]:
            pair = _differing(one, other) if _alike(one, other, SAME) and _alike(other, one, SAME) else None
            if pair:
                yield pair


def _alike(one: _Statement, other: _Statement, share: float) -> bool:
    """Whether nearly all of one statement stands in the other, for the same tier and under the same conditions."""
    common = len(one.pairs & other.pairs)
    return (
        common >= FEWEST
        and common >= share * len(one.pairs)
        and one.conditions == other.conditions
        and one.tiers == other.tiers
    )


def _differing(one: _Statement, other: _Statement) -> Contradiction | None:
    """The first sums or rates of two like statements that cannot both hold; None where any agrees."""
    pairs = [(a, b) for a in one.amounts for b in other.amounts if _comparable(a, b)]
    if not pairs or any(not _conflict(a, b) for a, b in pairs):
        return None
    return Contradiction(AMOUNT_CODE, pairs[0][0].text, pairs[0][1].text)


def _comparable(one: Amount, other: Amount) -> bool:
    if {form for form, _ in _values(one)} != {form for form, _ in _values(other)} or one.currency != other.currency:
        return False
    if one.per and other.per and one.per != other.per:
        return False
    bases = _pairs(one.base), _pairs(other.base)
    return not (one.base and other.base) or bool(bases[0] & bases[1])


def _conflict(one: Amount, other: Amount) -> bool:
    """Whether two values exclude each other, in their sums or in their rates."""
    sums = _exclude((one.yuan_min, one.yuan_max), (other.yuan_min, other.yuan_max))
    return sums or _exclude(_rates(one), _rates(other))


def _rates(amount: Amount) -> Bounds:
    if amount.percent_min is None and amount.percent_max is None:
        return amount.percent, amount.percent
    return amount.percent_min, amount.percent_max


def _exclude(one: Bounds, other: Bounds) -> bool:
    """Whether of two values (least, most) both cannot hold: a fixed one under a cap does, as does one that both name."""
    if set(one) & set(other) - {None} or one == (None, None) or other == (None, None):
        return False
    (low, high), (other_low, other_high) = one, other
    if (low is None) == (other_low is None) and (high is None) == (other_high is None):
        return True
    return bool((low and other_high and low > other_high) or (other_low and high and other_low > high))


def _values(amount: Amount) -> frozenset[Value]:
    sums = {("sum", value) for value in (amount.yuan_min, amount.yuan_max) if value is not None}
    rates = (amount.percent, amount.percent_min, amount.percent_max)
    return frozenset(sums | {("rate", value) for value in rates if value is not None})


def _of_periods(parts: Sequence[Passage], period: Period | None) -> Iterator[Contradiction]:
    """The term of a card's own field against the term that its other words state for the whole of it."""
    if period is None:
        return
    own = period.quote.locate()
    for part in parts:
        span = part.locate()
        if span.start <= own.start < span.end:
            continue
        stated = [each for each in periods(part) if each.starts or each.ends]
        for each in stated:
            whole = len(stated) == 1 and each.starts and each.ends
            if (whole or _of_the_whole(part, each)) and _apart(period, each):
                yield Contradiction(PERIOD_CODE, period.quote, each.quote)


def _of_the_whole(part: Passage, period: Period) -> bool:
    """Whether the clause with a period speaks of the term of the policy itself."""
    place = part.find(period.quote.locate())
    if not place:
        return False
    start = max(part.text.rfind(sign, 0, place[0]) for sign in "。；，\n") + 1
    return bool(OF_THE_WHOLE.search(part.text, start, place[1]))


def _apart(one: Period, other: Period) -> bool:
    """Whether two periods name different days, as exactly as both are printed."""
    if one.deadline != other.deadline or one.open_end or other.open_end:
        return False
    return any(a and b and not (a.startswith(b) or b.startswith(a)) for a, b in _days(one, other))


def _days(one: Period, other: Period) -> tuple[tuple[str | None, str | None], ...]:
    return (one.starts, other.starts), (one.ends, other.ends)
