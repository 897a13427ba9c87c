"""References to their one target: within a document, between documents, out of the handbook, or with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.link.catalogue import NO_ISSUER
from handbook.link.resolve import SHORT_WHY
from handbook.link.within import FIRST_WHY, PARAGRAPH_WHY, SEVERAL_WHY
from handbook.model import OUTSIDE, Library

from .shelves import card, shelf, targets

RULES = """甲山省软件企业奖励办法

第一章 总则

第一条 为促进软件业发展，制定本办法。

第二条 本办法所称软件企业，是指在本省注册的企业。

第二章 奖励

第三条 对符合第二条规定的软件企业，给予最高100万元奖励。

第四条 {sentence}

第五条 软件企业同时符合多项奖励的，就高不重复。

第六条 本办法自2024年1月1日起施行，有效期三年。
"""
STEPS = """甲山省促进软件业发展的若干措施

甲政发〔2024〕6号

一、加大支持力度

（一）奖励研发。对软件企业给予最高100万元奖励。（责任单位：省财政厅）

（二）奖励销售。{sentence}（责任单位：省财政厅）

二、优化服务

（三）开放场景。鼓励各地开放场景。（责任单位：省发改委）

（四）培养人才。对软件人才给予奖励。（责任单位：省发改委）

甲山省人民政府
2024年3月1日
"""


def rules(sentence: str) -> dict[str, str]:
    return targets(shelf((card("rules"), RULES.format(sentence=sentence))), "rules/02")


def steps(sentence: str, *others: tuple[str, str, str]) -> dict[str, str]:
    """What the second measure of the made measures points to; `others` are further captures: id, region, text."""
    captures = [(card(id, region), text) for id, region, text in others]
    return targets(shelf((card("steps"), STEPS.format(sentence=sentence)), *captures), "steps/02")


@pytest.mark.parametrize(
    ("sentence", "text", "target"),
    [
        ("对符合本办法第三条的企业加倍奖励。", "本办法第三条", "rules/01"),
        ("对符合本办法第二条第一款的企业加倍奖励。", "本办法第二条第一款", "rules/g02"),
        ("对符合前条规定的企业加倍奖励。", "前条", "rules/01"),
        ("对符合上一条规定的企业加倍奖励。", "上一条", "rules/01"),
        ("奖励办法见本办法第二章。", "本办法第二章", "rules"),
        ("对企业给予奖励。\n\n前款奖励每年一次。", "前款", "rules/02"),
        ("对企业给予奖励。\n\n本条第一款奖励每年一次。", "本条第一款", "rules/02"),
        ("对符合前款规定的企业加倍奖励。", "前款", PARAGRAPH_WHY),
        ("对符合前两条规定的企业加倍奖励。", "前两条", SEVERAL_WHY),
        ("对符合本办法第三十条的企业加倍奖励。", "本办法第三十条", "本文没有第三十条，可能指另一份文件"),
        ("按照《软件企业认定办法》执行，该办法第五条另有规定的除外。", "该办法第五条", OUTSIDE),
    ],
)
def test_articles_of_the_same_document(sentence: str, text: str, target: str) -> None:
    assert rules(sentence)[text] == target


@pytest.mark.parametrize(
    ("sentence", "text", "target"),
    [
        ("参照本措施第（三）条执行。", "本措施第（三）条", "steps/03"),
        ("参照第一条执行。", "第一条", "steps/01"),
        ("参照第二条第（四）项执行。", "第二条第（四）项", "steps/04"),
        ("参照前条执行。", "前条", "steps/01"),
        ("按照《甲山省促进软件业发展的若干措施》执行。", "《甲山省促进软件业发展的若干措施》", "steps"),
        ("按照甲政发[2024]6号执行。", "甲政发[2024]6号", "steps"),
        ("按照甲政发（2024）第6号执行。", "甲政发（2024）第6号", "steps"),
        ("按照丙政发〔2024〕6号执行。", "丙政发〔2024〕6号", OUTSIDE),
        ("按照《中小企业促进法》执行。", "《中小企业促进法》", OUTSIDE),
        ("按照2024年第6号公告执行。", "2024年第6号", OUTSIDE),
        ("按照《措施》执行。", "《措施》", SHORT_WHY),
    ],
)
def test_numbered_measures_and_documents(sentence: str, text: str, target: str) -> None:
    assert steps(sentence)[text] == target


def test_an_article_of_another_document_of_the_handbook() -> None:
    found = steps(
        "按照《甲山省软件企业奖励办法》执行，该办法第五条另有规定的除外。",
        ("rules", "甲山省", RULES.format(sentence="对企业给予奖励。")),
    )
    assert found == {"《甲山省软件企业奖励办法》": "rules", "该办法第五条": "rules/03"}


def test_the_same_title_of_a_place_elsewhere_is_another_document() -> None:
    text = STEPS.format(sentence="对企业给予奖励。").replace("甲山省促进", "促进").replace("甲政发", "丙政发")
    other = ("other", "丙河省", text.replace("甲山省人民政府", "丙河省人民政府"))
    assert steps("按照《促进软件业发展的若干措施》执行。", other)["《促进软件业发展的若干措施》"] == "steps"


def test_two_documents_of_one_title_are_ambiguous() -> None:
    one = RULES.format(sentence="对企业给予奖励。")
    found = steps("按照《软件企业奖励办法》执行。", ("rules-a", "甲山省", one), ("rules-b", "甲山省", one))
    assert found == {"《软件企业奖励办法》": "手册里有 2 份文件同名：rules-a、rules-b"}


def test_a_number_behind_a_title_says_which_document_is_meant() -> None:
    found = steps("按照《促进软件业发展的若干措施》（甲政发〔2021〕3号）执行。")
    assert found == {"《促进软件业发展的若干措施》": OUTSIDE, "甲政发〔2021〕3号": OUTSIDE}
    found = steps("按照《促进软件业的措施》（甲政发〔2024〕6号）执行。")
    assert found == {"《促进软件业的措施》": "steps", "甲政发〔2024〕6号": "steps"}


def test_a_short_name_means_the_title_before_it() -> None:
    found = steps("执行《甲山省软件企业奖励办法》（以下简称《办法》）。对符合《办法》的企业给予奖励。",
                  ("rules", "甲山省", RULES.format(sentence="对企业给予奖励。")))  # fmt: skip
    assert found == {"《甲山省软件企业奖励办法》": "rules", "《办法》": "rules"}


def test_a_number_without_its_issuer_settles_nothing() -> None:
    notice = STEPS.format(sentence="对企业给予奖励。").replace("甲政发〔2024〕6号", "甲山省财政厅公告2024年第6号")
    found = steps("按照2024年第6号执行。", ("notice", "甲山省", notice.replace("若干措施", "公告事项")))
    assert found["2024年第6号"] in (NO_ISSUER, OUTSIDE)


CARDS = """乙水市惠企政策清单

