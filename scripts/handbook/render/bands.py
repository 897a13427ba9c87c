"""In which band of amounts a measure stands: by the most that one applicant may get, in the words of its text.

Never by a sum that says who qualifies (营业收入达到50亿元), a goal, or a pot for all (每年安排2亿元): those are no gains.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ..model import Amount, Findings
from .gains import benefits, gains

SUMS = frozenset({"award", "subsidy"})
LENT = "loan"
CREDIT = frozenset({"loan", "guarantee"})  # instruments by which a sum lent is what one gets
HOME = "CNY"
# A price of one piece: what an applicant gets depends on how many (每人1000元, 15元/平方米·月, 每件1万元)
PIECE = re.compile(
    "[人名件證证張张亩畝吨噸度瓦床箱辆輛次头頭只羽株]|平方|立方|㎡|m[²³23]|公里|千米|公斤|千克|工位|课时|學時|学时|[kKMG]?W|"
    "TEU|[GT]B"
)
FLOORS = (
    ("1000w-up", Decimal(10_000_000)),
    ("500w-1000w", Decimal(5_000_000)),
    ("100w-500w", Decimal(1_000_000)),
    ("50w-100w", Decimal(500_000)),
    ("10w-50w", Decimal(100_000)),
    ("under-10w", Decimal(0)),
)  # the lowest sum of each band; the highest is below the floor of the band before
LOAN, RATE, NONE = "loan", "rate", "none"
BANDS = (*(name for name, _ in FLOORS), LOAN, RATE, NONE)


@dataclass(frozen=True, slots=True)
class Band:
    """The band of a measure, the amount that puts it there (None where the text states none), and its sum in yuan."""

    name: str
    amount: Amount | None = None
    sum: Decimal | None = None


def band_of(findings: Findings) -> Band:
    """The band of the highest sum given, else that of a credit, else of a rate, a price or a relief without a sum."""
    found = tuple(gains(findings))
    sums = [amount for amount in found if amount.kind in SUMS and _yuan(amount) > 0 and not PIECE.search(amount.per)]
    if sums:
        best = max(sums, key=_yuan)
        return Band(next(name for name, floor in FLOORS if _yuan(best) >= floor), best, _yuan(best))
    lent = [
        amount
        for benefit in benefits(findings)
        if benefit.instrument in CREDIT
        for amount in benefit.amounts
        if amount.kind == LENT and _yuan(amount) > 0
    ]
    if lent:
        return Band(LOAN, max(lent, key=_yuan))
    others = [amount for amount in found if amount.kind != LENT]
    return Band(RATE, min(others, key=_taxed)) if others else Band(NONE)


def _taxed(amount: Amount) -> bool:
    """Whether an amount is a rate of tax: 3% in 适用3%征收率的…免征增值税 is what is not paid."""
    return amount.kind == "tax" and amount.percent is not None


def _yuan(amount: Amount) -> Decimal:
    """The highest sum of an amount in yuan, its lowest where it has no highest; 0 where it is none."""
    known = amount.yuan_max if amount.yuan_max is not None else amount.yuan_min
    return known if known is not None and amount.currency == HOME else Decimal(0)
