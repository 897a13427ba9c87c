"""What the READMEs promise exists: commands, folders, links, and the same in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.cli import handbook

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")
MAKE = re.compile(r"`?make ([a-z]+)")
HANDBOOK = re.compile(r"handbook (parse|show|build|serve|[a-z]+)(?: FILE)?((?: --[a-z-]+(?: [a-z]+)?)*)")
OPTION = re.compile(r"--[a-z-]+")
FOLDER = re.compile(r"^\| `([a-z_/.]+)` \|", re.MULTILINE)
LINK = re.compile(r"\]\(((?!https?:)[^)]+)\)")
TARGET = re.compile(r"^([a-z]+):.*##", re.MULTILINE)
CODE = re.compile(r"^    (\S.*)$", re.MULTILINE)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


EVERY = pytest.mark.parametrize("name", READMES)


@EVERY
def test_every_make_command_exists(name: str) -> None:
    targets = set(TARGET.findall(text("Makefile")))
    named = {command for line in commands(name) for command in MAKE.findall(line)}
    assert {"handbook", "test", "serve"} <= named <= targets


def commands(name: str) -> list[str]:
    """The lines of a README that show a command: code blocks and table cells."""
    return [line for line in text(name).splitlines() if line.startswith(("    ", "| `make"))]


@EVERY
def test_every_handbook_command_and_option_exists(name: str) -> None:
    shown = [match for line in CODE.findall(text(name)) for match in HANDBOOK.finditer(line) if "make" not in line]
    assert shown
    for match in shown:
        command = handbook.commands[match.group(1)]
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(OPTION.findall(match.group(2))) <= known


@EVERY
def test_every_named_folder_is_there_or_built(name: str) -> None:
    folders = FOLDER.findall(text(name))
    assert {"sources/", "scripts/handbook/", "tests/"} <= set(folders)
    for folder in folders:
        built = folder in ("site/", "docs/", "report/", "data/", "pdf/")
        assert built or (ROOT / folder).exists(), folder


@EVERY
def test_every_link_leads_somewhere(name: str) -> None:
    for target in LINK.findall(text(name)):
        assert (ROOT / target).exists(), target


def test_both_languages_show_the_same_commands() -> None:
    english, chinese = ([line.split("#")[0].strip() for line in CODE.findall(text(name))] for name in READMES)
    assert english == chinese
    assert FOLDER.findall(text(READMES[0])) == FOLDER.findall(text(READMES[1]))


@pytest.mark.parametrize("name", ["requirements/handbook.txt", "requirements/develop.txt"])
def test_the_lock_is_pinned_by_hash_and_names_no_machine(name: str) -> None:
    lock = text(name)
    pins = re.findall(r"^[a-z0-9][^ ]*==[^ ]+.*\\\n    --hash=sha256:", lock, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[a-z0-9]", lock, re.MULTILINE))
    assert not re.search(r"--(?:extra-)?index-url|--find-links|file:|https?:", lock)


def test_continuous_integration_runs_what_a_contributor_runs() -> None:
    assert "make test" in text(".ci/run")