1. 软件企业奖励
政策名称：《省人民政府关于印发甲山省促进软件业发展若干措施的通知》（甲政发〔2024〕6号）
主要内容：对软件企业给予最高100万元奖励。
支持对象：软件企业
执行时间：2024年1月-2024年12月
执行机关：市财政局

2. 电价补贴
政策名称：《关于电价补贴的通知》（乙发改〔2020〕30号）
主要内容：对工业企业给予电价补贴。
支持对象：工业企业
执行时间：长期
执行机关：市发改委
"""


def test_a_card_points_to_the_document_that_it_carries_out() -> None:
    made = shelf((card("steps"), STEPS.format(sentence="奖励销售。")), (card("cards", "乙水市"), CARDS))
    assert set(targets(made, "cards/card-01").values()) == {"steps"}
    assert set(targets(made, "cards/card-02").values()) == {OUTSIDE}
    assert [(link.origin, link.target, link.kind) for link in made.links] == [("cards/card-01", "steps", "basis")]


def test_nothing_before_the_first_article() -> None:
    made = shelf((card("rules"), RULES.format(sentence="奖励。").replace("为促进软件业发展", "按照前条规定")))
    found = [item for record in made.documents for unit in record.measures for item in unit.measure.findings.references]
    assert {item.why for item in found if item.text.text == "前条"} == {FIRST_WHY}


def every(library: Library) -> list[tuple[str, str]]:
    units = [record.document.references for record in library.documents]
    units += [unit.measure.findings.references for record in library.documents for unit in record.measures]
    return [(item.target, item.why) for found in units for item in found]


PARTS = st.sampled_from(
    ["第三条", "前款", "《办法》", "《甲山省软件企业奖励办法》", "（甲政发〔2024〕6号）", "该办法第五条", "以下简称《办法》", "。", "\n", "前条"]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(PARTS, max_size=12).map("".join))
def test_every_reference_has_a_target_or_a_reason_and_never_both(sentence: str) -> None:
    made = shelf((card("rules"), RULES.format(sentence=sentence)))
    ids = {record.id for record in made.documents} | {unit.id for record in made.documents for unit in record.measures}
    for target, why in every(made):
        assert bool(target) != bool(why)
        assert not target or target in ids
    assert shelf((card("rules"), RULES.format(sentence=sentence))) == made
