"""A project of its own with a real Git history, and the steps of the workflow run on a branch of it as a platform would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from handbook.files import load

ROOT = Path(__file__).parents[2]
WHO = {
    f"GIT_{who}_{what}": "rehearsal@example.invalid" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
}


@dataclass(frozen=True, slots=True)
class Ran:
    """A step: its name, exit code and everything it printed."""

    name: str
    code: int
    said: str


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ("git", *arguments), cwd=root, env={**os.environ, **WHO}, capture_output=True, text=True, check=True
    )
    return done.stdout


def project(root: Path) -> Path:
    """The files of this project without its tests, committed on the branch main."""
    listed = git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z").split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, root / name)
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "The handbook")
    (root / ".venv").symlink_to(sys.prefix)
    return root


def propose(root: Path, name: str, files: dict[str, str]) -> None:
    """A branch with files written, merged as a platform merges a proposal for trying it out: HEAD^1 is what was before."""
    git(root, "checkout", "--quiet", "--force", "main")
    git(root, "clean", "--quiet", "--force", "-d", "--", "sources", "vocabulary")
    git(root, "checkout", "--quiet", "-B", name)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    git(root, "add", "--", "sources", "vocabulary")
    git(root, "commit", "--quiet", "--message", name)
    git(root, "checkout", "--quiet", "--detach", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", f"Try {name}", name)


def run(root: Path, summary: Path, without: str = "") -> tuple[Ran, ...]:
    """The steps of the job that checks a pull request, in order, each with the shell of the platform.

    A step whose name is `without` is left out. A step without a condition runs only where none before it failed.
    """
    jobs = load("check.yml", (ROOT / ".github/workflows/check.yml").read_bytes()).value["jobs"]  # type: ignore[index,call-overload]
    environment = {**os.environ, "GITHUB_STEP_SUMMARY": str(summary), "MAKEFLAGS": "--old-file=.venv/.handbook-ready"}
    ran: list[Ran] = []
    for step in jobs["check"]["steps"]:  # type: ignore[index,union-attr,call-overload]
        if "run" not in step or step["name"] == without or ("if" not in step and any(one.code for one in ran)):
            continue
        command = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"])
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
        ran.append(Ran(step["name"], done.returncode, done.stdout + done.stderr))
    return tuple(ran)
