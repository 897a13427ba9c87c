"""The workflows: sound to the linters, able to do no harm, and the same commands on every platform."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.files import load

ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITEE = sorted((ROOT / ".workflow").glob("*.yml"))
EVERY = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
USES = re.compile(r"uses: (?P<action>[\w./-]+)@(?P<commit>\S+)(?: # (?P<version>v[\d.]+))?$", re.MULTILINE)
COMMIT = re.compile(r"[0-9a-f]{40}")
MAKE = re.compile(r"\bmake (?:--silent )?([a-z]+)")
TARGET = re.compile(r"^([a-z]+):.*##", re.MULTILINE)
HARMFUL = """name: harmful
on: pull_request_target
permissions: write-all
jobs:
  run:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
        with:
          ref: ${{ github.event.pull_request.head.sha }}
      - run: echo "${{ github.event.pull_request.title }}"
"""


def ran(tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run((TOOLS / tool, *arguments), cwd=ROOT, capture_output=True, text=True, check=False)


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def value(path: Path) -> dict[str, object]:
    found = load(path.name, path.read_bytes()).value
    assert isinstance(found, dict)
    return found  # type: ignore[return-value]  # its values are narrower than object


def targets(path: Path) -> list[str]:
    return MAKE.findall(re.sub(r"^ *#.*$", "", text(path), flags=re.MULTILINE))


def test_actionlint_finds_nothing() -> None:
    done = ran("actionlint", *map(str, WORKFLOWS))
    assert (done.returncode, done.stdout) == (0, "")


def test_zizmor_finds_nothing_at_its_strictest() -> None:
    done = ran("zizmor", "--offline", "--no-progress", "--quiet", "--pedantic", *map(str, WORKFLOWS))
    assert done.returncode == 0, done.stdout


def test_the_linters_would_find_something(tmp_path: Path) -> None:
    harmful = tmp_path / ".github/workflows/harmful.yml"
    harmful.parent.mkdir(parents=True)
    harmful.write_text(HARMFUL, encoding="utf-8")
    assert "is potentially untrusted" in ran("actionlint", str(harmful)).stdout
    found = ran("zizmor", "--offline", "--no-progress", "--quiet", "--pedantic", str(harmful)).stdout
    for audit in ("dangerous-triggers", "unpinned-uses", "template-injection", "excessive-permissions"):
        assert audit in found


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", ".github/workflows/*.yml"),
        ("vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
        ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/[!c]*.yml"),
        ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/correction.yml"),
        ("vendor.gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_every_file_is_of_its_form(schema: str, files: str) -> None:
    found = sorted(str(path) for path in ROOT.glob(files))
    assert found
    done = ran("check-jsonschema", "--builtin-schema", schema, "--data-transform", "gitlab-ci", *found)
    assert done.returncode == 0, done.stdout


@EVERY
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(path: Path) -> None:
    found = list(USES.finditer(text(path)))
    assert len(found) == text(path).count("uses:") > 0
    for use in found:
        assert COMMIT.fullmatch(use["commit"]), use["action"]
        assert use["version"], use["action"]


def test_an_action_is_at_one_commit_everywhere() -> None:
    commits: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for use in USES.finditer(text(path)):
            commits.setdefault(use["action"], set()).add(use["commit"])
    assert {action: found for action, found in commits.items() if len(found) > 1} == {}


@EVERY
def test_nothing_is_allowed_that_is_not_asked_for(path: Path) -> None:
    assert value(path)["permissions"] == {}
    assert "secrets." not in text(path)
    assert "pull_request_target" not in text(path)
    assert "workflow_run" not in text(path)
    assert text(path).count("persist-credentials: false") == text(path).count("actions/checkout@")


def test_a_pull_request_may_only_be_read() -> None:
    jobs = value(ROOT / ".github/workflows/check.yml")["jobs"]
    assert isinstance(jobs, dict)
    assert {name: job["permissions"] for name, job in jobs.items()} == {name: {"contents": "read"} for name in jobs}


def test_what_may_write_runs_no_code_of_the_repository() -> None:
    jobs = value(ROOT / ".github/workflows/publish.yml")["jobs"]
    assert isinstance(jobs, dict)
    writing = {name: job for name, job in jobs.items() if "write" in job["permissions"].values()}
    assert set(writing) == {"pages", "assets"}
    for name, job in writing.items():
        for step in job["steps"]:
            assert "checkout" not in step.get("uses", ""), name
            assert "make" not in step.get("run", ""), name


def test_the_handbook_is_published_every_night_of_china() -> None:
    on = value(ROOT / ".github/workflows/publish.yml")["on"]
    assert isinstance(on, dict)
    (night,) = on["schedule"]
    assert night == {"cron": "7 16 * * *"}  # UTC; 00:07 in Beijing
    assert "export TZ := CST-8" in text(ROOT / "Makefile")


@pytest.mark.parametrize(
    "path", [*WORKFLOWS, *GITEE, ROOT / ".gitlab-ci.yml"], ids=lambda path: str(path.relative_to(ROOT))
)
def test_every_make_target_exists(path: Path) -> None:
    assert set(targets(path)) <= set(TARGET.findall(text(ROOT / "Makefile")))


def test_every_platform_runs_the_same_commands() -> None:
    steps = {"verify", "preview", "diff", "report"}
    review = re.search(r"^review:.*\n(?:\t.*\n)+", text(ROOT / "Makefile"), re.MULTILINE)
    assert review
    assert steps <= set(re.findall(r"[a-z]+", review[0]))
    assert set(targets(ROOT / ".github/workflows/check.yml")) == steps | {"test"}
    assert targets(ROOT / ".workflow/check.yml") == ["review"]
    assert targets(ROOT / ".github/workflows/publish.yml") == ["verify", "release"]
    assert targets(ROOT / ".workflow/publish.yml") == ["verify", "release"]
    assert targets(ROOT / ".gitlab-ci.yml") == ["review", "verify", "release"]
