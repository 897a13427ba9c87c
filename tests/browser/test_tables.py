"""Tables in a browser: sorted by a click or a key, also from a folder; no page wider than a phone; topics on wide paper."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

CROSSINGS = ("agencies/", "topics/", "topics/cost-tax/", "calendar/", "about/references/", "about/report/")
HELD = ("documents/hubei-2025/", "measures/ezhou-2020/card-11/", "regions/hangzhou/", "sources/hubei-news-2025/")


def _column(page: Page, name: str) -> list[str]:
    return [str(row.get_attribute(f"data-{name}")) for row in page.locator("tr[data-row]").all()]


@pytest.fixture
def table(page: Page, handbook_root: Path) -> Page:
    """A document's table of measures, opened from a folder without any server."""
    page.goto((handbook_root / "build/site/documents/hubei-2025/index.html").as_uri())
    return page


def test_amounts_sort_from_the_highest_and_what_has_none_comes_last(table: Page) -> None:
    printed = _column(table, "place")
    table.get_by_role("button", name="最多给多少").click()
    sums = [float(one) for one in _column(table, "sum")]
    assert sums == sorted(sums, reverse=True)
    assert table.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    assert not table.locator("tr.hb-section").first.is_visible()  # chapters hold in the order of the print only
    table.keyboard.press("Enter")
    sums = [float(one) for one in _column(table, "sum")]
    given = [one for one in sums if one >= 0]
    assert sums[: len(given)] == sorted(given)
    table.get_by_role("button", name="序号").click()
    assert _column(table, "place") == printed
    assert table.locator("tr.hb-section").first.is_visible()


def test_agencies_and_status_sort_by_key(table: Page) -> None:
    for name, key in (("责任部门", "agency"), ("状态", "rank")):
        table.get_by_role("button", name=name).focus()
        table.keyboard.press("Space")
        assert table.locator("th[aria-sort]").get_attribute("data-sort") == key
        shown = _column(table, key)
        assert all(shown.count(one) == 1 or _together(shown, one) for one in shown)


def _together(values: list[str], one: str) -> bool:
    first = values.index(one)
    return values[first : first + values.count(one)] == [one] * values.count(one)


@pytest.mark.parametrize("path", CROSSINGS + HELD)
def test_no_page_is_wider_than_a_phone(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_topic_prints_on_wide_sheets_from_the_first_on(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "topics/credit/")
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    page.close()
    assert all(sheet.mediabox.width > sheet.mediabox.height for sheet in sheets)
    assert "举措" in sheets[0].extract_text()
    assert "状态" in sheets[0].extract_text()  # the table begins below the title
