"""What a press article says of measures: which it reports, and figures that the official text does not bear out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.link.claims import EXCERPT
from handbook.model import Library, PressReport

from .shelves import card, shelf

OFFICIAL = """甲山省促进软件业发展的若干措施

一、加大支持力度

（一）支持首版次软件研发。对列入省级首版次软件目录的产品，按研发成本的15%给予奖励，最高奖励200万元。（责任单位：省财政厅）

（二）发放上云服务券。每年发放3000万元上云服务券，引导中小微企业上云用数。（责任单位：省财政厅）

（三）培育骨干软件企业。对首次入选全国软件百强榜单的企业，一次性奖励100万元。（责任单位：省财政厅）

二、优化服务

（四）开放应用场景。每年遴选发布20个省级示范应用场景，组织供需对接活动。（责任单位：省发改委）

（五）加强融资支持。设立软件产业子基金，扩大知识产权质押贷款规模。（责任单位：省发改委）

甲山省人民政府
2024年3月1日
"""
HEAD = "某日报讯\n\n软件业迎来新政策\n\n某日报 2024-03-02 10:00:00\n\n近日，省政府印发《甲山省促进软件业发展的若干措施》。\n\n"


def report(*sentences: str) -> PressReport:
    made = shelf((card("steps"), OFFICIAL), (card("news", reports=("steps",)), HEAD + "\n\n".join(sentences) + "\n"))
    (found,) = made.reports
    return found


def measures(found: PressReport) -> list[str]:
    return sorted({id.removeprefix("steps/") for claim in found.claims for id in claim.measures})


def differing(found: PressReport) -> list[str]:
    return [f"{item.one.text} / {item.other.text}" for claim in found.claims for item in claim.contradictions]


@pytest.mark.parametrize(
    ("sentence", "reported"),
    [
        ("对列入省级首版次软件目录的产品给予奖励。", ["01"]),
        ("我省每年发放3000万元上云服务券，引导中小微企业上云用数。", ["02"]),
        ("首次入选全国软件百强榜单的企业可获一次性奖励。", ["03"]),
        ("既支持首版次软件研发，又遴选发布省级示范应用场景。", ["01", "04"]),
        ("同时，设立软件产业子基金，扩大知识产权质押贷款规模。", ["05"]),
        ("我省软件业规模已居全国前列，企业数量逐年增加。", []),
        ("软件业是数字经济的基础。", []),
        ("最高奖励200万元。", []),
    ],
)
def test_the_measures_that_a_sentence_reports(sentence: str, reported: list[str]) -> None:
    assert measures(report(sentence)) == reported


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        ("对列入省级首版次软件目录的产品，最高奖励200万元。", []),
        ("对列入省级首版次软件目录的产品，最高奖励300万元。", ["最高奖励300万元 / 按研发成本的15%给予奖励，最高奖励200万元"]),
        ("对首次入选全国软件百强榜单的企业，一次性奖励100万元。", []),
        ("对首次入选全国软件百强榜单的企业，一次性奖励80万元。", ["一次性奖励80万元 / 一次性奖励100万元"]),
        ("每年发放5000万元上云服务券，引导中小微企业上云用数。", ["每年发放5000万元 / 每年发放3000万元"]),
        ("每年遴选发布20个省级示范应用场景。", []),
        ("每年遴选发布30个省级示范应用场景。", ["30个 / 20个"]),
        (
            "支持首版次软件研发和首次入选全国软件百强榜单的企业，最高分别奖励200万元、100万元。",
            [],
        ),
        ("我省已有3家软件企业年收入超过100亿元。", []),
        ("对列入省级首版次软件目录的产品给予奖励。全省已累计兑现奖励9000万元。", []),
    ],
)  # fmt: skip
def test_figures_that_the_official_text_does_not_bear_out(sentence: str, pairs: list[str]) -> None:
    assert differing(report(sentence)) == pairs


def test_an_article_is_linked_to_what_it_reports() -> None:
    made = shelf((card("steps"), OFFICIAL), (card("news", reports=("steps",)), HEAD + "设立软件产业子基金。\n"))
    assert [(link.origin, link.target, link.kind) for link in made.links] == [("news", "steps/05", "report")]


def quoted(found: PressReport) -> int:
    return sum(len(item.one.text) for claim in found.claims for item in claim.contradictions)


def test_a_hundred_characters_of_an_article_are_quoted_and_no_more() -> None:
    found = report(*(f"对首次入选全国软件百强榜单的企业，一次性奖励{sum}万元。" for sum in range(20, 60)))
    assert len(differing(found)) == 40
    assert 80 < quoted(found) <= EXCERPT
    assert all(item.one.locate().start > 0 for c in found.claims for item in c.contradictions)


WORDS = st.sampled_from(
    ["对首次入选全国软件百强榜单的企业", "，", "。", "最高奖励", "300万元", "15%", "分别", "每年发放", "上云服务券", "\n\n", "……", "《措施》"]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=30).map("".join))
def test_any_article_is_read_without_harm(text: str) -> None:
    found = report(text)
    assert quoted(found) <= EXCERPT
    places = [(claim.span.start, claim.span.end) for claim in found.claims]
    assert places == sorted(places)


def test_an_article_of_no_document_in_the_handbook_claims_nothing() -> None:
    made: Library = shelf((card("news", reports=("lost",)), HEAD + "设立软件产业子基金。\n"))
    assert [report.claims for report in made.reports] == [()]
