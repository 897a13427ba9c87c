"""The editors' line on a measure: composed from extracted values, at most 40 characters."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.build import words
from tests.render.made import passage

from handbook.model import Amount, Benefit, Findings
from handbook.render.summary import LENGTH, money, summary

WORDS = words()


def cap(yuan: int, **others: object) -> Amount:
    return Amount(passage("最高"), "award", "made", None, Decimal(yuan), bound="cap", **others)  # type: ignore[arg-type]


def rate(percent: int, base: str = "") -> Amount:
    return Amount(passage("按比例"), "subsidy", "made", percent=Decimal(percent), base=base)


def benefit(who: str, instrument: str, *amounts: Amount) -> Benefit:
    return Benefit(passage("原句"), passage(who), instrument, passage(""), amounts, "made")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("benefits", "expected"),
    [
        ((), ""),
        ((benefit("孵化器", "award", cap(500_000)),), "孵化器：奖励，最高50万元"),
        ((benefit("", "voucher"),), "服务券"),
        ((benefit("企业", "award", rate(15, "研发成本"), cap(10_000_000)),), "企业：奖励，研发成本的15%，最高1000万元"),
        ((benefit("企业", "award", cap(200_000, per="每家")),), "企业：奖励，每家最高20万元"),
        ((benefit("甲", "award", cap(100_000)), benefit("乙", "award", cap(900_000))), "乙：奖励，最高90万元"),
        ((benefit("", "voucher"), benefit("企业", "tax")), "企业：减免税"),
        (  # a pot is not what somebody gets
            (benefit("企业", "voucher", Amount(passage("2.5亿元"), "fund", "made", Decimal(25 * 10**7), Decimal(25 * 10**7))),),
            "企业：服务券",
        ),
        ((benefit("企业", "tax", Amount(passage("减半征收"), "tax", "made")),), "企业：减免税，减半征收"),
    ],
)  # fmt: skip
def test_table(benefits: tuple[Benefit, ...], expected: str) -> None:
    assert summary(Findings(benefits=benefits), WORDS) == expected


@pytest.mark.parametrize(
    ("yuan", "printed"),
    [
        ("800", "800元"),
        ("10000", "1万元"),
        ("15000000", "1500万元"),
        ("250000000", "2.5亿元"),
        ("0", "0元"),
        ("2.07", "2.07元"),
    ],
)
def test_sums_are_short(yuan: str, printed: str) -> None:
    assert money(Decimal(yuan), WORDS) == printed


@given(st.text(max_size=80), st.text(max_size=80), st.integers(0, 10**12))
def test_it_is_never_longer(who: str, base: str, yuan: int) -> None:
    line = summary(Findings(benefits=(benefit(who, "award", rate(5, base), cap(yuan)),)), WORDS)
    assert len(line) <= LENGTH
