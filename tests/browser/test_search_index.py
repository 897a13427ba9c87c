"""The search of a large library, on this one: an index stands in for the texts, and gives the same answers."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from handbook import files, pipeline
from handbook.search.characters import folding
from handbook.search.fold import folder

ROOT = Path(__file__).parents[2]
ASKED = (
    "支持研究和试验发展",
    "算力券",
    "招人有没有补贴",
    "贷款 贴息",
    "工業軟體",
    "slq",
    "24条",
    "最高1000万",
    "鄂政发〔2020〕6号",
)
DATA = re.compile(r"(?<!assets)/search/[^/]+[.]js")
FIRST_QUERY = 200_000  # bytes as sent, at any size


@pytest.fixture(scope="module")
def large() -> dict[str, bytes]:
    """The files of the search, made as for a library too large to be read whole."""
    vocabulary = files.read_vocabulary(ROOT / "vocabulary")
    library = pipeline.assemble(files.read_sources(ROOT / "sources"), vocabulary, date(2026, 11, 22))
    strings = files.load("strings", files.read_bytes(ROOT / "templates", "strings/zh-Hans.yml")).value
    assert isinstance(strings, dict)
    return pipeline.search_data(library, vocabulary, strings, whole=0)


@pytest.fixture
def indexed(browser: Browser, address: str, large: dict[str, bytes]) -> Iterator[tuple[Page, list[str]]]:
    """A page of the site with the data of the index, and the names of the data files it asked for."""
    page, asked = browser.new_page(), []

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(address).partition("?")[0]
        asked.append(name)
        route.fulfill(body=large[name], content_type="text/javascript")

    page.route(DATA, serve)
    page.goto(address + "search/")
    yield page, asked
    page.close()


def found(page: Page, query: str) -> list[str]:
    page.locator("#hb-q").fill(query)
    page.wait_for_function("query => document.title.startsWith(query + ' - ')", arg=query)
    page.locator("#hb-results [data-measure]").first.wait_for()
    return [str(item.get_attribute("data-measure")) for item in page.locator("#hb-results [data-measure]").all()]


def test_the_index_gives_the_answers_of_the_texts(indexed: tuple[Page, list[str]], page: Page, address: str) -> None:
    page.goto(address + "search/")
    for query in ASKED:
        whole, paired = found(page, query), found(indexed[0], query)
        assert set(paired[:3]) & set(whole[:3]), query
        assert len(paired) <= 10


def test_the_first_query_loads_little(indexed: tuple[Page, list[str]], large: dict[str, bytes]) -> None:
    page, asked = indexed
    found(page, "厂里机器联网改造有钱拿吗")
    assert any("grams" in name for name in asked)
    assert sum(len(gzip.compress(large[name], 9)) for name in set(asked)) <= FIRST_QUERY


def test_texts_are_folded_alike_here_and_in_the_browser(page: Page, address: str, handbook_root: Path) -> None:
    data = json.loads((handbook_root / "build/data/handbook.json").read_text(encoding="utf-8"))
    texts = [measure["title"] + "\x1f" + measure["text"] for measure in data["measures"]]
    texts += [
        "１，０００ 万元",
        "〔2020〕30号、D+M 5G+ R&D 1:1.2:2 2.6% 20—50",
        "髮發 ＡＰＰ “两业” 1. 2",
        "，.5 3.a ∑①㎡𠀀",
    ]
    pairs = folding(texts)
    page.goto(address + "search/")
    page.evaluate("handbook.script('assets/search/fold.js')")
    there = page.evaluate(
        "([pairs, texts]) => texts.map(text => handbook.search.folder(pairs)(text).text)", [pairs, texts]
    )
    fold = folder(*pairs)
    assert [fold(text) for text in texts] == there
