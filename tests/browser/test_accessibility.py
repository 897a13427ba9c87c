"""Every kind of page for everyone: the rules of axe-core, keyboard alone, large text, narrow screens, places to touch."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.kinds import edition

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
# WCAG 2.2 AA and best practice. The size of targets is a rule of WCAG 2.2 that axe leaves out unless it is asked for.
ALL = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations", "incomplete"],
}
COLOUR = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations", "incomplete"],
}
SCREENS = ((360, "light", ALL), (1280, "dark", ALL), (1280, "light", COLOUR), (360, "dark", COLOUR))
TALL = 4000  # pixels: what sticks to the end of a window covers nothing that a reader cannot scroll from under it
# A long list is judged by two of each make of its rows: what follows repeats them, and costs axe minutes over a site
THIN = """() => {
  const make = (one) => one.tagName + "." + one.getAttribute("class");
  for (const parent of document.querySelectorAll("article, article *")) {
    const kept = new Map();
    for (const child of [...parent.children]) {
      const made = [make(child), ...new Set([...child.querySelectorAll("*")].map(make))].sort().join();
      kept.set(made, (kept.get(made) || 0) + 1);
      if (kept.get(made) > 2) child.remove();
    }
  }
}"""
BROKEN = """async (options) => {
  const result = await axe.run(document, options);
  const said = (rule) => rule.nodes.map((node) => rule.id + " " + node.html.slice(0, 160));
  // Words in the very colour of their ground are left by axe to the eye
  const unseen = result.incomplete.filter((rule) => rule.id === "color-contrast").map((rule) => ({
    id: "unseen", nodes: rule.nodes.filter((node) => node.any.some((one) => one.data?.messageKey === "equalRatio")),
  }));
  return [...result.violations, ...unseen].flatMap(said);
}"""

WIDER = "document.documentElement.scrollWidth - innerWidth"
# WCAG 1.4.12: what a reader may set, and nothing may be lost
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } "
SPACED += "p { margin-bottom: 2em !important; }"
CUT = """() => [...document.querySelectorAll("article *, header *")].filter((one) => {
  const style = getComputedStyle(one);
  const hides = style.overflowX === "hidden" || style.overflowY === "hidden";
  return hides && style.clipPath === "none" && (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1);
}).map((one) => one.outerHTML.slice(0, 120))"""

DOORS = """(selector) => [...document.querySelectorAll(selector)]
  .filter((one) => one.checkVisibility() && one.getClientRects().length > 0)"""
# What has the focus: whether it had it before, whether its ring is seen, and whether it lies in the window; it is marked as reached
FOCUS = """() => {
  const one = document.activeElement;
  const before = one.hasAttribute("data-reached");
  one.setAttribute("data-reached", "");
  const style = getComputedStyle(one);
  const box = one.getClientRects()[0];
  return [
    before,
    one === document.body || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    one === document.body || Boolean(box) && box.bottom > 0 && box.top < innerHeight,
    one.outerHTML.slice(0, 120),
  ];
}"""
MOST = 1000  # doors of a page
MISSED = f"(selector) => ({DOORS})(selector).filter((one) => one.tabIndex >= 0 && !('reached' in one.dataset)).map((one) => one.outerHTML)"
SELECTOR = "a[href], button, input, select, summary, textarea, [tabindex='0']"
PRIMARY = ".hb-tool, .hb-nav a, .hb-brand, .hb-button, .hb-ways a, .hb-choices a, .hb-neighbours a, .hb-places a, .hb-search input, .hb-search button"


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_no_rule_of_axe_is_broken(wide: Page, address: str, every_kind: tuple[str, ...]) -> None:
    """All rules on a phone in light and on a desk in dark colours; crosswise those that colours can break, which need not
    be asked again of the same page in other characters."""
    broken = {}
    for path in every_kind:
        wide.goto(address + path)
        wide.evaluate(THIN)
        wide.evaluate(AXE)
        for width, scheme, rules in SCREENS if not edition(path) else SCREENS[:2]:
            wide.set_viewport_size({"width": width, "height": TALL})
            wide.emulate_media(color_scheme=scheme)
            broken[path, width, scheme] = wide.evaluate(BROKEN, rules)
    assert {where: found for where, found in broken.items() if found} == {}


def test_pages_fit_narrow_screens_large_text_and_wide_spacing(
    page: Page, address: str, every_kind: tuple[str, ...]
) -> None:
    """Nothing to scroll sideways and nothing cut off: at 320 px, with text twice as large, and with spacing set wide."""
    wrong = []
    for path in every_kind:
        page.goto(address + path)
        for width, scale, style in ((320, 1, ""), (390, 2, ""), (1280, 2, ""), (390, 1, SPACED)):
            page.set_viewport_size({"width": width, "height": 844})
            page.evaluate("(scale) => document.documentElement.style.fontSize = `${125 * scale}%`", scale)
            sheet = page.evaluate_handle(
                "(text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text);"
                " document.adoptedStyleSheets = [sheet]; }",
                style,
            )
            sheet.dispose()
            if page.evaluate(WIDER) > 0:
                wrong.append((path, width, scale, bool(style), page.evaluate(WIDER)))
            wrong += [(path, width, scale, bool(style), cut) for cut in page.evaluate(CUT)]
    assert wrong == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_keyboard_reaches_every_door_and_shows_where_it_is(
    wide: Page, address: str, every_kind: tuple[str, ...], width: int
) -> None:
    wide.set_viewport_size({"width": width, "height": 800})
    for path in ("", *[path for path in every_kind if path.startswith(("measures/", "find/", "search/"))][:4]):
        wide.goto(address + path)
        for _ in range(MOST):
            wide.keyboard.press("Tab")
            before, ring, inside, html = wide.evaluate(FOCUS)
            if before:
                break
            assert ring, (path, html)
            assert inside, (path, html)
        assert wide.evaluate(MISSED, SELECTOR) == [], path


def test_the_first_tab_leads_past_the_head(page: Page, address: str) -> None:
    page.goto(address + "documents/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "hb-skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#content').contains(document.activeElement)")


def test_the_sections_open_by_key_and_escape_gives_the_focus_back(page: Page, address: str) -> None:
    page.goto(address)
    button = page.get_by_role("button", name="栏目")
    link = page.get_by_role("navigation", name="栏目").get_by_role("link", name="主题")
    assert not link.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#hb-nav').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not link.is_visible()
    assert page.evaluate("document.activeElement.className").split()[-1] == "hb-menu"


def test_what_a_thumb_needs_most_is_44_pixels_high(page: Page, address: str, every_kind: tuple[str, ...]) -> None:
    small = []
    for path in every_kind:
        page.goto(address + path)
        menu = page.locator(".hb-menu")
        if menu.is_visible():
            menu.click()
        sizes = page.evaluate(
            f"(selector) => ({DOORS})(selector).map((one) => [one.outerHTML.slice(0, 100), one.offsetHeight])", PRIMARY
        )
        small += [(path, html, height) for html, height in sizes if height < 44]
    assert small == []
