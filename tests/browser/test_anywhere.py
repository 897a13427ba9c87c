"""Reading works anywhere: without scripts, from a folder without any server, in the reader's colours, on the reader's day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

BACKGROUND = "getComputedStyle(document.documentElement).getPropertyValue('--hb-page').trim()"
LIGHT, DARK = "#ffffff", "#12171b"
SOON = 90  # days
TURNING = ("尚未施行", "现行有效", "即将到期", "已失效")  # what dates alone decide


@pytest.fixture
def silent(browser: Browser) -> Iterator[Page]:
    """A phone on which no script runs, and whose system is dark."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=False, color_scheme="dark"
    )
    yield context.new_page()
    context.close()


def test_reading_needs_no_script(silent: Page, address: str, every_kind: tuple[str, ...]) -> None:
    """Text and sections are shown, and no button that would do nothing; that of the search leads to its page, which says why."""
    for path in every_kind:
        silent.goto(address + path)
        assert silent.locator("h1").is_visible(), path
        assert silent.locator(".hb-nav a").first.is_visible(), path
        buttons = silent.locator("button[type=button]")
        assert not [at for at in range(buttons.count()) if buttons.nth(at).is_visible()], path
        assert silent.locator("body").evaluate("(one) => getComputedStyle(one).backgroundColor") == "rgb(18, 23, 27)"


def test_links_lead_from_home_to_an_answer_without_a_script(silent: Page, address: str) -> None:
    silent.goto(address)
    silent.get_by_role("navigation", name="怎样找").get_by_role("link", name="我是哪类企业").click()
    silent.get_by_role("table").get_by_role("link").first.click()
    assert silent.locator(".hb-offer").first.is_visible()


@pytest.fixture
def folder(browser: Browser, handbook_root: Path) -> Iterator[Page]:
    """The unzipped site, opened from its folder; the console may not complain."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((handbook_root / "build/site/index.html").as_uri())
    yield page
    context.close()
    assert complaints == []


def test_an_unzipped_site_is_read_link_by_link(folder: Page) -> None:
    """A link to a folder leads to its page, an anchor on it stays, and every page is drawn in its style."""
    folder.get_by_role("navigation", name="怎样找").get_by_role("link", name="按文件找").click()
    folder.wait_for_url("**/documents/index.html")
    folder.locator(".hb-card-title a").first.click()
    folder.wait_for_url("**/documents/*/index.html")
    folder.locator("tr[data-row] th a").first.click()
    folder.wait_for_url("**/measures/*/*/index.html")
    folder.locator("a.hb-original").click()
    folder.wait_for_url("**/sources/*/index.html#*")
    assert folder.locator(".hb-capture").is_visible()
    folder.locator(".hb-brand").click()
    folder.wait_for_url("**/build/site/index.html")
    assert folder.evaluate(BACKGROUND) == LIGHT


def test_every_kind_of_page_opens_from_a_folder(folder: Page, handbook_root: Path, every_kind: tuple[str, ...]) -> None:
    for path in every_kind:
        if path.endswith("/"):
            folder.goto((handbook_root / "build/site" / path / "index.html").as_uri())
            assert folder.locator("h1").is_visible(), path


def test_colours_follow_the_system_until_the_reader_chooses(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
    page = context.new_page()
    page.goto(address)
    assert page.evaluate(BACKGROUND) == DARK
    page.get_by_role("button", name="换成浅色").click()
    assert page.evaluate(BACKGROUND) == LIGHT
    page.goto(address + "documents/")
    assert page.evaluate(BACKGROUND) == LIGHT
    page.get_by_role("button", name="换成深色").click()
    assert page.evaluate(BACKGROUND) == DARK
    page.emulate_media(media="print")
    assert page.evaluate(BACKGROUND) == LIGHT
    context.close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page whose clock can be set: it is the clock of all pages of a context."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


WORD = "(one) => [one.getAttribute('data-status'), one.textContent, one.getAttribute('data-expires')]"


@pytest.fixture(scope="module")
def closing(handbook_root: Path) -> dict[date, str]:
    """The last days that pages of measures state, each with such a page."""
    site = handbook_root / "build/site"
    found = {}
    for path in sorted(site.glob("measures/*/*/index.html")):
        page = html.document_fromstring(path.read_bytes().decode("utf-8"))
        status = page.xpath("//section[@class='hb-panel']//*[@data-status]")[0]
        if status.get("data-status") in TURNING and len(status.get("data-expires")) == len("2027-12-31"):
            found[date.fromisoformat(status.get("data-expires"))] = path.parent.relative_to(site).as_posix() + "/"
    return found


@pytest.mark.parametrize("days", [0, 1, 400])
def test_a_status_is_true_on_the_readers_day(
    reader: Page, address: str, closing: dict[date, str], handbook_root: Path, days: int
) -> None:
    """Pages as they were built, read on that day, a day and 400 days later: past its last day no measure is open."""
    data = json.loads((handbook_root / "build/data/handbook.json").read_text(encoding="utf-8"))
    day = date.fromisoformat(data["as_of"]) + timedelta(days=days)
    assert _statuses(reader, address, closing, day) == {last: _due(last, day) for last in closing}


def test_a_measure_is_open_on_its_last_day_and_closed_on_the_next(
    reader: Page, address: str, closing: dict[date, str]
) -> None:
    last = max(closing)
    pages = {last: closing[last]}
    assert _statuses(reader, address, pages, last) == {last: "即将到期"}
    assert _statuses(reader, address, pages, last + timedelta(days=1)) == {last: "已失效"}


def _due(last: date, day: date) -> str:
    if last < day:
        return "已失效"
    return "即将到期" if (last - day).days <= SOON else "现行有效"


def _statuses(page: Page, address: str, pages: dict[date, str], day: date) -> dict[date, str]:
    page.clock.set_fixed_time(datetime(day.year, day.month, day.day, 9))
    shown = {}
    for last, path in pages.items():
        page.goto(address + path)
        said, shown[last], expires = page.locator(".hb-panel [data-status]").first.evaluate(WORD)
        assert said == shown[last]
        assert expires == last.isoformat()
    return shown
