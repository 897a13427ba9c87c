"""The search as readers use it: the box on every page, the page of results, a phone, a folder, another day, no answer."""

from __future__ import annotations

import gzip
import re
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Request

WEIGHT = 100_000  # bytes of search data as sent, for these captures
PAYLOADS = ("<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "javascript:alert(1)", "{{7*7}} ${7*7} `")


def ask(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}search/?q={quote(query)}")
    page.wait_for_function("document.getElementById('hb-count').textContent")


def found(page: Page) -> list[str]:
    return [str(item.get_attribute("data-measure")) for item in page.locator("#hb-results [data-measure]").all()]


def test_results_say_what_where_and_whether_it_holds(page: Page, address: str) -> None:
    ask(page, address, "算力券")
    assert set(found(page)) >= {"hangzhou-2024/07", "hubei-2025/07"}
    first = page.locator("#hb-results > li").first
    assert "算力券" in first.locator("mark").all_inner_texts()
    assert first.locator("[data-status]").count() == 1
    assert first.locator(".hb-result-facts").inner_text()
    link = first.locator("a").first
    link.click()
    page.wait_for_url(re.compile("/measures/.+/"))


def test_the_box_on_any_page_answers_while_one_types(page: Page, address: str) -> None:
    page.goto(address + "about/")
    page.locator("#hb-q").click()
    page.keyboard.type("房租")
    panel = page.locator(".hb-search-panel")
    panel.wait_for()
    assert panel.locator("[data-measure]").count()
    assert panel.locator("[role=status]").inner_text().startswith("找到")
    page.keyboard.press("Escape")
    panel.wait_for(state="hidden")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    page.locator("#hb-results [data-measure]").first.wait_for()


def test_the_page_follows_the_letters_and_can_be_sent_on(page: Page, address: str) -> None:
    ask(page, address, "低空")
    before = found(page)
    page.locator("#hb-q").fill("低空物流")
    page.wait_for_url("**q=" + quote("低空物流"))
    page.locator("#hb-count", has_text="找到").wait_for()
    assert found(page)[0] == "hangzhou-2024/19"
    assert before
    page.locator("#hb-q").fill("")
    page.locator("#hb-lost").wait_for()
    assert found(page) == []


def test_what_has_expired_comes_last_and_is_marked(page: Page, address: str) -> None:
    ask(page, address, "贷款")
    over = page.eval_on_selector_all(
        "#hb-results > li", "items => items.map(i => i.classList.contains('hb-result-over'))"
    )
    assert True in over
    assert False in over
    assert over == sorted(over)
    assert page.locator(".hb-result-over [data-status='已失效']").count() == over.count(True)


def test_the_status_is_that_of_the_readers_day(browser: Browser, address: str) -> None:
    """Of two documents one ends in November 2027: a month later it is listed as expired, behind what still holds."""
    page = browser.new_page()
    page.clock.set_fixed_time(datetime(2027, 12, 1))
    ask(page, address, "算力券")
    assert page.locator("[data-measure='hangzhou-2024/07'] [data-status='已失效']").count() == 1
    assert found(page)[-1] == "hangzhou-2024/07"
    page.close()


def test_words_set_apart_are_all_asked_for_and_those_dropped_are_named(page: Page, address: str) -> None:
    ask(page, address, "算力 月球")
    assert found(page)
    assert "未匹配：月球" in page.locator("#hb-notice").inner_text()
    assert "月球" in page.locator("#hb-results .hb-result-why").first.inner_text()


def test_where_nothing_is_found_there_is_a_way_on(page: Page, address: str) -> None:
    ask(page, address, "殡葬补贴怎么领")
    assert found(page) == []
    assert page.locator("#hb-count").inner_text() == "没有找到"
    assert "殡葬" in page.locator("#hb-understood").inner_text()
    assert page.locator("#hb-lost .hb-choices a").count() > 5
    assert page.locator("#hb-lost a", has_text="提交缺漏的政策").get_attribute("href")


def test_traditional_pinyin_and_numbers(page: Page, address: str) -> None:
    for query, wanted in (
        ("工業軟體", "hubei-2025/06"),
        ("suanliquan", "hangzhou-2024/07"),
        ("五千万元", "hubei-2025/08"),
    ):
        ask(page, address, query)
        assert wanted in found(page)[:3], query
        assert page.locator("#hb-results mark").count()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_query_is_never_read_as_markup(page: Page, address: str, payload: str) -> None:
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    ask(page, address, payload)
    assert page.locator("#hb-q").input_value() == payload
    assert page.locator("article img, article script").count() == 0
    assert alerts == []


def test_data_comes_on_first_use_and_stays_light(browser: Browser, address: str, handbook_root: Path) -> None:
    page = browser.new_page()
    asked: list[Request] = []
    page.on("request", lambda one: asked.append(one))
    page.goto(address + "about/", wait_until="networkidle")
    assert [one.url for one in asked if "/search/" in one.url] == []
    page.locator("#hb-q").click()
    page.keyboard.type("中小企业贷款贴息")
    page.locator(".hb-search-panel [data-measure]").first.wait_for()
    assert {one.method for one in asked} == {"GET"}
    assert all(one.url.startswith(address) for one in asked)
    assert not any("贴息" in one.url or quote("贴息") in one.url for one in asked)
    data = {one.url.removeprefix(address).partition("?")[0] for one in asked if "/search/" in one.url}
    sent = {name: len(gzip.compress((handbook_root / "build/site" / name).read_bytes(), 9)) for name in data if name}
    assert sum(size for name, size in sent.items() if name.startswith("search/")) <= WEIGHT
    page.close()


def test_the_unzipped_site_is_searched_without_a_server(page: Page, handbook_root: Path) -> None:
    page.goto((handbook_root / "build/site/about/index.html").as_uri())
    page.locator("#hb-q").fill("首版次软件")
    page.keyboard.press("Enter")
    page.wait_for_url("file://**/search/index.html?q=*")
    page.locator("#hb-results [data-measure='hubei-2025/06'] a").first.click()
    page.wait_for_url("file://**/measures/hubei-2025/06/index.html")


def test_without_scripts_the_page_says_so_and_leads_on(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "search/?q=1")
    assert "没有脚本时" in page.locator("noscript").inner_text()
    assert page.locator("#hb-lost .hb-choices a").count() > 5
    context.close()
