"""What a benefit gives, apart from the figures that say who qualifies and from the goals of the government."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..model import Amount, Benefit, Findings

CONDITIONS = ("threshold", "target")  # 裁员率不高于5.5%的 is a condition, 采购份额达到30%以上 a goal
SHARE = "share"  # the rule that reads a bare ratio
POT = "fund"  # 每年设立总额2.5亿元: what there is for all, not what one gets

SUMS = (("award", "subsidy"), ("loan",))  # a price (2.48元/立方米) is no sum that one gets

# 对考核优秀的市州、县（市、区）政府给予奖励: no enterprise gets it
_GOVERNMENT = "(?:政府|管委会|市、?州|[市县區区]（[市县、區区]+）|[区區]县|市县|县[市区區]|地区|省[区份])"
GOVERNMENT = re.compile(f"{_GOVERNMENT}$")
TO_GOVERNMENT = re.compile(f"对[^，。；：]{{0,40}}?{_GOVERNMENT}(?=[，、]|给予|予以|最高|奖励|一次性|按)")


def benefits(findings: Findings) -> tuple[Benefit, ...]:
    """The benefits of a measure, but for those that one government gives another."""
    return tuple(one for one in findings.benefits if not _to_government(one))


def _to_government(benefit: Benefit) -> bool:
    who = benefit.beneficiary.text.strip()
    return bool(GOVERNMENT.search(who) if who else TO_GOVERNMENT.match(benefit.text.text))


def given(benefit: Benefit) -> tuple[Amount, ...]:
    """The sums and rates that somebody gets; a bare ratio (1:1.2:2) is a sharing between levels of government."""
    return tuple(amount for amount in benefit.amounts if amount.kind not in CONDITIONS and not _bare(amount))


def gains(findings: Findings) -> Iterator[Amount]:
    """All that a measure gives to one applicant, in reading order: without pots for all."""
    for benefit in benefits(findings):
        yield from (amount for amount in given(benefit) if amount.kind != POT)


def rates(findings: Findings) -> tuple[Amount, ...]:
    """The shares of a price, cost or sum that a measure gives."""
    return _once(amount for amount in gains(findings) if _is_rate(amount))


def caps(findings: Findings) -> tuple[Amount, ...]:
    """The sums above which a measure gives no more: 最高500万元, 20-50万元."""
    return _once(amount for amount in gains(findings) if _is_cap(amount))


def fixed(findings: Findings) -> tuple[Amount, ...]:
    """What is given as it is: 每家奖励30万元, 免收3个月租金."""
    return _once(amount for amount in gains(findings) if not _is_rate(amount) and not _is_cap(amount))


def headline(findings: Findings) -> Amount | None:
    """The figure that stands for a measure in a list: the highest sum given, else lent, else the highest rate, else a relief.

    A rate of tax is none of them: 3% in 适用3%征收率的…免征增值税 is what is not paid.
    """
    found = tuple(gains(findings))
    for kinds in SUMS:
        sums = [amount for amount in found if amount.kind in kinds and yuan(amount) >= 0]
        if sums:
            return max(sums, key=yuan)
    rates = [amount for amount in found if _is_rate(amount) and amount.kind != "tax"]
    return max(rates, key=_percent, default=None) or next((amount for amount in found if not _numbered(amount)), None)


def yuan(amount: Amount) -> Decimal:
    """The highest sum of an amount in yuan; -1 where it is none."""
    known = amount.currency == "CNY" and amount.yuan_max is not None
    return amount.yuan_max if known and amount.yuan_max is not None else Decimal(-1)


def _percent(amount: Amount) -> Decimal:
    return amount.percent_max or amount.percent or Decimal(0)


def _is_rate(amount: Amount) -> bool:
    return amount.yuan_max is None and amount.yuan_min is None and _percent(amount) > 0


def _is_cap(amount: Amount) -> bool:
    return amount.yuan_max is not None and amount.bound in ("cap", "range")


def _bare(amount: Amount) -> bool:
    return amount.rule.partition("/")[0] == SHARE


def _numbered(amount: Amount) -> bool:
    """Whether an amount is a figure, and not a relief in words alone (全额退还, 免收滞纳金)."""
    numbers = (amount.yuan_min, amount.yuan_max, amount.percent, amount.percent_min, amount.percent_max)
    return any(number is not None for number in numbers)


def _once(amounts: Iterable[Amount]) -> tuple[Amount, ...]:
    """Each printed figure once."""
    return tuple({"".join(amount.text.text.split()): amount for amount in amounts}.values())
