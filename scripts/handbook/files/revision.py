"""The files of a Git revision in a folder of their own; the working tree stays as it is."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ..model import ConfigError


@contextmanager
def revision_tree(root: Path, revision: str, folders: Sequence[str]) -> Iterator[Path]:
    """Those folders of the project as they were at a revision; ConfigError where Git does not know it."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", said=revision)
    name = commit.decode().strip()
    there = _git(root, "ls-tree", "--name-only", name, "--", *folders, said=revision).decode().splitlines()
    with TemporaryDirectory() as made:
        if there:
            data = _git(root, "archive", "--format=tar", name, "--", *there, said=revision)
            with tarfile.open(fileobj=io.BytesIO(data)) as archive:
                archive.extractall(made, filter="data")
        yield Path(made)


def _git(root: Path, *arguments: str, said: str) -> bytes:
    try:
        done = subprocess.run(("git", *arguments), cwd=root, capture_output=True, check=False)
    except OSError as error:
        raise ConfigError("没有找到 git：请先安装，或者改用两个 handbook.json 比较") from error
    if done.returncode:
        reason = " ".join(done.stderr.decode("utf-8", errors="replace").split())
        raise ConfigError(f"读不到版本 {said}：{reason or '请写分支、标签或提交编号，例如 main'}")
    return done.stdout
