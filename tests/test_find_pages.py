"""The finder without a script: every value leads to a page that lists what has it, with the number that it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple

import pytest
from lxml import html

from .conftest import DAY
from .reckoner import FACETS, OVER, Choice, Reckoner

OWN = ("instrument", "amount", "status")  # their lists stand below find/
URL_LIMIT = 60
LEGENDS = ["地区", "企业类型", "支持方式", "金额", "主题", "状态", "责任部门"]


class Value(NamedTuple):
    facet: str
    id: str
    name: str
    count: int
    link: str


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def site(handbook_root: Path) -> Path:
    return handbook_root / "build/site"


@pytest.fixture(scope="module")
def page(site: Path) -> html.HtmlElement:
    return html.document_fromstring((site / "find/index.html").read_bytes().decode("utf-8"))


@pytest.fixture(scope="module")
def reckoner(handbook_root: Path) -> Reckoner:
    return Reckoner(handbook_root / "build/data/handbook.json", date.fromisoformat(DAY))


def values(page: html.HtmlElement) -> Iterator[Value]:
    """Every value that a reader sees without a script."""
    for field in page.xpath("//fieldset[@data-facet]"):
        for item in field.xpath(".//li[not(@hidden)]"):
            link = item.xpath("./a/@href")
            number = item.xpath("./span[@class='hb-n']")[0]
            name = text(item.xpath("./a|./span")[0])
            yield Value(field.get("data-facet"), item.get("data-value"), name, int(text(number)), "".join(link))


def key(value: Value) -> str:
    """What the data calls a value: bands and statuses go by their names."""
    return value.name if value.facet in ("amount", "status") else value.id


def measures(page: html.HtmlElement) -> set[str]:
    """The ids of the measures that a list leads to."""
    found = page.xpath("//table[contains(@class,'hb-lines')]//th/a/@href")
    return {"/".join(link.rstrip("/").split("/")[-2:]) for link in found}


def test_every_facet_is_a_group_with_a_name(page: html.HtmlElement) -> None:
    assert [field.get("data-facet") for field in page.xpath("//fieldset")] == list(FACETS)
    assert [text(legend) for legend in page.xpath("//fieldset/legend")] == LEGENDS


def test_it_says_that_it_does_not_decide(page: html.HtmlElement) -> None:
    said = text(page.xpath("//p[@class='hb-disclaimer']")[0])
    assert "不判断企业能否享受" in said
    assert "以官方文件和主管部门答复为准" in said


def test_every_value_of_the_data_is_there_with_its_number(page: html.HtmlElement, reckoner: Reckoner) -> None:
    shown = {(value.facet, key(value)): value.count for value in values(page)}
    held = {region["region"] for region in reckoner.data["documents"]}
    for facet in FACETS:
        wanted = held if facet == "region" else reckoner.all_values(facet)
        assert {value for one, value in shown if one == facet} == wanted, facet
    assert shown == {(facet, value): reckoner.counts(Choice(), facet)[value] for facet, value in shown}


def test_every_value_leads_to_a_page_of_its_own(page: html.HtmlElement, site: Path) -> None:
    found = list(values(page))
    assert all(value.link for value in found)
    for value in found:
        address = normpath("find/" + value.link) + "/"
        assert (site / address / "index.html").is_file(), value
        assert address.isascii()
        assert len(address) <= URL_LIMIT
        assert address.startswith("find/") == (value.facet in OWN)


def test_a_list_holds_exactly_what_has_the_value(page: html.HtmlElement, site: Path, reckoner: Reckoner) -> None:
    for value in values(page):
        if value.facet not in OWN:
            continue
        listed = html.document_fromstring((site / "find" / value.link / "index.html").read_bytes().decode("utf-8"))
        wanted = reckoner.found(Choice({value.facet: [key(value)]}, expired=True))
        assert measures(listed) == {fact.id for fact in wanted}, value
        over = sum(1 for fact in wanted if fact.values["status"] & OVER)
        lead = text(listed.xpath("//p[@class='hb-lead']")[0])
        if over == len(wanted):
            assert lead == f"{over} 条举措，都已失效。"
        else:
            assert lead.startswith(f"没有失效的举措 {len(wanted) - over} 条")
            assert (f"另有 {over} 条已失效" in lead) == bool(over)


def test_the_lists_reach_every_measure(site: Path, reckoner: Reckoner) -> None:
    for facet in ("amount", "status"):
        reached: set[str] = set()
        for path in site.glob(f"find/{facet}/*/**/index.html"):
            reached |= measures(html.document_fromstring(path.read_bytes().decode("utf-8")))
        assert reached == {fact.id for fact in reckoner.facts}


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("for/software-it/wuhan/", "region=wuhan&type=software-it"),
        ("for/micro-small/", "type=micro-small"),
        ("regions/hubei/", "region=hubei"),
        ("topics/logistics/", "topic=logistics"),
    ],
)
def test_pages_lead_to_the_finder_with_their_condition_set(site: Path, path: str, query: str) -> None:
    page = html.document_fromstring((site / path / "index.html").read_bytes().decode("utf-8"))
    links = [link for link in page.xpath("//a/@href") if "find/?" in link]
    assert [link.partition("?")[2] for link in links] == [query]
