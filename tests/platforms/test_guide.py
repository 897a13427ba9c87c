"""The guide for contributors and developers: what it names exists, what it shows is so, and it stays short."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.make_codes_page import PAGE, page
from tests.make_pictures import FOLDER, PICTURES

from handbook.cli import handbook
from handbook.files import card_of, load
from handbook.review.codes import CODES

ROOT = Path(__file__).parents[2]
GUIDE = sorted((ROOT / "docs/contribute").glob("*.md"))
DEVELOP = sorted((ROOT / "docs/develop").glob("*.md"))
EVERY = pytest.mark.parametrize("path", [*GUIDE, *DEVELOP], ids=lambda path: path.stem)
TASKS = ("add", "update", "term", "review")
PICTURE = re.compile(r"!\[(?P<says>[^\]]*)\]\(pictures/(?P<name>[\w-]+)\.svg\)\{ \.hb-picture \}")
COMMAND = re.compile(r"handbook ([a-z]+)((?: --[a-z-]+)*)")
MAKE = re.compile(r"make ([a-z]+)")
TARGET = re.compile(r"^([a-z]+):.*##", re.MULTILINE)
CODED = re.compile(r"`([^`\n]+)`")
MODULE = re.compile(r"(?:cli|parse|extract|link|editions|render|search|export|review|text|files|model)/[\w/]*(?:\.py)?")
PROJECT = re.compile(r"(?:sources|vocabulary|templates|tests|docs|benchmarks|\.github)/[\w./-]*")
MADE_UP = re.compile(r"编号|some-city|\*|名称")
CARD = re.compile(r"^        (\w+: .+)$", re.MULTILINE)
TWO_SCREENS = 2 * 800  # of 1280 by 800
HEIGHT = """() => {
  const from = document.querySelector('.md-content').getBoundingClientRect().top;
  return document.querySelector('.hb-tools').getBoundingClientRect().top - from;
}"""


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@EVERY
def test_every_command_exists(path: Path) -> None:
    for name, options in COMMAND.findall(text(path)):
        known = {option for parameter in handbook.commands[name].params for option in parameter.opts}
        assert set(options.split()) <= known, name
    assert set(MAKE.findall(text(path))) <= set(TARGET.findall(text(ROOT / "Makefile")))


@EVERY
def test_every_named_file_exists(path: Path) -> None:
    for name in CODED.findall(text(path)):
        if MADE_UP.search(name):
            continue
        if MODULE.fullmatch(name):
            assert (ROOT / "scripts/handbook" / name).exists(), name
        elif PROJECT.fullmatch(name) and name != "sources/retired.yml":
            assert (ROOT / name).exists(), name


@pytest.mark.parametrize("path", GUIDE, ids=lambda path: path.stem)
def test_every_named_code_exists(path: Path) -> None:
    codes = {code.code for code in CODES}
    assert {name for name in CODED.findall(text(path)) if re.fullmatch(r"[a-z]+(?:-[a-z]+)+", name)} <= codes | {
        "some-city"
    }


def test_the_page_of_codes_is_that_of_the_table() -> None:
    assert text(PAGE) == page(), "run: python tests/make_codes_page.py"


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_every_code_has_its_place(code: object) -> None:
    name = code.code  # type: ignore[attr-defined]  # a row of the table
    assert len(re.findall(rf"^### `{name}` .*\{{: #{name} \}}$", text(PAGE), re.MULTILINE)) == 1


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_as_drawn(name: str) -> None:
    assert text(FOLDER / f"{name}.svg") == PICTURES[name], "run: python tests/make_pictures.py"


def test_every_picture_is_shown_and_said_in_words() -> None:
    shown = [match for path in GUIDE for match in PICTURE.finditer(text(path))]
    assert (
        sorted({match["name"] for match in shown}) == sorted(PICTURES) == sorted(path.stem for path in FOLDER.iterdir())
    )
    assert all(match["says"].startswith("示意图：") for match in shown)
    assert sum(text(path).count("![") for path in GUIDE) == len(shown)


@pytest.mark.parametrize("task", TASKS)
def test_every_task_has_pictures(task: str) -> None:
    assert len(PICTURE.findall(text(ROOT / f"docs/contribute/{task}.md"))) >= 2


def test_the_card_to_copy_is_sound() -> None:
    lines = CARD.findall(text(ROOT / "docs/contribute/add.md"))
    assert len(lines) == 8
    card = card_of("some-city-2026", load("source.yml", "\n".join(lines).replace("TODO", "0" * 64).encode()))
    assert (card.rights, card.title) == ("official", "某市支持企业若干措施")


def test_a_task_takes_two_screens_at_most(address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    view = context.new_page()
    heights = {}
    for task in TASKS:
        view.goto(f"{address}contribute/{task}/")
        view.wait_for_load_state("load")
        heights[task] = view.evaluate(HEIGHT)
    context.close()
    assert {task: height for task, height in heights.items() if height > TWO_SCREENS} == {}
