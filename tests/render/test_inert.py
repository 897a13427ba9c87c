"""Others' words on the built site: shown letter for letter, with exactly the elements that harmless words have.

Two sites are built by MkDocs from the same handbook: in one every place holds a payload, in the other harmless words of
the same length. Their pages must have the same elements and attributes, and the first must read as its payloads.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser

from handbook.model import Library
from handbook.render.escape import inert

from .build import site
from .made import Words, library
from .payloads import PAYLOADS

HARMLESS = re.compile(r"[^\s\x85\u2028\u2029]")
TAG = re.compile(r"<[^>]*>")
WORDED = re.compile(r'\b(content|title|aria-label|data-label|data-agency)="[^"]*"')
ACTIVE = re.compile(r"""\son\w+\s*=|=\s*["']?\s*(?:javascript|data|vbscript):|\ssrcdoc\s*=""", re.I)
MARKUP = 31  # so many payloads are HTML or attributes
HTML_PAYLOADS = tuple(payload for payload in PAYLOADS[:MARKUP] if set(payload) & set("<>&\"'"))
PROVOKED = ("measures/{id}/01", "documents/{id}", "sources/{id}")
HTML_PAYLOADS = tuple(payload for payload in PAYLOADS[:MARKUP] if set(payload) & set("<>&\"'"))
PROVOKED = (
    "measures/{id}/01",
    "documents/{id}",
    "sources/{id}",
    "measures/{id}/02",
    "measures/{id}/03",
    "sources/{id}-news",
)
PLACES = (
    "title", "issuer", "number", "section", "heading", "body", "agency", "label", "value", "note", "card_title",
    "obtained", "furniture", "rule", "problem",
)  # fmt: skip


def _filled(payload: str) -> Words:
    return replace(Words(), url=f"javascript:{payload}", **dict.fromkeys(PLACES, payload))


def _harmless(payload: str) -> str:
    return HARMLESS.sub("文", payload)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(_library(PAYLOADS), tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(_library(tuple(map(_harmless, PAYLOADS))), tmp_path_factory.mktemp("harmless"))


def _library(payloads: tuple[str, ...]) -> Library:
    return library(*map(_filled, payloads))


def _read(path: Path, parser: str = "lxml") -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), parser)


def _tags(page: str) -> list[str]:
    """Every tag of a page as it stands in the file; of attributes that hold words only the name."""
    return [WORDED.sub(r"\1", tag) for tag in TAG.findall(page)]


def _shape(soup: BeautifulSoup) -> list[tuple[str, list[str]]]:
    """Every element in order with the names of its attributes."""
    return [(tag.name, sorted(tag.attrs)) for tag in soup.find_all(True)]


def _shown(text: str) -> str:
    """What a browser shows of a text where white space does not count."""
    return " ".join(_characters(" ".join(text.split())).split())


def _tight(text: str) -> str:
    return "".join(text.split())


def _characters(text: str) -> str:
    return html.unescape(str(inert(text)))


def _text(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text().split())


def test_there_are_enough_payloads() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60


def test_every_page_has_the_tags_of_its_harmless_twin(hostile: Path, harmless: Path) -> None:
    pages = sorted(path.relative_to(hostile) for path in hostile.rglob("*.html"))
    assert pages == sorted(path.relative_to(harmless) for path in harmless.rglob("*.html"))
    assert len(pages) > len(PAYLOADS) * 7
    for page in pages:
        one, other = ((root / page).read_text(encoding="utf-8") for root in (hostile, harmless))
        assert _tags(one) == _tags(other), page
        assert not set(TAG.sub("", one)) & set("<>") - set(TAG.sub("", other)), page


