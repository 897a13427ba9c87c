"""What a first visit costs and what it asks for: sizes as gzip sends them, requests, and the policy of content."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Request
from tests.browser.kinds import edition

KILO = 1024
PAGE, HOME, SCRIPTS, STYLES = 120 * KILO, 150 * KILO, 70 * KILO, 35 * KILO
PHONE_IN_WECHAT = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile"
    " Safari/537.36 MicroMessenger/8.0.49 NetType/WIFI Language/zh_CN"
)
DATA = re.compile(r"(?<!/assets)/(search|data)/[\w/-]+\.")
POLICY = re.compile(r"Content-Security-Policy: (.*)")


class Visit(NamedTuple):
    requests: list[str]
    sizes: dict[str, int]  # bytes by kind of resource; the data of search and finder are a kind of their own
    complaints: list[str]  # what the console says


@pytest.fixture(scope="module")
def visits(browser: Browser, address: str, every_kind: tuple[str, ...]) -> dict[str, Visit]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    size = cache(lambda url: len(gzip.compress(context.request.get(url).body())))
    found = {path: _visit(context, address + path, size) for path in every_kind}
    context.close()
    return found


def _visit(context: BrowserContext, address: str, size: Callable[[str], int]) -> Visit:
    """What a page asks for, whether or not the browser has it already."""
    page = context.new_page()
    visit = Visit([], {}, [])
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.on("console", lambda message: visit.complaints.append(message.text))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.goto(address)
    for request in asked:
        visit.requests.append(request.url)
        if request.url.startswith("http://127.0.0.1"):
            kind = "data" if DATA.search(request.url) else request.resource_type
            visit.sizes[kind] = visit.sizes.get(kind, 0) + size(request.url)
    page.close()
    return visit


def test_no_request_leaves_the_site(visits: dict[str, Visit], address: str) -> None:
    assert {url for visit in visits.values() for url in visit.requests if not url.startswith(address)} == set()


def test_nothing_is_fetched_before_it_is_needed(visits: dict[str, Visit]) -> None:
    """The frame, its style and scripts, and no data of the search."""
    for path, visit in visits.items():
        if not re.search(r"(^|/)(search|find)/", path):
            assert len(visit.requests) <= 9, (path, visit.requests)
            assert "data" not in visit.sizes, path


def test_the_console_has_no_complaint(visits: dict[str, Visit]) -> None:
    assert {path: visit.complaints for path, visit in visits.items() if visit.complaints} == {}


def test_a_first_visit_is_light(visits: dict[str, Visit]) -> None:
    for path, visit in visits.items():
        assert visit.sizes.get("script", 0) <= SCRIPTS, path
        assert visit.sizes["stylesheet"] <= STYLES, path
        if path.removeprefix(edition(path)).startswith("measures/"):
            assert sum(visit.sizes.values()) <= PAGE, (path, visit.sizes)
        if path in ("", edition(path)):
            assert sum(visit.sizes.values()) <= HOME, (path, visit.sizes)


def test_a_page_does_not_carry_the_list_of_pages(handbook_root: Path, every_kind: tuple[str, ...]) -> None:
    for path in every_kind:
        page = _read(handbook_root, path)
        assert len(page.xpath("//nav[@class='hb-nav']//a")) <= 16, path


def _read(root: Path, path: str) -> html.HtmlElement:
    file = root / "build/site" / (path + "index.html" if not path or path.endswith("/") else path)
    return html.document_fromstring(file.read_bytes().decode("utf-8"))


def test_every_page_has_the_policy_and_nothing_that_needs_a_hole_in_it(handbook_root: Path) -> None:
    policies = set()
    for file in (handbook_root / "build/site").rglob("*.html"):
        page = html.document_fromstring(file.read_bytes().decode("utf-8"))
        policies.add(page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)"))
        assert not page.xpath("//script[not(@src) and not(@type='application/json')] | //style | //*[@style]"), file
        assert not page.xpath("//@*[starts-with(name(), 'on')]"), file
    (policy,) = policies
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy
    sample = POLICY.search((handbook_root / "docs/about/hosting.md").read_text(encoding="utf-8"))
    assert sample
    assert sample[1] == policy + "; frame-ancestors 'none'"


def test_every_page_says_what_a_shared_link_shows(handbook_root: Path, every_kind: tuple[str, ...]) -> None:
    for path in every_kind:
        head = _read(handbook_root, path).head
        for name in ("@name='description'", "@property='og:title'", "@property='og:description'", "@itemprop='image'"):
            assert head.xpath(f"string(meta[{name}]/@content)"), (path, name)
    assert (handbook_root / "build/site/assets/share.png").stat().st_size <= 50 * KILO


@pytest.mark.parametrize("agent", [PHONE_IN_WECHAT, None])
def test_wechat_is_told_about_downloads_and_about_nothing_else(
    browser: Browser, address: str, agent: str | None
) -> None:
    context = browser.new_context(user_agent=agent)
    page = context.new_page()
    told = {}
    for path in ("data/", "measures/hubei-2025/03/"):
        page.goto(address + path)
        told[path] = page.locator(".hb-wechat").count()
    context.close()
    assert (told["data/"] > 0) == bool(agent)
    assert told["measures/hubei-2025/03/"] == 0
