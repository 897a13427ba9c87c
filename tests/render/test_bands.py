"""In which band a sentence puts a measure: by the most that one applicant may get, in the words that say so."""

from __future__ import annotations

import pytest

from handbook.extract.benefits import benefits
from handbook.extract.money import amounts
from handbook.model import Findings
from handbook.render.bands import band_of

from .made import passage

CASES = (
    # what one may get
    ("对认定的企业，给予500万元资金支持。", "500w-1000w", "给予500万元资金支持"),
    ("对符合条件的企业最高奖励1000万元。", "1000w-up", "最高奖励1000万元"),
    ("对首次入选企业，奖励20-50万元。", "50w-100w", "奖励20-50万元"),
    ("对获评企业奖励10万元，对复评企业奖励3万元。", "10w-50w", "奖励10万元"),
    ("对参展企业补助5000元。", "under-10w", "补助5000元"),
    # never a sum that says who qualifies
    ("对营业收入首次达到50亿元的企业，给予一次性奖补100万元。", "100w-500w", "给予一次性奖补100万元"),
    ("对年研发投入额达1000万元的企业，按研发投入的5%给予奖励。", "rate", ""),
    # never a goal of the government, nor a pot for all
    ("到2027年，力争服务业增加值突破5000亿元。", "none", ""),
    ("每年安排2亿元资金，支持企业技术改造。", "none", ""),
    ("发起设立不低于15亿元的科技创新基金，支持科技型企业发展壮大。", "none", ""),
    # lent is not given
    ("小微企业可申请最高不超过300万元的创业担保贷款。", "loan", "最高不超过300万元"),
    ("对企业实际获得的1000万元以内贷款，按利率的50%给予贴息。", "rate", ""),
    # shares, prices by the piece, reliefs
    ("对企业按设备投资额的15%给予补助。", "rate", "15%"),
    ("对招用毕业生的企业，给予每人1000元补贴。", "rate", "给予每人1000元补贴"),
    ("对承租国有房产的企业免收3个月租金。", "rate", "免收3个月租金"),
    ("对在鄂企业的职工基本医疗保险费单位缴费部分，实行减半征收。", "rate", "减半征收"),
    ("对小规模纳税人，适用3%征收率的应税销售收入，免征增值税。", "rate", "免征增值税"),
    ("省、市财政按1:1比例安排资金，对新建基站给予补贴。", "none", ""),
    ("对入驻企业按每平方米20元给予补贴，每家最高30万元。", "10w-50w", ""),
    # what one government gives another
    ("对考核优秀的县（市、区）政府，给予1000万元奖励。", "none", ""),
    ("对综合评价靠前的市州，省级给予2000万元奖励。", "none", ""),
    ("对首次入选企业，由所在地政府奖励20万元。", "10w-50w", "奖励20万元"),
    ("鼓励企业加大投入。", "none", ""),
)


@pytest.mark.parametrize(("sentence", "band", "words"), CASES)
def test_a_sentence_is_in_its_band(sentence: str, band: str, words: str) -> None:
    text = passage(sentence)
    found = band_of(Findings(benefits=benefits(text, amounts(text))))
    assert found.name == band
    if words:
        assert found.amount is not None
        assert found.amount.text.text == words
    assert (found.sum is not None) == (band not in ("loan", "rate", "none"))
