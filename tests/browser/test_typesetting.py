"""Chinese as CLREQ sets it: how lines begin and end, how long they are, where a paragraph starts, the gap at figures."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

NEVER_FIRST = "，。、；：！？）》」』”’％%"
NEVER_LAST = "（《「『“‘〔"
SMALLEST = 16  # pixels of body text on a phone
SHORTEST, LONGEST = 30, 38  # characters of a full line on a desk

# The lines of every paragraph of official wording, as the browser breaks them: characters at the same height
LINES = """() => [...document.querySelectorAll(".hb-official p")].flatMap((paragraph) => {
  const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const lines = [];
  let floor = -Infinity;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    for (let at = 0; at < node.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getClientRects()[0];
      if (!box || !node.data[at].trim()) continue;
      if (box.top + box.height / 2 > floor) {
        lines.push("");
        floor = box.bottom;
      }
      lines[lines.length - 1] += node.data[at];
    }
  }
  return lines;
})"""
SET = """() => {
  const style = getComputedStyle(document.querySelector(".hb-official > p"));
  return { size: parseFloat(style.fontSize), indent: parseFloat(style.textIndent), break: style.lineBreak };
}"""
COPY = "() => document.querySelector('.hb-official').textContent"
# A browser as WeChat ships it, without a gap of its own
OLD = "CSS.supports = (name) => name !== 'text-autospace'"


@pytest.fixture
def texts(every_kind: tuple[str, ...]) -> list[str]:
    return [path for path in every_kind if "measures/" in path or "documents/" in path]


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_lines_begin_and_end_as_they_may(page: Page, address: str, texts: list[str], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    read = 0
    for path in texts:
        page.goto(address + path)
        lines = page.evaluate(LINES)
        read += len(lines)
        assert not [line for line in lines if line[0] in NEVER_FIRST or line[-1] in NEVER_LAST], path
    assert read > 20


def test_official_text_is_indented_and_large_enough_on_a_phone(page: Page, address: str, texts: list[str]) -> None:
    for path in texts:
        page.goto(address + path)
        if page.locator(".hb-official > p").count():
            style = page.evaluate(SET)
            assert style["size"] >= SMALLEST
            assert style["indent"] == pytest.approx(2 * style["size"])
            assert style["break"] == "strict"


def test_a_full_line_on_a_desk_is_easy_to_follow(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address + "measures/hubei-2025/16/")
    full = page.evaluate(LINES)[1:-1]
    assert full
    assert all(SHORTEST <= len(line) <= LONGEST + line.count(" ") for line in full), full


def test_the_gap_at_figures_is_made_where_the_browser_has_none(browser: Browser, address: str) -> None:
    """With a margin and not with a character: a copy of the text is the same in both."""
    copies = []
    for script in ("", OLD):
        context = browser.new_context()
        context.add_init_script(script)
        page = context.new_page()
        page.goto(address + "measures/hubei-2025/02/")
        copies.append((page.evaluate(COPY), page.locator(".hb-official .hb-gap").count() > 0))
        context.close()
    (new, marked), (old, made) = copies
    assert new == old
    assert (marked, made) == (False, True)
