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

# Puts the sheets of all cards on this page, each at the top of a new one, and says how many there are.
GATHER = """async (addresses) => {
  const place = document.querySelector(".hb-sheet");
  const texts = await Promise.all(addresses.map(async (address) => (await fetch(address)).text()));
  for (const [at, text] of texts.entries()) {
    const sheet = new DOMParser().parseFromString(text, "text/html").querySelector(".hb-sheet");
    if (at) sheet.style.breakBefore = "page";
    place.before(sheet);
  }
  place.remove();
  return document.querySelectorAll(".hb-sheet").length;
}"""


@pytest.fixture
def plain(page: Page) -> Page:
    """A page without scripts, which have no part in what is printed."""
    page.route("**/*.js", lambda route: route.abort())
    return page


def cards(root: Path) -> list[str]:
    site = root / "build/site"
    return sorted(path.parent.relative_to(site).as_posix() + "/" for path in site.glob("for/*/**/index.html"))


def pages_of(page: Page) -> int:
    """How many sheets of A4 a page prints on."""
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {tuple(map(round, sheet.mediabox[2:])) for sheet in printed.pages} == {A4}
    return len(printed.pages)


def size(root: Path, card: str) -> int:
    return (root / "build/site" / card / "index.html").stat().st_size


def test_every_card_prints_on_one_sheet(plain: Page, address: str, handbook_root: Path) -> None:
    """All cards on one page, each begun on a new sheet: as many sheets as cards means that each takes exactly one."""
    found = cards(handbook_root)
    plain.goto(address + found[0])
    assert plain.evaluate(GATHER, [address + card for card in found]) == len(found)
    assert pages_of(plain) == len(found)


def test_the_longest_and_the_shortest_cards_print_on_one_sheet(plain: Page, address: str, handbook_root: Path) -> None:
    ordered = sorted(cards(handbook_root), key=lambda card: size(handbook_root, card))
    for card in (*ordered[:2], *ordered[-4:]):
        plain.goto(address + card)
        assert pages_of(plain) == 1, card


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
        for part in (".hb-top", ".hb-skip", ".hb-toc", ".hb-crumbs"):
            shown = plain.locator(part)
            assert not [at for at in range(shown.count()) if shown.nth(at).is_visible()], (path, part)
