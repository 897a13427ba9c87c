"""Issue forms, templates and owners: from one source, short, and asking for what a maintainer needs."""

from __future__ import annotations

import re
import subprocess
from fnmatch import fnmatch
from pathlib import Path

import pytest

from handbook.files import load

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "templates/forms"
FORMS = {"new-policy": "新增政策", "update": "更新或到期", "correction": "勘误", "term": "术语", "missing": "缺失政策"}
EVERY = pytest.mark.parametrize("name", FORMS)
MOST_FIELDS = 8


def form(name: str) -> dict[str, object]:
    found = load(name, (SOURCE / f"{name}.yml").read_bytes()).value
    assert isinstance(found, dict)
    return found  # type: ignore[return-value]  # its values are narrower than object


def fields(name: str) -> dict[str, dict[str, object]]:
    body = form(name)["body"]
    assert isinstance(body, list)
    return {item["id"]: item for item in body if item["type"] != "markdown"}


@pytest.mark.parametrize("place", [".github", ".gitee"])
def test_every_platform_has_the_same_forms(place: str) -> None:
    made = {path.name: path.read_bytes() for path in sorted((ROOT / place / "ISSUE_TEMPLATE").iterdir())}
    assert made == {path.name: path.read_bytes() for path in sorted(SOURCE.glob("*.yml"))}, "run: make forms"


@pytest.mark.parametrize(
    "path",
    [
        ".github/PULL_REQUEST_TEMPLATE.md",
        ".gitee/PULL_REQUEST_TEMPLATE.md",
        ".gitlab/merge_request_templates/Default.md",
    ],
)
def test_every_platform_has_the_same_short_template(path: str) -> None:
    text = (SOURCE / "pull_request.md").read_text(encoding="utf-8")
    assert (ROOT / path).read_text(encoding="utf-8") == text, "run: make forms"
    assert len(text.splitlines()) <= 10
    assert 1 <= text.count("- [ ]") <= 3


def test_there_are_five_forms() -> None:
    assert {path.stem for path in SOURCE.glob("*.yml")} == {*FORMS, "config"}


@EVERY
def test_a_form_is_named_and_short(name: str) -> None:
    assert form(name)["name"] == FORMS[name]
    assert form(name)["labels"] == [FORMS[name]]
    assert 1 <= len(fields(name)) <= MOST_FIELDS


@EVERY
def test_a_form_asks_where_it_is_written_and_in_which_words(name: str) -> None:
    asked = {id: item["attributes"]["label"] for id, item in fields(name).items()}  # type: ignore[index]
    assert str(asked["url"]).startswith("来源网址")
    assert asked["text"] == "原文摘录"


@pytest.mark.parametrize("name", ["new-policy", "update", "term"])
def test_what_changes_the_handbook_needs_its_source(name: str) -> None:
    for id in ("url", "text"):
        assert fields(name)[id]["validations"] == {"required": "true"}


def owner(path: str) -> bool:
    """Whether a file has an owner: the last rule of CODEOWNERS that fits it decides."""
    owned = False
    for line in (ROOT / "CODEOWNERS").read_text(encoding="utf-8").splitlines():
        rule, *owners = line.split()[: None if not line.startswith("#") else 0] or [""]
        if rule and (rule == "*" or fnmatch("/" + path, rule + "*")):
            owned = bool(owners)
    return owned


def test_a_maintainer_has_a_say_in_all_but_sources_and_vocabulary() -> None:
    listed = subprocess.run(("git", "ls-files"), cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    files = [name for name in listed if name]
    assert len(files) > 100
    free = {name for name in files if not owner(name)}
    assert free == {name for name in files if re.match(r"(?:sources|vocabulary)/", name)}
