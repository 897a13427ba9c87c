"""Every card of an enterprise type prints on exactly one sheet of A4, in type of at least 10.5 pt."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

A4 = (595, 842)  # points
SMALLEST = 10.5  # points
POINTS = 0.75  # of a CSS pixel

# The smallest type of the visible text of the sheet, in pixels.
SIZES = """() => {
  const walk = document.createTreeWalker(document.querySelector(".hb-sheet"), NodeFilter.SHOW_TEXT);
  const sizes = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const style = getComputedStyle(node.parentElement);
    if (node.textContent.trim() && node.parentElement.getClientRects().length) sizes.push(parseFloat(style.fontSize));
  }
  return Math.min(...sizes);
}"""


@pytest.fixture
def plain(page: Page) -> Page:
    """A page without scripts, which have no part in what is printed."""
    page.route("**/*.js", lambda route: route.abort())
    return page


def cards(root: Path) -> list[str]:
    site = root / "build/site"
    return sorted(path.parent.relative_to(site).as_posix() + "/" for path in site.glob("for/*/**/index.html"))


def test_every_card_prints_on_one_sheet(plain: Page, address: str, handbook_root: Path) -> None:
    found = cards(handbook_root)
    assert found
    wrong = []
    for card in found:
        plain.goto(address + card)
        printed = PdfReader(io.BytesIO(plain.pdf(prefer_css_page_size=True)))
        if len(printed.pages) != 1 or tuple(map(round, printed.pages[0].mediabox[2:])) != A4:
            wrong.append((card, len(printed.pages)))
    assert not wrong


def test_the_longest_card_keeps_its_size_and_says_what_it_leaves_out(
    plain: Page, address: str, handbook_root: Path
) -> None:
    longest = max(
        cards(handbook_root), key=lambda card: (handbook_root / "build/site" / card / "index.html").stat().st_size
    )
    plain.goto(address + longest)
    rows = plain.locator(".hb-offer")
    on_screen = sum(rows.nth(at).is_visible() for at in range(rows.count()))
    assert on_screen == rows.count()
    assert not plain.locator(".hb-rest").is_visible()
    plain.emulate_media(media="print")
    on_paper = sum(rows.nth(at).is_visible() for at in range(rows.count()))
    assert 0 < on_paper < rows.count()
    assert f"另有 {rows.count() - on_paper} 条，见网站" in plain.locator(".hb-rest").inner_text()
    assert plain.locator(".hb-disclaimer").is_visible()
    assert plain.evaluate(SIZES) * POINTS >= SMALLEST


def test_no_page_prints_its_navigation(plain: Page, address: str) -> None:
    plain.emulate_media(media="print")
    for path in ("", "for/", "glossary/", "documents/", "regions/", "about/"):
        plain.goto(address + path)
        for part in (".md-header", ".md-tabs", ".md-sidebar", ".hb-crumbs"):
            shown = plain.locator(part)
            assert not [at for at in range(shown.count()) if shown.nth(at).is_visible()], (path, part)
