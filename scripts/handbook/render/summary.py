"""The editors' line on a measure (编者概括): who gets what, how much, composed from extracted values only."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..model import Amount, Benefit, Findings
from .views.wording import shortened, whole
from .words import Words

LENGTH = 40  # characters of the whole line
WHO_LENGTH = 18
RELIEF_LENGTH = 12  # a relief in its own words (减半征收) is short; a longer one is read in the text
GIVEN = frozenset({"award", "subsidy"})
NOT_GAINED = frozenset({"fund", "threshold", "target", "other"})  # sums of a pot, a condition or a goal
UNITS = ((Decimal(10**8), "sum.hundred_million"), (Decimal(10**4), "sum.ten_thousand"), (Decimal(1), "sum.yuan"))


def summary(findings: Findings, words: Words) -> str:
    """At most 40 characters: 「孵化器：奖励，最高50万元」; empty where the text gives nothing that was found.

    The benefit with the highest sum given speaks for the measure, else the first one that says who gets it.
    """
    chosen = speaking(findings.benefits)
    if not chosen:
        return ""
    parts = [words(f"instrument.{chosen.instrument}")]
    parts += [part for amount in chosen.amounts for part in _gain(amount, words)]
    who = shortened(whole(chosen.beneficiary), WHO_LENGTH)
    return _fitting(f"{who}：" if who else "", list(dict.fromkeys(parts)))


def speaking(benefits: tuple[Benefit, ...]) -> Benefit | None:
    """The benefit that speaks for a measure: the highest sum given, else the first that says who gets it."""
    return max(benefits, key=_weight, default=None)


def money(yuan: Decimal, words: Words) -> str:
    """A sum in the largest unit that keeps it short: 500万元, 2.5亿元, 800元."""
    size, unit = next((size, unit) for size, unit in UNITS if yuan >= size or size == 1)
    return words(unit, sum=f"{(yuan / size).normalize():f}")


def highest(benefit: Benefit) -> Decimal | None:
    """The highest sum in yuan that a benefit gives as an award or subsidy, or None where it states none."""
    sums = [
        amount.yuan_max
        for amount in benefit.amounts
        if amount.kind in GIVEN and amount.currency == "CNY" and amount.yuan_max is not None
    ]
    return max(sums, default=None)


def _weight(benefit: Benefit) -> tuple[Decimal, bool]:
    return highest(benefit) or Decimal(-1), bool(benefit.beneficiary)


def _gain(amount: Amount, words: Words) -> Iterator[str]:
    """The rate and the sum of an amount that somebody gets: 研发成本的15%, 最高1000万元."""
    if amount.kind in NOT_GAINED or amount.currency != "CNY":
        return
    rate = amount.percent_max or amount.percent
    if rate is not None:
        share = f"{rate.normalize():f}%"
        yield words("sum.share", base=amount.base, rate=share) if amount.base else share
    each = amount.per if amount.per.startswith("每") else ""
    if amount.yuan_max is not None:
        capped = amount.bound in ("cap", "range")
        sum = money(amount.yuan_max, words)
        yield each + (words("sum.at_most", sum=sum) if capped else sum)
    elif amount.yuan_min is not None:
        yield each + words("sum.at_least", sum=money(amount.yuan_min, words))
    elif rate is None and len(amount.text.text) <= RELIEF_LENGTH:
        yield whole(amount.text)


def _fitting(who: str, parts: list[str]) -> str:
    """The line with as many parts as fit; the instrument always does."""
    line = who + parts[0]
    for part in parts[1:]:
        if len(line) + 1 + len(part) <= LENGTH:
            line += f"，{part}"
    return line
