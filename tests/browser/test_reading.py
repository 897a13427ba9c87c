"""The handbook as a new reader uses it: from the home page to an answer, and a word explained where it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

DAY = re.compile(r"\d{4}-\d\d-\d\d")
PROMISE = re.compile(r"得到\s*(?!原文未载明)\S")
SUM = re.compile(r"\d+(?:\.\d+)?(?:万元|亿元|元|%)")


@pytest.mark.parametrize(
    ("type", "region", "gain"),
    [
        ("软件与信息服务企业", "武汉市", SUM),  # a small software company in Wuhan
        ("科创平台与孵化载体", "湖北省", SUM),  # an incubator in Hubei
        ("物流企业", "杭州市", PROMISE),  # a logistics firm in Hangzhou, for which the texts name no sum
    ],
)
def test_three_clicks_to_the_answer(page: Page, address: str, type: str, region: str, gain: re.Pattern[str]) -> None:
    """What there is, whom to ask and the last day of a measure in force, three clicks from the home page."""
    page.goto(address)
    page.get_by_role("navigation", name="怎样找").get_by_role("link", name="我是哪类企业").click()
    page.get_by_role("table").get_by_role("link", name=type, exact=True).click()
    page.get_by_role("navigation", name="您的企业在哪里").get_by_role("link", name=region, exact=True).click()
    page.wait_for_url(re.compile(r"/for/[a-z-]+/[a-z]+/$"))
    assert type in page.locator("h1").inner_text()
    rows = [row.inner_text() for row in page.locator(".hb-offer").all()]
    answers = [row for row in rows if gain.search(row) and DAY.search(row) and "现行有效" in row]
    assert answers, rows
    assert not [row for row in answers if re.search(r"找谁\s*原文未载明", row)]


def test_home_answers_in_one_screen_of_a_phone(page: Page, address: str) -> None:
    page.goto(address)
    height = page.viewport_size["height"] if page.viewport_size else 0
    for part in (".hb-lead", ".hb-ways", "#new", "#soon", ".hb-counts"):
        box = page.locator(part).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= height, part
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", ["", "measures/hubei-2025/01/"])
def test_the_first_door_does_not_have_the_colour_of_its_words(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    door = page.locator(".hb-original").first
    assert door.is_visible()
    style = door.evaluate("one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]")
    assert style[0] != style[1]


@pytest.fixture
def explained(page: Page, address: str, handbook_root: Path) -> Page:
    """The page of a measure that uses a term."""
    site = handbook_root / "build/site"
    found = next(
        path for path in sorted(site.glob("measures/*/*/index.html")) if b'class="hb-term"' in path.read_bytes()
    )
    page.goto(address + found.parent.relative_to(site).as_posix() + "/")
    return page


def definition(page: Page) -> str:
    """What the list at the end of the page says of the first term."""
    note = page.locator("a.hb-term").first.get_attribute("aria-describedby")
    return page.locator(f"#{note}").inner_text()


def test_a_term_opens_its_definition_by_hover_and_closes_with_escape(explained: Page) -> None:
    explained.locator("a.hb-term").first.hover()
    box = explained.locator(".hb-pop")
    box.wait_for()
    assert definition(explained) in box.inner_text()
    box.hover()
    assert box.is_visible()
    explained.keyboard.press("Escape")
    box.wait_for(state="detached")


def test_a_term_opens_its_definition_by_keyboard_and_leads_to_its_page(explained: Page) -> None:
    term = explained.locator("a.hb-term").first
    term.focus()
    explained.locator(".hb-pop").wait_for()
    explained.keyboard.press("Enter")
    explained.wait_for_url("**/glossary/*/")
    assert "编者释义" in explained.locator(".hb-definition").inner_text()


def test_a_term_opens_its_definition_by_a_tap(explained: Page) -> None:
    before = explained.url
    explained.locator("a.hb-term").first.tap()
    box = explained.locator(".hb-pop")
    box.wait_for()
    assert explained.url == before
    place = box.bounding_box()
    assert place is not None
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= 390
    explained.locator("h1").tap()
    box.wait_for(state="detached")


def test_without_scripts_a_term_is_a_link_to_its_page(handbook_root: Path) -> None:
    site = handbook_root / "build/site"
    for path in sorted(site.glob("measures/*/*/index.html")):
        page = html.document_fromstring(path.read_bytes().decode("utf-8"))
        for term in page.xpath("//a[@class='hb-term']"):
            assert (path.parent / term.get("href") / "index.html").is_file()
            assert page.get_element_by_id(term.get("aria-describedby")).text_content().strip()


def test_the_switch_of_editions_keeps_the_page_the_words_and_the_place(page: Page, address: str) -> None:
    page.goto(f"{address}find/?region=hubei#content")
    page.locator("header [data-edition]").click()
    page.wait_for_url(f"{address}zh-hant/find/?region=hubei#content")
    assert page.locator("html").get_attribute("lang") == "zh-Hant"
    page.locator("header [data-edition]").click()
    page.wait_for_url(f"{address}find/?region=hubei#content")


def test_the_switch_needs_no_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{address}zh-hant/measures/hubei-2025/03/")
    plain.locator("header [data-edition]").click()
    assert plain.url == f"{address}measures/hubei-2025/03/"
    context.close()
