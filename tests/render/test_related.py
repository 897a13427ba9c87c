"""What carries out what, and what is related to what, in the words of the pages."""

from __future__ import annotations

from bs4 import BeautifulSoup
from tests.link.test_related import VOCABULARY, pair

from handbook.render.pages import pages

from .build import engine

LIBRARY = pair("乙水市", "甲山省", "为贯彻落实《甲山省促进物流业发展的若干措施》，制定以下措施。")
PAGES = {page.path: BeautifulSoup(page.text, "html.parser") for page in pages(LIBRARY, VOCABULARY, engine())}


def said(path: str, rule: str) -> list[str]:
    return [" ".join(found.get_text(" ", strip=True).split()) for found in PAGES[path].select(rule)]


def test_a_document_names_what_it_carries_out_and_whose_it_is() -> None:
    assert said("documents/one.md", ".hb-fact-basis dd") == ["《甲山省促进物流业发展的若干措施》 上级：甲山省 ↓"]
    link, _ = PAGES["documents/one.md"].select(".hb-fact-basis a")
    assert link["href"] == "../other/"


def test_the_document_carried_out_names_the_one_below() -> None:
    assert [row for row in said("documents/other.md", ".hb-held li") if "列为依据" in row] == [
        "促进物流业发展的若干措施 列为依据、下级：乙水市"
    ]


def test_a_measure_says_why_another_is_related_and_where_it_stands() -> None:
    assert said("measures/one/01.md", ".hb-related .hb-card-facts span")[0] == "上级：甲山省"
    assert said("measures/one/01.md", ".hb-related .hb-remark")[0] == (
        "相关之处：本文件以这份文件为依据；主题同为物流；都提到多式联运；方式同为补助"
    )
    assert said("measures/other/01.md", ".hb-related .hb-card-facts span")[0] == "下级：乙水市"
