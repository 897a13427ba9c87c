"""What somebody gets, apart from what qualifies: conditions, goals, pots and prices are told from sums and rates."""

from __future__ import annotations

from decimal import Decimal

import pytest

from handbook.model import Amount, AmountKind, Benefit, Findings
from handbook.render.gains import caps, fixed, given, headline, rates

from .made import passage


def _sum(text: str, kind: AmountKind, yuan: int, cap: bool = False) -> Amount:
    return Amount(passage(text), kind, "made", yuan_max=Decimal(yuan), bound="cap" if cap else "fixed")


def _rate(text: str, kind: AmountKind, percent: str) -> Amount:
    return Amount(passage(text), kind, "made", percent=Decimal(percent))


THRESHOLD = _rate("不高于5.5%", "threshold", "5.5")
GOAL = _rate("30%以上", "target", "30")
RATIO = Amount(passage("1:1.2:2"), "other", "share/unsaid")
POT = _sum("每年2.5亿元", "fund", 250_000_000)
CAP = _sum("最高500万元", "award", 5_000_000, cap=True)
EACH = _sum("30万元", "award", 300_000)
LOAN = _sum("1000万元以内", "loan", 10_000_000, cap=True)
PRICE = _sum("2.48元/立方米", "price", 2)
SHARE = _rate("15%", "subsidy", "15")
TAX = _rate("3%征收率", "tax", "3")
RELIEF = Amount(passage("免征增值税"), "tax", "made")


def _findings(*amounts: Amount) -> Findings:
    benefit = Benefit(passage("给予支持"), passage("企业"), "award", passage(""), amounts, "made")
    return Findings(benefits=(benefit,))


def test_a_condition_a_goal_and_a_bare_ratio_are_not_given() -> None:
    (benefit,) = _findings(THRESHOLD, CAP, GOAL, RATIO, POT).benefits
    assert given(benefit) == (CAP, POT)


def test_rates_caps_and_fixed_sums_are_apart() -> None:
    found = _findings(SHARE, CAP, EACH, THRESHOLD, POT, RELIEF, CAP)
    assert (rates(found), caps(found), fixed(found)) == ((SHARE,), (CAP,), (EACH, RELIEF))


@pytest.mark.parametrize(
    ("amounts", "stands"),
    [
        ((EACH, CAP, SHARE), CAP),
        ((LOAN, EACH), EACH),  # what is given before what is lent
        ((SHARE, LOAN), LOAN),
        ((POT, SHARE), SHARE),
        ((PRICE, TAX, RELIEF), RELIEF),
        ((THRESHOLD, POT), None),
        ((), None),
    ],
)
def test_one_figure_stands_for_a_measure(amounts: tuple[Amount, ...], stands: Amount | None) -> None:
    assert headline(_findings(*amounts)) == stands