@pytest.mark.parametrize("page", ["measures/{id}/01", "documents/{id}", "sources/{id}"])
def test_a_browser_builds_the_elements_of_the_harmless_twin(hostile: Path, harmless: Path, page: str) -> None:
    for at in range(1, len(HTML_PAYLOADS) + 1):
        path = page.format(id=f"made-{at:02d}") + "/index.html"
        assert _shape(_read(hostile / path, "html5lib")) == _shape(_read(harmless / path, "html5lib")), path


def test_nothing_runs(hostile: Path) -> None:
    for page in hostile.rglob("*.html"):
        for tag in TAG.findall(page.read_text(encoding="utf-8")):
            assert not ACTIVE.search(tag), (page, tag)


RECORD = "window.ran = []; window.alert = (words) => window.ran.push(words);"
# What a reader does not do on his own: every element is pointed at, entered and pressed
PROVOKE = """() => {
  for (const one of document.querySelectorAll("body *"))
    for (const name of ["mouseover", "mouseenter", "focus", "toggle", "load", "error"]) one.dispatchEvent(new Event(name));
  return window.ran;
}"""


def test_a_browser_runs_nothing_and_asks_for_nothing_elsewhere(hostile: Path, browser: Browser) -> None:
    """Opened from the folder, with the policy of content set aside: it is the second wall, and must not hide the first."""
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(RECORD)
    page = context.new_page()
    page.route("**/*.css", lambda route: route.abort())
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    for at in range(1, len(PAYLOADS) + 1):
        for kind in PROVOKED if at <= MARKUP else PROVOKED[:1]:
            address = (hostile / kind.format(id=f"made-{at:02d}") / "index.html").as_uri()
            page.goto(address)
            assert page.evaluate(PROVOKE) == [], (kind, PAYLOADS[at - 1])
            assert page.url == address, (kind, PAYLOADS[at - 1])
    context.close()
    assert {url for url in asked if not url.startswith(hostile.as_uri())} == set()


@pytest.mark.parametrize("at", range(1, len(PAYLOADS) + 1))
def test_a_payload_is_shown_letter_for_letter(hostile: Path, at: int) -> None:
    payload = PAYLOADS[at - 1]
    shown = _shown(payload)
    id = f"made-{at:02d}"

    measure = _read(hostile / f"measures/{id}/01/index.html")
    assert _text(measure.h1) == f"（一）{shown}".strip()
    assert _text(measure.title) == f"（一）{shown} · {shown} - 惠企政策手册"
    paragraphs = [_text(tag) for tag in measure.select("div.hb-official p")]
    lines = [_shown(line) for line in payload.split("\n") if line]
    assert paragraphs == lines
    assert _tight(f"（责任单位：{shown}）") in _tight(_text(measure.select_one(".hb-brackets")))
    facts = _text(measure.select_one(".hb-panel"))
    assert facts.count(shown) >= 4  # agency, basis, number, issuer
    description = measure.select_one("meta[name=description]")
    assert description is not None
    assert shown[:10] in str(description["content"])

    headless = _read(hostile / f"measures/{id}/02/index.html")
    assert shown in _text(headless.select_one(".hb-notes"))

    card = _read(hostile / f"measures/{id}/03/index.html")
    assert _text(card.select_one(".hb-fields dt")) == shown
    assert _text(card.select_one(".hb-fields dd")) == " ".join(lines)

    document = _read(hostile / f"documents/{id}/index.html")
    assert _text(document.h1) == shown
    assert _text(document.title) == f"{shown} - 惠企政策手册"
    assert _text(document.select_one(".hb-fact-issuer .hb-said")) == shown
    assert _text(document.select_one(".hb-section h3")) == f"一、{shown}".strip()

    source = _read(hostile / f"sources/{id}/index.html")
    capture = source.select_one(".hb-capture")
    assert capture is not None
    assert _characters(f"{payload}\n{payload}\n{payload}\n") in capture.get_text() + "\n"

    press = _read(hostile / f"sources/{id}-news/index.html")
    assert _text(press.h1) == shown
    assert "这是报道的正文" not in press.get_text()
