"""Folders of files: read whole, written only where bytes differ, cleared of orphans, and never left."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..model import ConfigError

# measures/hubei-2025/03/index.md, assets/原文.svg: no drive, no back-slash, no control or direction-changing character
UNSAFE_IN_PATH = re.compile('[\\\\:*?"<>|\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]')
PATH_LIMIT = 240  # characters of a relative path; some file systems end at 255
TEMPORARY = ".writing"


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a tree did: how many files are there, and how many of them changed or were removed."""

    files: int
    changed: int
    removed: int


def inside(root: Path, relative: str) -> Path:
    """The place of `relative` (with `/`) under `root`; ConfigError where it would leave the folder or pass a link."""
    parts = PurePosixPath(relative).parts
    faulty = not parts or relative.startswith("/") or ".." in parts or len(relative) > PATH_LIMIT
    if faulty or UNSAFE_IN_PATH.search(relative):
        raise ConfigError(f"路径 {relative!r} 不能使用：应是文件夹内的相对路径，例如 measures/demo/01/index.md")
    base = root.resolve()
    path = base.joinpath(*parts)
    if not path.resolve().is_relative_to(base):
        raise ConfigError(f"路径 {relative!r} 指到了 {root} 之外")
    return path


def read_bytes(root: Path, relative: str) -> bytes:
    """The bytes of one contributed file; links are refused, for they can point anywhere."""
    path = inside(root, relative)
    step = path
    while step != root.resolve():
        if step.is_symlink():
            raise ConfigError(f"{relative} 经过了符号链接：请放文件本身，不要放链接")
        step = step.parent
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(f"读不到文件 {path}：{error.strerror}") from error


def read_tree(root: Path, skip: Iterable[str] = ()) -> dict[str, bytes]:
    """All files under a folder by relative path, in order; hidden files and the folders of `skip` are left out."""
    skipped = frozenset(skip)
    return {name: read_bytes(root, name) for name in names(root) if name.split("/", 1)[0] not in skipped}


def names(root: Path) -> tuple[str, ...]:
    """The relative paths of all files under a folder, sorted; hidden ones left out. Empty where there is no folder."""
    found: list[str] = []
    for folder, below, files in os.walk(root):
        below[:] = sorted(name for name in below if not name.startswith("."))
        here = Path(folder).relative_to(root)
        found += [(here / name).as_posix() for name in files if not name.startswith(".")]
    return tuple(sorted(found))


def folders(root: Path) -> tuple[str, ...]:
    """The names of the folders in a folder, sorted; hidden ones left out."""
    if not root.is_dir():
        return ()
    return tuple(sorted(item.name for item in root.iterdir() if item.is_dir() and not item.name.startswith(".")))


def write_tree(root: Path, files: Mapping[str, bytes], keep: Iterable[str] = ()) -> Written:
    """Make the folder hold exactly these files: unchanged ones are not touched, others of the folder are removed.

    `keep` names files that are not ours and stay. Two paths that differ only in case are refused.
    """
    _refuse_collisions(files)
    changed = sum(write(root, name, data) for name, data in files.items())
    kept = frozenset(keep)
    orphans = [name for name in names(root) if name not in files and name not in kept]
    for name in orphans:
        inside(root, name).unlink()
    _remove_empty(root)
    return Written(len(files), changed, len(orphans))


def move_tree(old: Path, new: Path) -> None:
    """Put a folder in the place of another, whole: what stood there is gone."""
    if new.is_dir():
        shutil.rmtree(new)
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        old.rename(new)
    except OSError as error:
        raise ConfigError(f"移不动文件夹 {old}：{error.strerror}") from error


def write(root: Path, relative: str, data: bytes) -> bool:
    """Write one file at once (a reader sees the old or the new, never half); False where the bytes are the same."""
    path = inside(root, relative)
    try:
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(path.name + TEMPORARY)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        raise ConfigError(f"写不了文件 {path}：{error.strerror}") from error
    return True


def fingerprint(roots: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """What tells that files under folders changed: path, time of change and size of each."""
    seen: list[tuple[str, int, int]] = []
    for root in roots:
        for name in names(root):
            try:
                state = (root / name).stat()
            except FileNotFoundError:  # an editor is just replacing it
                continue
            seen.append((f"{root}/{name}", state.st_mtime_ns, state.st_size))
    return tuple(seen)


def _refuse_collisions(files: Mapping[str, bytes]) -> None:
    seen: dict[str, str] = {}
    for name in files:
        other = seen.setdefault(name.casefold(), name)
        if other != name:
            raise ConfigError(f"{name} 与 {other} 只差大小写，在有的电脑上是同一个文件：请改其中一个")


def _remove_empty(root: Path) -> None:
    for folder, _, _ in os.walk(root, topdown=False):
        path = Path(folder)
        if path != root and not any(path.iterdir()):
            path.rmdir()
